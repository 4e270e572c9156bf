// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/clipboard/htmltable.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A page that was copied whole may be anything; a table of jobs is far smaller.
constexpr qsizetype longestPage = 8 * 1024 * 1024; ///< characters

/// As spreadsheets write it: quoted where a tab, a break or a quote stands in it.
QString quoted(const QString &cell)
{
    const bool plain = !cell.contains(u'\t') && !cell.contains(u'\n') && !cell.contains(u'"');
    return plain ? cell : u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
}

const QTextTable *firstTable(const QTextFrame *frame)
{
    for (const QTextFrame *child : frame->childFrames()) {
        if (const auto *table = qobject_cast<const QTextTable *>(child))
            return table;
        if (const QTextTable *within = firstTable(child))
            return within;
    }
    return nullptr;
}

QString textOf(const QTextTableCell &cell)
{
    QTextCursor cursor = cell.firstCursorPosition();
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
    QString text = cursor.selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    return text.trimmed();
}

/// At a glance: reading a long page takes its time. Cells of one column are as many as rows.
bool mayHaveTable(const QString &html)
{
    const auto count = [&html](QLatin1StringView tag) {
        return html.count(tag, Qt::CaseInsensitive);
    };
    return html.size() <= longestPage
        && count("<td"_L1) + count("<th>"_L1) + count("<th "_L1) > count("<tr"_L1);
}

} // namespace

QByteArray tableInHtml(const QString &html)
{
    if (!mayHaveTable(html))
        return {};
    QTextDocument document;
    document.setHtml(html);
    const QTextTable *table = firstTable(document.rootFrame());
    if (!table || table->columns() < 2)
        return {};
    QStringList lines;
    for (int row = 0; row < table->rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < table->columns(); ++column)
            cells.append(quoted(textOf(table->cellAt(row, column))));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n').toUtf8();
}

} // namespace ui
