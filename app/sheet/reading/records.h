// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/table.h"

#include <QChar>
#include <QString>

#include <optional>

namespace sheet {

/// Excel's own first line, `sep=;`.
struct SaidSeparator
{
    QChar separator;
    qsizetype end = 0; ///< where the text goes on, behind its line break
};
std::optional<SaidSeparator> saidSeparator(QStringView text);

/// Whether a row has nothing in any of its cells.
bool isEmpty(const Row &row);

/// Cuts a text into rows of cells, one at a time, by RFC 4180. A first line `sep=;` is skipped.
class Records
{
public:
    struct Fault
    {
        enum class Kind {
            OpenQuote,   ///< never closed; `line` is where it begins
            BehindQuote, ///< text right behind a closing quote
            TooLong,     ///< more cells in a row than any spreadsheet has
        };
        Kind kind = Kind::OpenQuote;
        int line = 0;
    };

    /// The text must outlive this. A null `quote` is never one.
    Records(QStringView text, QChar separator, QChar quote);

    /// The next row, also an empty one; nothing at the end, and after a fault.
    std::optional<Row> next();
    const std::optional<Fault> &fault() const { return m_fault; }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atLineBreak() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void passLineBreak();
    bool beginsQuoted();
    QString plainCell();
    std::optional<QString> quotedCell();

    QStringView m_text;
    QChar m_separator;
    QChar m_quote;
    qsizetype m_at = 0;
    int m_row = 0;
    int m_line = 1;
    std::optional<Fault> m_fault;
};

} // namespace sheet
