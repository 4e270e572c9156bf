// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/table.h"

#include "sheet/reading/records.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

// 5 million texts take about 200 MB, however short they are.
constexpr qsizetype maxCells = 5'000'000;

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(sheet::Reader)

public:
    static tl::expected<Table, TableError> read(const QByteArray &bytes, const Dialect &dialect)
    {
        if (bytes.size() > maxSheetBytes) {
            return fault(0,
                         tr("The sheet is larger than %1 MB. Save parts of it as files of their "
                            "own.")
                             .arg(maxSheetBytes / (1024 * 1024)));
        }
        if (!isSupported(dialect.encoding)) {
            return fault(0,
                         tr("Qt on this system can't read %1. Save the sheet as UTF-8.")
                             .arg(displayName(dialect.encoding)));
        }
        const QString text = decoded(bytes, dialect.encoding);
        const qsizetype nul = text.indexOf(QChar::Null);
        if (nul >= 0) {
            return fault(lineOf(text, nul),
                         tr("A NUL character stands here, which no text has. Choose another "
                            "encoding, or save the sheet as CSV: workbooks (.xlsx, .ods) can't be "
                            "read."));
        }
        return read(text, dialect);
    }

private:
    static tl::unexpected<TableError> fault(int line, const QString &message)
    {
        return tl::unexpected(TableError{line, message});
    }

    static int lineOf(QStringView text, qsizetype at)
    {
        const QStringView before = text.first(at);
        return int(1 + before.count(u'\n') + before.count(u'\r') - before.count(u"\r\n"));
    }

    static tl::expected<Table, TableError> read(const QString &text, const Dialect &dialect)
    {
        Records records(text, dialect.separator, dialect.quote);
        QList<Row> rows;
        qsizetype cells = 0;
        qsizetype named = 0;
        while (auto row = records.next()) {
            if (isEmpty(*row))
                continue;
            if (rows.isEmpty() && dialect.hasHeader)
                named = row->cells.size();
            while (row->cells.last().isEmpty())
                row->cells.removeLast();
            cells += row->cells.size();
            if (row->cells.size() > maxSheetColumns)
                return tl::unexpected(tooWide(row->line));
            if (rows.size() > maxSheetRows || cells > maxCells) {
                return fault(row->line,
                             tr("The sheet is too long: up to %Ln rows can be read at once. Save "
                                "parts of it as files of their own.",
                                "", int(maxSheetRows)));
            }
            rows.append(std::move(*row));
        }
        if (records.fault())
            return tl::unexpected(words(*records.fault(), dialect.quote));
        if (rows.isEmpty())
            return fault(0, tr("The sheet is empty."));
        return dialect.hasHeader ? underHeader(std::move(rows), named) : shaped(std::move(rows));
    }

    static TableError tooWide(int line)
    {
        return {line,
                tr("More than %Ln columns are too many. Is the separator right?", "",
                   int(maxSheetColumns))};
    }

    static TableError words(const Records::Fault &at, QChar quote)
    {
        switch (at.kind) {
        case Records::Fault::Kind::OpenQuote:
            return {at.line,
                    tr("The cell that begins here with %1 never ends. Close it with "
                       "another %1, or choose that quotes are plain text.")
                        .arg(quote)};
        case Records::Fault::Kind::BehindQuote:
            return {at.line,
                    tr("Behind the closing %1 of a cell stands further text. Write a %1 "
                       "within a cell twice, or choose that quotes are plain text.")
                        .arg(quote)};
        case Records::Fault::Kind::TooLong:
            return tooWide(at.line);
        }
        return {};
    }

    static Table shaped(QList<Row> rows)
    {
        Table table;
        qsizetype columns = 0;
        for (const Row &row : rows)
            columns = std::max(columns, row.cells.size());
        table.header.resize(columns);
        table.rows = std::move(rows);
        return table;
    }

    /// `named`: how many cells the header has, those without a text among them. A column that it
    /// leaves unnamed at the end is one, where a row has something in it.
    static Table underHeader(QList<Row> rows, qsizetype named)
    {
        Table table;
        for (const QString &heading : rows.takeFirst().cells)
            table.header.append(heading.simplified());
        while (table.header.last().isEmpty())
            table.header.removeLast();
        qsizetype filled = 0;
        for (const Row &row : rows)
            filled = std::max(filled, filledCells(row));
        const qsizetype columns = std::max(table.header.size(), std::min(named, filled));
        table.header.resize(columns);
        for (Row &row : rows) {
            for (qsizetype extra = columns; extra < row.cells.size(); ++extra)
                row.surplus += QStringView(row.cells[extra]).trimmed().isEmpty() ? 0 : 1;
            if (row.cells.size() > columns)
                row.cells.resize(columns);
        }
        table.rows = std::move(rows);
        return table;
    }

    /// Up to the last one with text.
    static qsizetype filledCells(const Row &row)
    {
        qsizetype count = row.cells.size();
        while (count > 0 && QStringView(row.cells[count - 1]).trimmed().isEmpty())
            --count;
        return count;
    }
};

} // namespace

QString TableError::toText() const
{
    if (line == 0)
        return message;
    return QCoreApplication::translate("sheet::Reader", "Line %L1: %2").arg(line).arg(message);
}

tl::expected<Table, TableError> readTable(const QByteArray &bytes, const Dialect &dialect)
{
    return Reader::read(bytes, dialect);
}

} // namespace sheet
