// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/table.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using sheet::Dialect;
using sheet::Row;
using sheet::Table;

class TestTable : public QObject
{
    Q_OBJECT
private slots:
    void readsCells_data();
    void readsCells();
    void knowsWhereRowsStand();
    void namesItsColumns();
    void countsCellsBeyondTheHeader();
    void refuses_data();
    void refuses();
    void refusesTooMuch();
    void shortRowsStayShort_data();
    void shortRowsStayShort();
    void unknownBytesAreMarked();
    void hostileTextsAreQuick();
};

namespace {

QList<QStringList> cellsOf(const QByteArray &text, Dialect dialect = {})
{
    dialect.hasHeader = false;
    const auto table = sheet::readTable(text, dialect);
    if (!table)
        return {{u"error"_s, table.error().toText()}};
    QList<QStringList> cells;
    for (const Row &row : table->rows)
        cells.append(row.cells);
    return cells;
}

} // namespace

void TestTable::readsCells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("cells");
    const auto rows = [](std::initializer_list<QStringList> list) {
        return QList<QStringList>(list);
    };
    const auto abcd = rows({{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});

    QTest::newRow("LF") << "a,b\nc,d\n"_ba << abcd;
    QTest::newRow("CRLF") << "a,b\r\nc,d\r\n"_ba << abcd;
    QTest::newRow("CR") << "a,b\rc,d\r"_ba << abcd;
    QTest::newRow("no last line break") << "a,b\nc,d"_ba << abcd;
    QTest::newRow("mark") << "\xEF\xBB\xBF"
                             "a,b\nc,d"_ba
                          << abcd;
    QTest::newRow("sep line") << "sep=,\r\na,b\r\nc,d\r\n"_ba << abcd;
    QTest::newRow("quotes") << "\"a\",\"b\"\n\"c\",d\n"_ba << abcd;
    QTest::newRow("blanks around quotes") << "a, \"b\"\n \"c\" ,d\n"_ba << abcd;
    QTest::newRow("empty lines") << "\n\na,b\n\n  \n,\nc,d\n\n"_ba << abcd;
    QTest::newRow("trailing separators") << "a,b,,\nc,d,\n"_ba << abcd;
    QTest::newRow("separators in quotes") << "\"a,b\",c\n"_ba << rows({{u"a,b"_s, u"c"_s}});
    QTest::newRow("doubled quotes")
        << "\"say \"\"hi\"\"\",\"\"\"\"\n"_ba << rows({{u"say \"hi\""_s, u"\""_s}});
    QTest::newRow("quotes within a text")
        << "5\" pipe,b\"\n"_ba << rows({{u"5\" pipe"_s, u"b\""_s}});
    QTest::newRow("line breaks in cells")
        << "\"a\nb\",\"c\r\nd\",\"e\rf\"\n"_ba << rows({{u"a\nb"_s, u"c\nd"_s, u"e\nf"_s}});
    QTest::newRow("ragged") << "a\nb,c,d\ne,f\n"_ba
                            << rows({{u"a"_s}, {u"b"_s, u"c"_s, u"d"_s}, {u"e"_s, u"f"_s}});
    QTest::newRow("empty cells") << ",b\na,\"\"\n"_ba << rows({{u""_s, u"b"_s}, {u"a"_s}});
    QTest::newRow("blanks stay") << " a ,b\n"_ba << rows({{u" a "_s, u"b"_s}});
}

void TestTable::readsCells()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QStringList>, cells);
    QList<QStringList> read = cellsOf(text);
    QCOMPARE(read, cells);
}

void TestTable::knowsWhereRowsStand()
{
    const auto table =
        sheet::readTable("name,prompt\r\n\r\nx,\"one\r\ntwo\r\nthree\"\r\ny,z\r\n", {});
    QVERIFY(table);
    QCOMPARE(table->rows.size(), 2);
    QCOMPARE(table->rows[0].number, 3);
    QCOMPARE(table->rows[0].line, 3);
    QCOMPARE(table->rows[1].number, 4);
    QCOMPARE(table->rows[1].line, 6);
    // Excel's own line is none of its rows.
    const auto said = sheet::readTable("sep=,\nname,prompt\nx,y\n", {});
    QVERIFY(said);
    QCOMPARE(said->rows[0].number, 2);
    QCOMPARE(said->rows[0].line, 3);
}

