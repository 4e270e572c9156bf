// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Faults;

class TestFaults : public QObject
{
    Q_OBJECT
private slots:
    void readsEverySwitch()
    {
        QVERIFY(Faults::names().size() >= 17);
        for (const QString &name : Faults::names())
            QVERIFY2(Faults::parse({name + "=0.5"_L1}), qPrintable(name));
    }

    void setsWhatItNames()
    {
        const auto faults = Faults::parse({u"429=0.3"_s, u"reset-after=1"_s, u"truncated=0"_s});
        QVERIFY(faults);
        QCOMPARE(faults->rateLimited, 0.3);
        QCOMPARE(faults->resetAfter, 1.0);
        QCOMPARE(faults->truncated, 0.0);
        QCOMPARE(faults->busy, 0.0);
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("inMessage");
        QTest::newRow("unknown") << "418=0.1"
                                 << "dropped-reply";
        QTest::newRow("no number") << "429"
                                   << "0 to 1";
        QTest::newRow("word") << "429=often"
                              << "429=often";
        QTest::newRow("too much") << "503=1.5"
                                  << "0 to 1";
        QTest::newRow("negative") << "503=-0.5"
                                  << "0 to 1";
        QTest::newRow("not a number") << "503=nan"
                                      << "0 to 1";
        QTest::newRow("empty") << ""
                               << "429";
    }
    void refusesOthers()
    {
        QFETCH(QString, text);
        QFETCH(QString, inMessage);
        const auto faults = Faults::parse({u"500=0.1"_s, text});
        QVERIFY(!faults);
        QVERIFY2(faults.error().contains(inMessage), qPrintable(faults.error()));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
