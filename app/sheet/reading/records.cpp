// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/reading/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

constexpr qsizetype mostCells = 16'384; ///< in a row, of Excel and LibreOffice

}

std::optional<SaidSeparator> saidSeparator(QStringView text)
{
    const qsizetype equals = 3;
    if (text.size() < 5 || !text.startsWith("sep="_L1, Qt::CaseInsensitive))
        return std::nullopt;
    const QStringView rest = text.sliced(equals + 2);
    const QChar separator = text[equals + 1];
    if (separator == u'\r' || separator == u'\n')
        return std::nullopt;
    if (rest.isEmpty())
        return SaidSeparator{separator, text.size()};
    if (rest.startsWith(u"\r\n"))
        return SaidSeparator{separator, equals + 4};
    if (rest.startsWith(u'\n') || rest.startsWith(u'\r'))
        return SaidSeparator{separator, equals + 3};
    return std::nullopt;
}

bool isEmpty(const Row &row)
{
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const QString &cell) { return QStringView(cell).trimmed().isEmpty(); });
}

Records::Records(QStringView text, QChar separator, QChar quote)
    : m_text(text)
    , m_separator(separator)
    , m_quote(quote)
{
    if (const auto said = saidSeparator(text)) {
        m_at = said->end;
        m_line = 2;
    }
}

void Records::passLineBreak()
{
    if (m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

/// Steps to the opening quote of a cell that has one. People write blanks before it.
bool Records::beginsQuoted()
{
    if (m_quote.isNull())
        return false;
    qsizetype at = m_at;
    while (at < m_text.size() && m_text[at] == u' ' && m_separator != u' ')
        ++at;
    if (at >= m_text.size() || m_text[at] != m_quote)
        return false;
    m_at = at;
    return true;
}

QString Records::plainCell()
{
    const qsizetype start = m_at;
    while (!atEnd() && m_text[m_at] != m_separator && !atLineBreak())
        ++m_at;
    return m_text.sliced(start, m_at - start).toString();
}

std::optional<QString> Records::quotedCell()
{
    const int firstLine = m_line;
    QString cell;
    ++m_at;
    for (;;) {
        if (atEnd()) {
            m_fault = Fault{Fault::Kind::OpenQuote, firstLine};
            return std::nullopt;
        }
        if (m_text[m_at] == m_quote) {
            ++m_at;
            if (atEnd() || m_text[m_at] != m_quote)
                break;
            cell += m_quote;
            ++m_at;
        } else if (atLineBreak()) {
            cell += u'\n';
            passLineBreak();
        } else {
            cell += m_text[m_at++];
        }
    }
    while (!atEnd() && m_text[m_at] == u' ' && m_separator != u' ')
        ++m_at;
    if (!atEnd() && m_text[m_at] != m_separator && !atLineBreak()) {
        m_fault = Fault{Fault::Kind::BehindQuote, m_line};
        return std::nullopt;
    }
    return cell;
}

std::optional<Row> Records::next()
{
    if (atEnd() || m_fault)
        return std::nullopt;
    Row row;
    row.number = ++m_row;
    row.line = m_line;
    for (;;) {
        if (beginsQuoted()) {
            const auto cell = quotedCell();
            if (!cell)
                return std::nullopt;
            row.cells.append(*cell);
        } else {
            row.cells.append(plainCell());
        }
        if (atEnd())
            return row;
        if (atLineBreak()) {
            passLineBreak();
            return row;
        }
        ++m_at;
        if (row.cells.size() > mostCells) {
            m_fault = Fault{Fault::Kind::TooLong, row.line};
            return std::nullopt;
        }
    }
}

} // namespace sheet
