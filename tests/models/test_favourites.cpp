// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/favourites.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Favourites;

class TestFavourites : public QObject
{
    Q_OBJECT

private slots:
    void init() { QSettings().clear(); }

    void staysFromOneTimeToTheNext()
    {
        {
            Favourites favourites;
            QVERIFY(favourites.models().isEmpty());
            favourites.set(u"a"_s, true);
            favourites.set(u"b"_s, true);
            favourites.set(u"a"_s, false);
            favourites.addRecent(u"c"_s);
        }
        const Favourites again;
        QCOMPARE(again.models(), QStringList{u"b"_s});
        QCOMPARE(again.recent(), QStringList{u"c"_s});
    }

    void tellsOfChangesOnly()
    {
        Favourites favourites;
        QSignalSpy changed(&favourites, &Favourites::favouriteChanged);
        favourites.set(u"a"_s, true);
        favourites.set(u"a"_s, true);
        favourites.set(u"b"_s, false);
        favourites.set(QString(), true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), u"a"_s);
    }

    void keepsTheLatestFirstAndNotTooMany()
    {
        Favourites favourites;
        for (int i = 0; i < Favourites::mostRecent + 5; ++i)
            favourites.addRecent(QString::number(i));
        favourites.addRecent(u"20"_s);
        QCOMPARE(favourites.recent().size(), Favourites::mostRecent);
        QCOMPARE(favourites.recent().first(), u"20"_s);
        QCOMPARE(favourites.recent().count(u"20"_s), 1);
        QCOMPARE(Favourites().recent(), favourites.recent());
    }

    void whatOneNotesAsChosenAllKnow()
    {
        Favourites browser;
        browser.addRecent(u"a"_s);
        Favourites().addRecent(u"b"_s);
        QCOMPARE(browser.recent(), (QStringList{u"b"_s, u"a"_s}));
        browser.addRecent(u"c"_s);
        QCOMPARE(Favourites().recent(), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    }

    void readsSettingsOfAnyShape_data()
    {
        QTest::addColumn<QVariant>("kept");
        QTest::addColumn<QStringList>("models");
        QTest::newRow("repeats") << QVariant(QStringList{u"a"_s, u"b"_s, u"a"_s})
                                 << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("empty ids")
            << QVariant(QStringList{QString(), u"a"_s}) << QStringList{u"a"_s};
        QTest::newRow("one text") << QVariant(u"a"_s) << QStringList{u"a"_s};
        QTest::newRow("a map") << QVariant(QVariantMap{{u"a"_s, 1}}) << QStringList{};
    }
    void readsSettingsOfAnyShape()
    {
        QFETCH(QVariant, kept);
        QFETCH(QStringList, models);
        QSettings().setValue(u"models/favourites"_s, kept);
        QCOMPARE(Favourites().models(), models);
    }
};

QTEST_GUILESS_MAIN(TestFavourites)

#include "test_favourites.moc"
