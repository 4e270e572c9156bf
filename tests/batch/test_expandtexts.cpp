// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/texts.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BracedText;
using batch::Braces;

class TestExpandTexts : public QObject
{
    Q_OBJECT

private slots:
    void putTogether_data();
    void putTogether();
    void choices_data();
    void choices();
    void words_data();
    void words();
    void reservedNames_data();
    void reservedNames();
    void withoutMeaningComesBack_data();
    void withoutMeaningComesBack();
    void withoutMeaningComesBackWhateverStandsThere();
    void manyBracesTakeNoTime();
};

void TestExpandTexts::putTogether_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row = [](const QString &text, const QString &result) {
        QTest::newRow(qPrintable(text)) << text << result;
    };
    row(u"a {colour} shoe"_s, u"a red shoe"_s);
    row(u"{colour}{colour}"_s, u"redred"_s);
    row(u"{颜色}"_s, u"紅"_s);
    row(u"{no-1_x}"_s, u"one"_s);
    row(u"{unknown}"_s, u"{unknown}"_s);
    row(u"{{colour}}"_s, u"{colour}"_s);
    row(u"{{{colour}}}"_s, u"{{colour}}"_s);
    row(u"{{{{colour}}}}"_s, u"{{{colour}}}"_s);
    row(u"{{colour}"_s, u"{red"_s);
    row(u"{colour}}"_s, u"red}"_s);
    row(u"{{colour}{colour}}"_s, u"{redred}"_s);
    row(u"{ colour }"_s, u"{ colour }"_s);
    row(u"{}"_s, u"{}"_s);
    row(u"{"_s, u"{"_s);
    row(u"}{"_s, u"}{"_s);
    row(u"{two words}"_s, u"{two words}"_s);
    row(u"{\"colour\": \"{colour}\"}"_s, u"{\"colour\": \"red\"}"_s);
    row(u"{a {colour}|b}"_s, u"{a red|b}"_s);
    row(u"{\"a\": \"b|c\"}"_s, u"{\"a\": \"b|c\"}"_s);
    row(u"{{this|that}}"_s, u"{this|that}"_s);
    row(u"{this|that}"_s, u"first"_s);
    row(u"{this|that} {x|y}"_s, u"first second"_s);
    row(u"{nested}"_s, u"{colour}"_s); // one pass: what a variable says is not read again
}

void TestExpandTexts::putTogether()
{
    QFETCH(QString, text);
    const BracedText braced(text, Braces::NamesAndChoices);
    QTEST(braced.with({{u"colour"_s, u"red"_s},
                       {u"颜色"_s, u"紅"_s},
                       {u"no-1_x"_s, u"one"_s},
                       {u"nested"_s, u"{colour}"_s},
                       {u"choice"_s, u"first"_s},
                       {u"choice2"_s, u"second"_s}}),
          "result");
}

void TestExpandTexts::choices_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("choices");
    const auto row = [](const QString &text, const QList<QStringList> &choices) {
        QTest::newRow(qPrintable(text)) << text << choices;
    };
    row(u"{a|b}"_s, {{u"a"_s, u"b"_s}});
    row(u"{ a | b c }"_s, {{u"a"_s, u"b c"_s}});
    row(u"{red |}"_s, {{u"red"_s, QString()}});
    row(u"{a|b} on {x|y|z}"_s, {{u"a"_s, u"b"_s}, {u"x"_s, u"y"_s, u"z"_s}});
    row(u"{a\n|b}"_s, {{u"a"_s, u"b"_s}});
    row(u"{{a|b}}"_s, {});
    row(u"{a {x}|b}"_s, {});
    row(u"{\"a|b\"}"_s, {});
    row(u"a|b"_s, {});
}

void TestExpandTexts::choices()
{
    QFETCH(QString, text);
    QTEST(BracedText(text, Braces::NamesAndChoices).choices(), "choices");
    QVERIFY(BracedText(text, Braces::Names).choices().isEmpty());
}

void TestExpandTexts::words_data()
{
    QTest::addColumn<bool>("isWord");
    QTest::newRow("a") << true;
    QTest::newRow("a-b_2") << true;
    QTest::newRow("產品") << true;
    QTest::newRow("สี") << true;  // a letter and its vowel's mark
    QTest::newRow("𠮷") << true; // beyond the first plane
    QTest::newRow("") << false;
    QTest::newRow("a b") << false;
    QTest::newRow("a.b") << false;
    QTest::newRow("🙂") << false;
    QTest::newRow("a|b") << false;
}

void TestExpandTexts::words()
{
    QFETCH(bool, isWord);
    QCOMPARE(batch::isWord(QString::fromUtf8(QTest::currentDataTag())), isWord);
}

void TestExpandTexts::reservedNames_data()
{
    QTest::addColumn<bool>("isReserved");
    QTest::newRow("take") << true;
    QTest::newRow("choice") << true;
    QTest::newRow("choice12") << true;
    QTest::newRow("choices") << false;
    QTest::newRow("2") << false;
    QTest::newRow("") << false;
}

void TestExpandTexts::reservedNames()
{
    QFETCH(bool, isReserved);
    QCOMPARE(batch::isReservedName(QString::fromUtf8(QTest::currentDataTag())), isReserved);
}

void TestExpandTexts::withoutMeaningComesBack_data()
{
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("{a}") << u"{{a}}"_s;
    QTest::newRow("{{a}}") << u"{{{a}}}"_s;
    QTest::newRow("{a|b}") << u"{{a|b}}"_s;
    QTest::newRow("{a") << u"{a"_s;
    QTest::newRow("{\"a\": 1}") << u"{\"a\": 1}"_s;
}

void TestExpandTexts::withoutMeaningComesBack()
{
    const QString plain = QString::fromUtf8(QTest::currentDataTag());
    QTEST(batch::withoutMeaning(plain, Braces::NamesAndChoices), "written");
}

void TestExpandTexts::withoutMeaningComesBackWhateverStandsThere()
{
    QRandomGenerator random(5);
    const QString letters = u"{{{}}}|a b\""_s;
    for (int round = 0; round < 20000; ++round) {
        QString plain;
        for (int i = random.bounded(12); i >= 0; --i)
            plain += letters[random.bounded(int(letters.size()))];
        for (const Braces braces : {Braces::Names, Braces::NamesAndChoices}) {
            const QString written = batch::withoutMeaning(plain, braces);
            const BracedText braced(written, braces);
            QVERIFY2(braced.variables().isEmpty() && braced.choices().isEmpty(),
                     qPrintable(written));
            QCOMPARE(braced.with({}), plain);
        }
    }
}

void TestExpandTexts::manyBracesTakeNoTime()
{
    const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    for (const QString &text : {u"{"_s, u"}"_s, u"{|"_s, u"{a|"_s, u"{{"_s}) {
        const QString many = text.repeated(500000);
        QCOMPARE(BracedText(many, Braces::NamesAndChoices).with({}), many);
    }
    QVERIFY(timer.elapsed() < 5000);
}

QTEST_GUILESS_MAIN(TestExpandTexts)
#include "test_expandtexts.moc"