void TestTable::namesItsColumns()
{
    const auto named = sheet::readTable("name,\"two\nlines\",,last\nx,y,z,w\n", {});
    QVERIFY(named);
    QCOMPARE(named->header, (QStringList{u"name"_s, u"two lines"_s, QString(), u"last"_s}));
    QCOMPARE(named->rows.size(), 1);
    const auto bare = sheet::readTable("x,y\n", Dialect{.hasHeader = false});
    QVERIFY(bare);
    QCOMPARE(bare->header, (QStringList{QString(), QString()}));
    QCOMPARE(bare->rows.size(), 1);
    // The last column may have no name, and one that nobody fills is none.
    const auto open = sheet::readTable("name,prompt,,\nx,y,,\nz,w,note,\n", {});
    QVERIFY(open);
    QCOMPARE(open->header, (QStringList{u"name"_s, u"prompt"_s, QString()}));
    QCOMPARE(open->rows[0].cells, (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(open->rows[1].cells.last(), u"note"_s);
    QCOMPARE(open->rows[1].surplus, 0);
    const auto blank = sheet::readTable("name,prompt,\nx,y, \n", {});
    QVERIFY(blank);
    QCOMPARE(blank->columnCount(), 2);
    const auto only = sheet::readTable("name,prompt\n", {});
    QVERIFY(only);
    QCOMPARE(only->rows.size(), 0);
}

void TestTable::countsCellsBeyondTheHeader()
{
    const auto table = sheet::readTable("name,prompt\nx,a red, warm, lamp\ny,a chair,,\nz,b\n", {});
    QVERIFY(table);
    QCOMPARE(table->columnCount(), 2);
    QCOMPARE(table->rows[0].surplus, 2);
    QCOMPARE(table->rows[0].cells.size(), 2);
    QCOMPARE(table->rows[1].surplus, 0);
    QCOMPARE(table->rows[2].surplus, 0);
}

void TestTable::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << ""_ba << 0 << u"empty"_s;
    QTest::newRow("only separators") << ",,,\n,,\n"_ba << 0 << u"empty"_s;
    QTest::newRow("open quote") << "a,b\nc,d\n\"e\nf\ng\n"_ba << 3 << u"never ends"_s;
    QTest::newRow("open quote, other line ends") << "a,b\rc,d\r\n\"e\rf"_ba << 3 << u"never ends"_s;
    QTest::newRow("text behind a quote") << "a,b\n\"c\nd\"e,f\n"_ba << 3 << u"Behind the closing"_s;
    QTest::newRow("NUL") << QByteArray("a,b\r\nc,\0d\n", 10) << 2 << u"NUL"_s;
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) << 1 << u"xlsx"_s;
    QTest::newRow("too many columns") << "a\n"_ba + QByteArray(600, ',') + "x\n"
                                      << 2 << u"separator"_s;
}

void TestTable::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, words);
    const auto table = sheet::readTable(text, {});
    QVERIFY(!table);
    QCOMPARE(table.error().line, line);
    QVERIFY2(table.error().message.contains(words), qPrintable(table.error().message));
    if (line > 0)
        QVERIFY(table.error().toText().startsWith(u"Line %1"_s.arg(line)));
}

void TestTable::refusesTooMuch()
{
    const auto large = sheet::readTable(QByteArray(sheet::maxSheetBytes + 1, 'a'), {});
    QVERIFY(!large);
    QVERIFY(large.error().message.contains(u"64 MB"_s));
    const auto longSheet = sheet::readTable("a\n" + "b\n"_ba.repeated(sheet::maxSheetRows + 1), {});
    QVERIFY(!longSheet);
    QCOMPARE(longSheet.error().line, int(sheet::maxSheetRows) + 2);
    QVERIFY(sheet::readTable("a\n" + "b\n"_ba.repeated(sheet::maxSheetRows), {}));
    const QByteArray wide = QByteArray(sheet::maxSheetColumns - 1, ',') + "x\n";
    const auto cells = sheet::readTable(wide.repeated(20'000), {});
    QVERIFY(!cells);
}

void TestTable::shortRowsStayShort_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<bool>("hasHeader");
    QByteArray wide;
    for (qsizetype column = 0; column < sheet::maxSheetColumns; ++column)
        wide += (column > 0 ? ",c" : "c") + QByteArray::number(column);
    QTest::newRow("below many headings") << wide << true;
    QTest::newRow("below a wide row") << wide << false;
}

/// One wide row doesn't make a sheet of a hundred thousand short ones fifty million texts.
void TestTable::shortRowsStayShort()
{
    QFETCH(QByteArray, first);
    QFETCH(bool, hasHeader);
    const auto table =
        sheet::readTable(first + "\n" + "x\n"_ba.repeated(10'000), Dialect{.hasHeader = hasHeader});
    QVERIFY(table);
    QCOMPARE(table->columnCount(), sheet::maxSheetColumns);
    qsizetype cells = 0;
    for (const Row &row : table->rows)
        cells += row.cells.capacity();
    QVERIFY2(cells < 100'000, qPrintable(QString::number(cells)));
    QCOMPARE(table->rows.last().cells.value(sheet::maxSheetColumns - 1), QString());
}

void TestTable::unknownBytesAreMarked()
{
    const auto big5 = cellsOf("a,\xFF\xFF,\xA4\xA4\n"_ba, {.encoding = sheet::Encoding::Big5});
    QVERIFY(big5[0][1].contains(QChar::ReplacementCharacter));
    QCOMPARE(big5[0][2], u"中"_s);
    const auto utf8 = cellsOf("a,\xC3(,b\n"_ba);
    QVERIFY(utf8[0][1].contains(QChar::ReplacementCharacter));
    const auto japanese = cellsOf("a,\xFD\xFE,b\n"_ba, {.encoding = sheet::Encoding::ShiftJis});
    QVERIFY(japanese[0][1].contains(QChar::ReplacementCharacter));
    // A character that is cut off at the very end.
    const auto cut = cellsOf("a,\xA4"_ba, {.encoding = sheet::Encoding::Big5});
    QVERIFY(cut[0].size() == 2 && cut[0][1].contains(QChar::ReplacementCharacter));
}

void TestTable::hostileTextsAreQuick()
{
    QElapsedTimer clock;
    clock.start();
    const QList<QByteArray> texts{
        QByteArray(2 << 20, '"'),    QByteArray(2 << 20, ','),     QByteArray(2 << 20, '\n'),
        QByteArray(2 << 20, '\xE4'), "\",\n"_ba.repeated(1 << 18), "a,\"b\n"_ba.repeated(1 << 18),
        QByteArray(2 << 20, '{'),    QByteArray(2 << 20, '\0'),
    };
    for (const QByteArray &text : texts) {
        const auto table = sheet::readTable(text, sheet::guessDialect(text));
        QVERIFY(table || !table.error().message.isEmpty());
    }
    QVERIFY2(clock.elapsed() < 30'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestTable)
#include "test_table.moc"
