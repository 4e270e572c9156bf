// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/entryedits.h"
#include "inspector/variations/namedrows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;
using batch::JobSource;

namespace {

JobSource entry()
{
    static const batch::JobId id = batch::newJobId();
    JobSource source;
    source.job.id = id;
    source.matrix = {{u"product"_s, {u"cup"_s, u"pot"_s}}, {u"style"_s, {u"ink"_s, u"oil"_s}}};
    source.count = 3;
    source.exclude = {{{{u"product"_s, u"cup"_s}}, 3},
                      {{{u"product"_s, u"pot"_s}, {u"style"_s, u"oil"_s}}, std::nullopt},
                      {{{u"style"_s, u"ink"_s}}, 1}};
    return source;
}

} // namespace

class TestEntryEdits : public QObject
{
    Q_OBJECT

private slots:
    void rowsStayWithTheirNames_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QList<qsizetype>>("rows");
        const auto row = [](const char *name, const char *before, const char *after,
                            const QList<qsizetype> &rows) {
            const auto names = [](const char *text) {
                return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
            };
            QTest::newRow(name) << names(before) << names(after) << rows;
        };
        row("the same", "a b", "a b", {0, 1});
        row("one more", "a c", "a b c", {0, -1, 1});
        row("one less", "a b c", "a c", {0, 2});
        row("moved", "a b c", "c a b", {2, 0, 1});
        row("renamed", "a b", "b z", {1, 0});
        row("all others", "a b", "x", {0});
        row("twice", "a a", "a a b", {0, 1, -1});
        row("none", "a", "", {});
    }

    void rowsStayWithTheirNames()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QFETCH(QList<qsizetype>, rows);
        QCOMPARE(followedRows(before, after), rows);
    }

    void aRenamedListKeepsWhatIsSwitchedOff()
    {
        const JobSource renamed = withAxisName(entry(), 0, u"object"_s);
        QCOMPARE(renamed.matrix.at(0).name, u"object"_s);
        QCOMPARE(renamed.matrix.at(0).values, entry().matrix.at(0).values);
        QCOMPARE(renamed.exclude.at(0).values, (QMap<QString, QString>{{u"object"_s, u"cup"_s}}));
        QCOMPARE(renamed.exclude.at(2), entry().exclude.at(2));
        QCOMPARE(withAxisName(entry(), 0, u"style"_s), entry());
        QCOMPARE(withAxisName(entry(), 0, QString()), entry());
    }

    void aValueThatGoesTakesItsCombinationsAlong()
    {
        const JobSource fewer = withAxisValues(entry(), 0, {u"cup"_s});
        QCOMPARE(fewer.matrix.at(0).values, QStringList{u"cup"_s});
        QCOMPARE(fewer.exclude.size(), 2);
        QCOMPARE(fewer.exclude.at(0), entry().exclude.at(0));
        const JobSource more =
            withAxisValues(entry(), 0, {u"cup"_s, u"tray"_s, u"cup"_s, u"pot"_s});
        QCOMPARE(more.matrix.at(0).values, (QStringList{u"cup"_s, u"tray"_s, u"pot"_s}));
        QCOMPARE(more.exclude, entry().exclude);
    }

    void aListWithoutValuesGoes()
    {
        const JobSource one = withAxisValues(entry(), 0, {});
        QCOMPARE(one.matrix.size(), 1);
        QCOMPARE(one.matrix.constFirst().name, u"style"_s);
        QCOMPARE(one.exclude, QList{entry().exclude.at(2)});
    }

    void aNewListNeedsANameAndValues()
    {
        QCOMPARE(withNewAxis(entry(), u"mood"_s, {u"calm"_s}).matrix.size(), 3);
        QCOMPARE(withNewAxis(entry(), u"style"_s, {u"calm"_s}), entry());
        QCOMPARE(withNewAxis(entry(), {}, {u"calm"_s}), entry());
        QCOMPARE(withNewAxis(entry(), u"mood"_s, {}), entry());
    }

    void takesAreSaidFromTwoOn()
    {
        QVERIFY(!withTakes(entry(), 1).count);
        QCOMPARE(withTakes(entry(), 1).exclude.size(), 2);
        QCOMPARE(withTakes(entry(), 2).count, 2);
        QCOMPARE(withTakes(entry(), 4).exclude, entry().exclude);
    }

    void readsWhatIsTypedOrPasted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("one") << u" cup "_s << QStringList{u"cup"_s};
        QTest::newRow("commas") << u"cup, pot,,tray ,"_s
                                << QStringList{u"cup"_s, u"pot"_s, u"tray"_s};
        QTest::newRow("a column keeps its commas")
            << u"cup, red\r\npot\r\n\r\npot\r\n"_s << QStringList{u"cup, red"_s, u"pot"_s};
        QTest::newRow("the first of several columns")
            << u"cup\t12\npot\t14"_s << QStringList{u"cup"_s, u"pot"_s};
        QTest::newRow("Chinese commas")
            << u"紅，藍、綠"_s << QStringList{u"紅"_s, u"藍"_s, u"綠"_s};
        QTest::newRow("commas in a value") << u"\"red, blue\", “紅、藍” ，pot"_s
                                           << QStringList{u"red, blue"_s, u"紅、藍"_s, u"pot"_s};
        QTest::newRow("quotation marks of a value")
            << u"\"cup\", 5\" plate, \"pot\" of tea, \"tray"_s
            << QStringList{u"\"cup\""_s, u"5\" plate"_s, u"\"pot\" of tea"_s, u"\"tray"_s};
        QTest::newRow("a lone quotation mark") << u"\""_s << QStringList{u"\""_s};
        QTest::newRow("nothing") << u" , \n"_s << QStringList();
    }

    void readsWhatIsTypedOrPasted()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, values);
        QCOMPARE(valuesIn(text), values);
    }

    void aCommaEndsAValue_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ends");
        QTest::newRow("none") << u"cup"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("comma") << u"cup,"_s << true;
        QTest::newRow("Chinese comma") << u"杯，"_s << true;
        QTest::newRow("enumeration comma") << u"杯、"_s << true;
        QTest::newRow("before") << u"cup, pot"_s << false;
        QTest::newRow("in quotation marks") << u"\"red,"_s << false;
        QTest::newRow("in Chinese quotation marks") << u"“紅、"_s << false;
        QTest::newRow("after them") << u"\"red, blue\","_s << true;
        QTest::newRow("inches") << u"5\","_s << true;
    }

    void aCommaEndsAValue()
    {
        QFETCH(QString, text);
        QFETCH(bool, ends);
        QCOMPARE(endsAValue(text), ends);
    }
};

QTEST_GUILESS_MAIN(TestEntryEdits)
#include "test_entryedits.moc"
