// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever table there is: written down in any dialect, it is read back the same.
#include "sheet/table.h"
#include "sheet/writing.h"

#include "sheet/encoded.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using sheet::Dialect;
using sheet::Encoding;

class TestRoundTrip : public QObject
{
    Q_OBJECT
private slots:
    void randomTables_data();
    void randomTables();
    void ownCsvIsRecognised();
};

namespace {

/// Texts that every encoding of Dialect can write, or one that has the given letters.
QString lettersOf(Encoding encoding)
{
    const QString ascii = u"abcXYZ019 ,;|\t'\"\n{}=+-@#\\/"_s;
    switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        return ascii + u"燈茶宽é—🎈"_s;
    case Encoding::Big5:
        return ascii + u"燈茶功許蓋碁，。「」"_s; // bytes of some are \ and |
    case Encoding::Gb18030:
        return ascii + u"灯茶宽燈é，。“”"_s;
    case Encoding::ShiftJis:
        return ascii + u"ソ表能茶。「」カ"_s;
    case Encoding::Windows1252:
        return ascii + u"éüß€ñ“”"_s;
    }
    return ascii;
}

QString randomCell(QRandomGenerator &random, const QList<uint> &letters, QChar quote)
{
    QString cell;
    const int size = random.bounded(4) == 0 ? 0 : random.bounded(12);
    for (int i = 0; i < size; ++i) {
        const char32_t letter = letters[random.bounded(int(letters.size()))];
        const QString one = QString::fromUcs4(&letter, 1);
        // Without quotes there is no way to write a line break or separator.
        if (!quote.isNull() || !u",;|\t\n"_s.contains(one))
            cell += one;
    }
    return quote.isNull() ? cell.trimmed() : cell;
}

QString written(const QList<QStringList> &rows, const Dialect &dialect, const QString &lineEnd,
                QRandomGenerator &random)
{
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (QString cell : row) {
            const bool needs = cell.contains(dialect.separator) || cell.contains(u'\n')
                || cell.contains(dialect.quote) || cell.startsWith(u' ');
            if (!dialect.quote.isNull() && (needs || random.bounded(3) == 0)) {
                cell.replace(dialect.quote, QString(2, dialect.quote));
                cell = dialect.quote + cell.replace(u'\n', lineEnd) + dialect.quote;
            }
            cells.append(cell);
        }
        lines.append(cells.join(dialect.separator));
    }
    return lines.join(lineEnd) + (random.bounded(2) == 0 ? lineEnd : QString());
}

} // namespace

void TestRoundTrip::randomTables_data()
{
    QTest::addColumn<Encoding>("encoding");
    for (const Encoding encoding : sheet::encodings())
        QTest::newRow(qPrintable(sheet::toKey(encoding))) << encoding;
}

void TestRoundTrip::randomTables()
{
    QFETCH(Encoding, encoding);
    const QList<uint> letters = lettersOf(encoding).toUcs4();
    const QList<QChar> quotes{u'"', u'\'', QChar()};
    const QStringList lineEnds{u"\n"_s, u"\r\n"_s, u"\r"_s};
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        Dialect dialect{.encoding = encoding,
                        .separator = sheet::separators()[random.bounded(4)],
                        .hasHeader = random.bounded(2) == 0,
                        .quote = quotes[random.bounded(3)]};
        const int columns = 1 + random.bounded(6);
        QList<QStringList> rows;
        for (int row = 1 + random.bounded(8); row > 0; --row) {
            QStringList cells;
            for (int column = 0; column < columns; ++column)
                cells.append(randomCell(random, letters, dialect.quote));
            // Empty rows and columns are left out, so every one ends with something.
            cells.last() += u'z';
            cells.first().prepend(u'a');
            rows.append(cells);
        }
        const QString lineEnd = lineEnds[random.bounded(3)];
        const QByteArray bytes = encoded(written(rows, dialect, lineEnd, random), encoding,
                                         encoding <= Encoding::Utf16Be && random.bounded(2) == 0);
        const auto table = sheet::readTable(bytes, dialect);
        QVERIFY2(table, table ? "" : qPrintable(u"%1: %2"_s.arg(seed).arg(table.error().toText())));
        QList<QStringList> read;
        if (dialect.hasHeader) {
            QStringList header;
            for (const QString &cell : rows.takeFirst())
                header.append(cell.simplified());
            QCOMPARE(table->header, header);
        }
        for (const sheet::Row &row : table->rows)
            read.append(row.cells);
        if (read != rows)
            qWarning() << "seed" << seed << bytes;
        QCOMPARE(read, rows);
    }
}

void TestRoundTrip::ownCsvIsRecognised()
{
    const QList<uint> letters = lettersOf(Encoding::Utf8).toUcs4();
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        const int columns = 2 + random.bounded(5);
        const QStringList header =
            QStringList{u"Name"_s, u"Prompt"_s, u"寬度"_s, u"x"_s, u"y"_s, u"z"_s}.first(columns);
        QList<QStringList> rows;
        for (int row = 3 + random.bounded(8); row > 0; --row) {
            QStringList cells;
            for (int column = 0; column < columns; ++column)
                cells.append(randomCell(random, letters, u'"'));
            cells.first() = u"n%1"_s.arg(row);
            rows.append(cells);
        }
        const QByteArray bytes = sheet::toCsv(header, rows);
        const Dialect dialect = sheet::guessDialect(bytes);
        QCOMPARE(dialect, Dialect());
        const auto table = sheet::readTable(bytes, dialect);
        QVERIFY(table);
        QList<QStringList> read;
        for (const sheet::Row &row : table->rows) {
            QStringList cells;
            for (int column = 0; column < columns; ++column)
                cells.append(sheet::unguarded(row.cells.value(column)));
            read.append(cells);
        }
        QCOMPARE(read, rows);
    }
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_roundtrip.moc"
