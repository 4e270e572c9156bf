// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/preferences.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using account::Preferences;

class TestPreferences : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    QString path() const { return m_home.filePath(u"Rushes/Rushes.conf"_s); }
    void writeFile(const QByteArray &text)
    {
        QVERIFY(QDir(m_home.path()).mkpath(u"Rushes"_s));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QByteArray readFile() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        QVERIFY(m_home.isValid());
        QDir(m_home.filePath(u"Rushes"_s)).removeRecursively();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        // As the terminal's program is called.
        QCoreApplication::setOrganizationName({});
        QCoreApplication::setApplicationName(u"rushes-cli"_s);
    }

    void nothingIsSetAtFirst() { QCOMPARE(account::preferences(), Preferences()); }

    void areRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<qint64>("micros"); // -1: no limit
        QTest::addColumn<bool>("resumes");

        QTest::newRow("both") << QByteArray(
            "[spending]\nmonthly_limit=12.50\n[resume]\nby_itself=true\n")
                              << qint64(12'500'000) << true;
        QTest::newRow("zero is a limit")
            << QByteArray("[spending]\nmonthly_limit=0\n") << qint64(0) << false;
        QTest::newRow("empty") << QByteArray("[spending]\nmonthly_limit=\n[resume]\nby_itself=\n")
                               << qint64(-1) << false;
        QTest::newRow("negative") << QByteArray("[spending]\nmonthly_limit=-3\n") << qint64(-1)
                                  << false;
        QTest::newRow("words") << QByteArray(
            "[spending]\nmonthly_limit=a lot\n[resume]\nby_itself=perhaps\n")
                               << qint64(-1) << false;
        QTest::newRow("a list") << QByteArray("[spending]\nmonthly_limit=1, 2\n") << qint64(-1)
                                << false;
        QTest::newRow("endless") << QByteArray("[spending]\nmonthly_limit=1e999\n") << qint64(-1)
                                 << false;
        QTest::newRow("no settings at all")
            << QByteArray("\x00\xff\xfe[[[\n=\n", 9) << qint64(-1) << false;
    }

    void areRead()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const qint64, micros);
        QFETCH(const bool, resumes);
        writeFile(file);

        const Preferences found = account::preferences();
        QCOMPARE(found.monthlyLimit.has_value(), micros >= 0);
        if (found.monthlyLimit)
            QCOMPARE(found.monthlyLimit->micros(), micros);
        QCOMPARE(found.resumesByItself, resumes);
    }

    void keepWhatIsWritten_data()
    {
        QTest::addColumn<Preferences>("wanted");
        QTest::newRow("none") << Preferences{};
        QTest::newRow("limit") << Preferences{batch::Cost::fromMicros(50'000'000), false};
        QTest::newRow("fractions") << Preferences{batch::Cost::fromMicros(22'001), true};
        QTest::newRow("zero") << Preferences{batch::Cost(), true};
    }

    void keepWhatIsWritten()
    {
        QFETCH(const Preferences, wanted);
        QVERIFY(account::setPreferences({batch::Cost::fromMicros(1), !wanted.resumesByItself}));
        QVERIFY(account::setPreferences(wanted));
        QCOMPARE(account::preferences(), wanted);
    }

    void theWindowsOtherSettingsStay()
    {
        writeFile("[window]\nlanguage=zh_TW\n");
        QVERIFY(account::setPreferences({batch::Cost::fromMicros(5'000'000), true}));
        QVERIFY(readFile().contains("language=zh_TW"));

        QCoreApplication::setOrganizationName(u"Rushes"_s);
        QCoreApplication::setApplicationName(u"Rushes"_s);
        QCOMPARE(QSettings().value(u"window/language"_s).toString(), u"zh_TW"_s);
        QCOMPARE(account::preferences(), (Preferences{batch::Cost::fromMicros(5'000'000), true}));
    }

    void aFolderThatCantBeMadeIsSaid()
    {
        QFile inTheWay(m_home.filePath(u"Rushes"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto written = account::setPreferences({std::nullopt, true});
        QVERIFY(!written);
        QVERIFY2(written.error().contains(path()), qUtf8Printable(written.error()));
        QVERIFY(inTheWay.remove());
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "test_preferences.moc"
