// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/pastedtext.h"

#include "sheet/dialect.h"
#include "sheet/reading/headings.h"
#include "sheet/reading/records.h"

#include <QStringTokenizer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

constexpr QChar quote = u'"';
constexpr qsizetype sampleLength = 64 * 1024; ///< characters that tell the separator
constexpr qsizetype sampleRows = 200;

/// A tab within a line, not one that it is indented by.
bool hasInnerTab(const QString &text)
{
    for (const QStringView line : QStringTokenizer(text, u'\n')) {
        if (line.trimmed().contains(u'\t'))
            return true;
    }
    return false;
}

/// The first rows, where the separator cuts all of them into as many cells.
std::optional<QList<QStringList>> regularRows(const QString &text, QChar separator)
{
    QList<QStringList> rows;
    Records records(text, separator, quote);
    while (rows.size() < sampleRows) {
        const auto row = records.next();
        if (!row)
            break;
        if (isEmpty(*row))
            continue;
        if (!rows.isEmpty() && rows.first().size() != row->cells.size())
            return std::nullopt;
        rows.append(row->cells);
    }
    if (records.fault() || rows.size() < 2 || rows.first().size() < 2)
        return std::nullopt;
    return rows;
}

bool namesFields(const QStringList &headings)
{
    const auto known = std::count_if(headings.begin(), headings.end(), [](const QString &heading) {
        return !keyOfHeading(heading).isEmpty();
    });
    return known >= 2 || std::any_of(headings.begin(), headings.end(), [](const QString &heading) {
               return keyOfHeading(heading) == u"prompt";
           });
}

bool hasLongCells(const QList<QStringList> &rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const QStringList &row) {
        return std::any_of(row.begin(), row.end(),
                           [](const QString &cell) { return cell.contains(u'\n'); });
    });
}

} // namespace

bool isTable(const QString &text)
{
    if (hasInnerTab(text))
        return true;
    const QChar separator = guessDialect(text.left(sampleLength).toUtf8()).separator;
    const auto rows = regularRows(text, separator);
    return rows && (namesFields(rows->first()) || hasLongCells(*rows));
}

QStringList columnCells(const QString &text)
{
    QStringList lines;
    for (const QStringView line : QStringTokenizer(text, u'\n')) {
        if (const QStringView plain = line.trimmed(); !plain.isEmpty())
            lines.append(plain.toString());
    }
    if (!text.contains(quote))
        return lines;
    QStringList cells;
    Records records(text, QChar(), quote);
    while (const auto row = records.next()) {
        if (const QString cell = row->cells.first().trimmed(); !cell.isEmpty())
            cells.append(cell);
    }
    // Spreadsheets put a cell in quotes only where it has breaks or quotes in it. Elsewhere
    // quotes around a line are the writer's own.
    const bool isWrittenSo = text.contains(u"\"\""_s)
        || std::any_of(cells.begin(), cells.end(),
                       [](const QString &cell) { return cell.contains(u'\n'); });
    return records.fault() || !isWrittenSo ? lines : cells;
}

} // namespace sheet
