// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/pastedtext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a text from the clipboard is taken for.
class TestPastedText : public QObject
{
    Q_OBJECT
private slots:
    void tables_data();
    void tables();
    void columns_data();
    void columns();
    void longTextsAreReadInMoments();
};

void TestPastedText::tables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTable");
    QTest::newRow("tabs") << u"product\tcolour\nCup\tred"_s << true;
    QTest::newRow("one row of a spreadsheet") << u"Cup\tred\n"_s << true;
    QTest::newRow("indented by tabs") << u"\tA cat\n\tA dog"_s << false;
    QTest::newRow("commas under known headings")
        << u"name,prompt,width\nlamp,\"A lamp, warm\",1024\nchair,A chair,768\n"_s << true;
    QTest::newRow("semicolons") << u"Prompt;Farbe\nA lamp;rot\n"_s << true;
    QTest::newRow("Chinese headings") << u"名稱,提示詞\n燈,一盞燈\n"_s << true;
    QTest::newRow("cells of several lines")
        << u"lamp,\"A lamp,\nwarm\",red\nchair,\"A chair,\ncold\",blue\n"_s << true;
    QTest::newRow("prompts with commas") << u"A lamp, warm light\nA chair, cold light\n"_s << false;
    QTest::newRow("prompts that begin like a heading")
        << u"Model, studio light, 35 mm\nImage of a cat, garden, dusk\n"_s << false;
    QTest::newRow("a header that doesn't fit")
        << u"name,prompt\nlamp,A lamp, warm, red\nchair\n"_s << false;
    QTest::newRow("a header alone") << u"name,prompt\n"_s << false;
    QTest::newRow("quotes of the writer")
        << u"\"Hello\", says the cat\n\"No\", says the dog"_s << false;
    QTest::newRow("nothing") << u" \n"_s << false;
}

void TestPastedText::tables()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isTable);
    QCOMPARE(sheet::isTable(text), isTable);
}

void TestPastedText::columns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("lines") << u"A cat\r\n\n  A dog \n"_s << QStringList{u"A cat"_s, u"A dog"_s};
    QTest::newRow("cells with breaks")
        << u"\"A cat,\non a roof\"\r\nA dog\r\n\"A \"\"fox\"\"\"\r\n"_s
        << QStringList{u"A cat,\non a roof"_s, u"A dog"_s, u"A \"fox\""_s};
    QTest::newRow("lines in quotes of their own")
        << u"\"A cat\"\n\"A dog\""_s << QStringList{u"\"A cat\""_s, u"\"A dog\""_s};
    QTest::newRow("a quote that never ends")
        << u"\"A cat\nA dog"_s << QStringList{u"\"A cat"_s, u"A dog"_s};
    QTest::newRow("text behind quotes")
        << u"\"\"A cat\"\" sleeps\nA dog"_s << QStringList{u"\"\"A cat\"\" sleeps"_s, u"A dog"_s};
    QTest::newRow("commas") << u"a, b\n"_s << QStringList{u"a, b"_s};
}

void TestPastedText::columns()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, cells);
    QCOMPARE(sheet::columnCells(text), cells);
}

void TestPastedText::longTextsAreReadInMoments()
{
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!sheet::isTable(QString(4'000'000, u'\t')));
    QVERIFY(!sheet::isTable(u"a, b\n"_s.repeated(500'000)));
    QCOMPARE(sheet::columnCells(u"a, \"b\n"_s.repeated(500'000)).size(), 500'000);
    // Far beyond what it takes, also with sanitizers: it must not grow with the square.
    QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestPastedText)
#include "test_pastedtext.moc"
