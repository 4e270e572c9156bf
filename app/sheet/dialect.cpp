// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/dialect.h"

#include "sheet/reading/encodingguess.h"
#include "sheet/reading/headings.h"
#include "sheet/reading/records.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

constexpr qsizetype sampleBytes = 256 * 1024;
constexpr qsizetype sampleRows = 200;

struct Sample
{
    QList<QStringList> rows;
    bool broken = false; ///< the quotes don't fit
};

/// `whole`: the text is not cut off.
Sample sampleOf(const QString &text, QChar separator, QChar quote, bool whole)
{
    Sample sample;
    Records records(text, separator, quote);
    while (sample.rows.size() < sampleRows) {
        const auto row = records.next();
        if (!row) {
            // A cell that goes on beyond the sample is no fault.
            const auto &fault = records.fault();
            sample.broken = fault && (whole || fault->kind != Records::Fault::Kind::OpenQuote);
            return sample;
        }
        if (!isEmpty(*row))
            sample.rows.append(row->cells);
    }
    return sample;
}

/// How well a separator cuts the rows: the share of those with as many cells as the first, or
/// fewer where only the right end is missing; 0 where it cuts nothing.
double fitness(const Sample &sample)
{
    if (sample.rows.isEmpty())
        return 0;
    const qsizetype columns = sample.rows.first().size();
    if (columns < 2)
        return 0;
    double same = 0;
    for (const QStringList &row : sample.rows) {
        if (row.size() == columns)
            same += 1;
        else if (row.size() > 1 && row.size() < columns)
            same += 0.5;
    }
    const double share = same / double(sample.rows.size());
    if (share < 0.5)
        return 0;
    return sample.broken ? share / 4 : share;
}

QChar guessQuote(const QString &text)
{
    const auto opens = [&text](QChar quote) {
        qsizetype count = 0;
        for (qsizetype at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            const QChar before = at == 0 ? u'\n' : text[at - 1];
            const QChar after = at + 1 < text.size() ? text[at + 1] : u'\n';
            const bool begins = before == u'\n' || before == u'\r' || separators().contains(before);
            // An apostrophe before = + - @ keeps a spreadsheet from running the cell.
            if (begins && !u"=+-@"_s.contains(after))
                ++count;
        }
        return count;
    };
    const qsizetype single = opens(u'\'');
    return single >= 2 && opens(u'"') == 0 && text.count(u'\'') % 2 == 0 ? u'\'' : u'"';
}

bool looksLikeNumber(const QString &cell)
{
    return !cell.isEmpty() && std::all_of(cell.begin(), cell.end(), [](QChar c) {
        return c.isDigit() || u" .,:+-%$€¥"_s.contains(c);
    });
}

/// Whether the column's first cell is of another kind than those below: a short word above long
/// texts, or above numbers.
bool standsOut(const QList<QStringList> &rows, qsizetype column)
{
    const QString first = rows.first().value(column);
    qsizetype length = 0;
    qsizetype filled = 0;
    bool numbers = true;
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const QString cell = rows[row].value(column).trimmed();
        if (cell.isEmpty())
            continue;
        length += cell.size();
        ++filled;
        numbers = numbers && looksLikeNumber(cell);
    }
    return filled > 0 && (numbers || length > 3 * filled * std::max<qsizetype>(first.size(), 4));
}

/// Whether a text comes again among the cells below the first row.
bool comesAgain(const QList<QStringList> &rows, const QString &text)
{
    return std::any_of(rows.begin() + 1, rows.end(), [&text](const QStringList &row) {
        return row.contains(text, Qt::CaseInsensitive);
    });
}

bool guessHeader(const QList<QStringList> &rows)
{
    if (rows.isEmpty())
        return false;
    QStringList first = rows.first();
    while (!first.isEmpty() && first.last().trimmed().isEmpty())
        first.removeLast(); // columns without a name
    QSet<QString> seen;
    bool isKnown = false;
    qsizetype named = 0;
    for (const QString &cell : std::as_const(first)) {
        const QString heading = cell.simplified().toCaseFolded();
        if (heading.isEmpty())
            continue;
        if (looksLikeNumber(heading) || heading.size() > 60)
            return false;
        seen.insert(heading);
        ++named;
        // "image" is a heading, and what stands below the heading "type".
        isKnown = isKnown || (!keyOfHeading(cell).isEmpty() && !comesAgain(rows, cell));
    }
    if (isKnown)
        return true;
    if (named == 0 || seen.size() < named)
        return false;
    for (qsizetype column = 0; column < first.size(); ++column) {
        if (standsOut(rows, column))
            return true;
    }
    // Short words in every column, none of which comes again below.
    return rows.size() > 1 && first.size() > 1 && named == first.size()
        && std::all_of(first.begin(), first.end(), [&rows](const QString &heading) {
               return heading.size() <= 24 && !comesAgain(rows, heading);
           });
}

} // namespace

QList<QChar> separators()
{
    return {u',', u';', u'\t', u'|'};
}

QString displayName(QChar separator)
{
    switch (separator.unicode()) {
    case u',':
        return QCoreApplication::translate("sheet::Dialect", "Comma  ,");
    case u';':
        return QCoreApplication::translate("sheet::Dialect", "Semicolon  ;");
    case u'\t':
        return QCoreApplication::translate("sheet::Dialect", "Tab");
    case u'|':
        return QCoreApplication::translate("sheet::Dialect", "Pipe  |");
    default:
        return QString(separator);
    }
}

Dialect guessDialect(const QByteArray &bytes)
{
    Dialect dialect;
    dialect.encoding = guessEncoding(bytes);
    const bool whole = bytes.size() <= sampleBytes;
    // An odd cut would go through a UTF-16 character.
    const QString text =
        decoded(QByteArrayView(bytes).first(std::min(bytes.size(), sampleBytes)), dialect.encoding);
    dialect.quote = guessQuote(text);
    if (const auto said = saidSeparator(text)) {
        dialect.separator = said->separator;
    } else {
        double best = 0;
        // The rarer a character is in texts, the more it says that it is there at all.
        for (const QChar separator : {u'\t', u'|', u';', u','}) {
            const double fits = fitness(sampleOf(text, separator, dialect.quote, whole));
            if (fits > best) {
                best = fits;
                dialect.separator = separator;
            }
        }
    }
    dialect.hasHeader = guessHeader(sampleOf(text, dialect.separator, dialect.quote, whole).rows);
    return dialect;
}

} // namespace sheet
