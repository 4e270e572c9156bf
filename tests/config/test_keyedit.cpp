// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/keyedit.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// One key of an entry set to what a person typed.
class TestKeyEdit : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void refusals_data();
    void refusals();
    void unset();
};

namespace {

batch::JobSource entry()
{
    batch::JobSource entry;
    entry.job.name = u"a"_s;
    entry.job.model = u"m"_s;
    entry.job.prompt = u"p"_s;
    entry.job.params = {{u"seed"_s, 1}};
    return entry;
}

} // namespace

void TestKeyEdit::values_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *typed, const QJsonValue &value) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << value;
    };
    row("5", 5);
    row("+5", 5);
    row("-5", -5);
    row(".5", 0.5);
    row("-.5", -0.5);
    row("+.5e1", 5.0);
    row("5.", 5.0);
    row("5.e2", 500.0);
    row("9007199254740993", QJsonValue(qint64(9007199254740993)));
    row("010", u"010"_s);
    row("true", true);
    row("True", true);
    row("FALSE", false);
    row("yes", u"yes"_s);
    row("~", QJsonValue::Null);
    row("'5'", u"5"_s);
    row("[+1, a, {b: .5}]", QJsonArray{1, u"a"_s, QJsonObject{{u"b"_s, 0.5}}});
    row("a: b: c", u"a: b: c"_s);
    row("two words", u"two words"_s);
    // What YAML would take for something else, or only in part.
    for (const char *text : {"neon glow #3 poster",
                             "# all",
                             "Verse one\nVerse two",
                             "Narrator: hello there",
                             "a: 1\na: 2",
                             "- dash text",
                             "!wow look",
                             "!!int 5",
                             "&amp is it",
                             "--- foo",
                             "---",
                             " spaced ",
                             "\"Hello\": she said",
                             "'5' apples",
                             "\"neon\" #3",
                             "[a, b] # two",
                             "|\n  block",
                             "99999999999999999999",
                             "1e999",
                             "0.1000000000000000055"})
        row(text, QString::fromUtf8(text));
    row("\"neon #3\"", u"neon #3"_s);
    row(" 5 ", 5);
    row("0.30000000000000004", 0.30000000000000004);
    row("100000000000000000000", 1e20);
    row("1.50e-3", 0.0015);
    row("[99999999999999999999, 5]", QJsonArray{u"99999999999999999999"_s, 5});
}

void TestKeyEdit::values()
{
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    const auto edited = config::withKey(entry(), u"params.x"_s, typed);
    QVERIFY2(edited.has_value(), edited ? "" : qPrintable(edited.error()));
    QCOMPARE(edited->job.params, QJsonObject({{u"seed"_s, 1}, {u"x"_s, value}}));
}

void TestKeyEdit::refusals_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("contains");
    QTest::newRow("twice") << u"params"_s << u"{a: 1, b: 2, a: 3}"_s << u"a stands twice"_s;
    QTest::newRow("twice within") << u"matrix"_s << u"{x: [1], y: {z: 1, z: 2}}"_s
                                  << u"z stands twice"_s;
    QTest::newRow("no number that fits")
        << u"seed"_s << u"99999999999999999999"_s << u"the number 99999999999999999999"_s;
    QTest::newRow("no number") << u"width"_s << u"wide"_s << u"whole number"_s;
    QTest::newRow("no key") << u"widht"_s << u"5"_s << u"did you mean width"_s;
}

void TestKeyEdit::refusals()
{
    QFETCH(QString, key);
    QFETCH(QString, typed);
    QFETCH(QString, contains);
    const auto edited = config::withKey(entry(), key, typed);
    QVERIFY(!edited.has_value());
    QVERIFY2(edited.error().contains(contains), qPrintable(edited.error()));
}

void TestKeyEdit::unset()
{
    const auto edited = config::withoutKey(entry(), u"params.seed"_s);
    QVERIFY(edited.has_value());
    QVERIFY(edited->job.params.isEmpty());
    QVERIFY(!config::withoutKey(*edited, u"params.seed"_s).has_value());
    QVERIFY(!config::withoutKey(*edited, u"name"_s).has_value());
}

QTEST_GUILESS_MAIN(TestKeyEdit)
#include "test_keyedit.moc"
