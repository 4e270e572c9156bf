// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/dialect.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace sheet {

/// One row of cells.
struct Row
{
    int number = 0;    ///< as a spreadsheet counts: from 1, with the header and empty rows
    int line = 0;      ///< where it begins in the text, from 1; a cell may have several lines
    QStringList cells; ///< up to the last that isn't empty: ask by value(column)
    int surplus = 0;   ///< further cells with text, beyond the columns that the header names

    friend bool operator==(const Row &, const Row &) = default;
};

/// Rows of text cells. No row has more cells than there are columns, and many have fewer: what a
/// row doesn't have is empty. (Filled up, a sheet of one wide row and many short ones would take
/// all memory.) Columns that are empty from top to bottom at the right end are left out, and so
/// are empty rows. A header names as many columns as it has cells, some of them maybe by an empty
/// text. Line breaks within cells are "\n".
struct Table
{
    QStringList header; ///< the names of the columns; empty texts where the file names none
    QList<Row> rows;    ///< without the header

    qsizetype columnCount() const { return header.size(); }

    friend bool operator==(const Table &, const Table &) = default;
};

/// Why a sheet can't be read, in the interface language: what, where, and what to do.
struct TableError
{
    int line = 0; ///< from 1; 0: the sheet as a whole
    QString message;

    QString toText() const; ///< "Line 12: …"

    friend bool operator==(const TableError &, const TableError &) = default;
};

inline constexpr qint64 maxSheetBytes = 64 * 1024 * 1024;
inline constexpr qsizetype maxSheetColumns = 500;
inline constexpr qsizetype maxSheetRows = 100'000;

/// The table that the bytes hold, by RFC 4180: quoted cells may hold separators, line breaks and
/// doubled quotes; lines end with CRLF, LF or CR. A quote within a cell that doesn't begin with
/// one is plain text. A first line `sep=;` is no row. Bytes that the encoding doesn't know become
/// U+FFFD; toJobs() leaves out the rows that use them. An error: too large, too many rows or
/// columns, a NUL character (no text, or another encoding), a quote that is never closed, text
/// right after a closing quote, no cells at all.
tl::expected<Table, TableError> readTable(const QByteArray &bytes, const Dialect &dialect);

} // namespace sheet
