// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/scalars/folding.h"

namespace config {

namespace {

/// Whether a character is as wide as two Latin ones: from the Korean letters on, nearly all are.
bool isWide(QChar c)
{
    return c.unicode() >= 0x1100 && !c.isMark();
}

} // namespace

qsizetype columnsOf(QStringView text)
{
    qsizetype columns = 0;
    for (const QChar c : text)
        columns += isWide(c) ? 2 : 1;
    return columns;
}

QStringList folded(const QString &paragraph, qsizetype width)
{
    QStringList lines;
    qsizetype begin = 0;
    qsizetype lastSpace = -1;
    qsizetype columns = 0;
    qsizetype columnsAtSpace = 0;
    for (qsizetype i = 1; i + 1 < paragraph.size(); ++i) {
        columns += isWide(paragraph[i]) ? 2 : 1;
        if (paragraph[i] == u' ' && !paragraph[i - 1].isSpace() && !paragraph[i + 1].isSpace()) {
            lastSpace = i;
            columnsAtSpace = columns;
        }
        if (columns >= width && lastSpace > begin) {
            lines.append(paragraph.sliced(begin, lastSpace - begin));
            begin = lastSpace + 1;
            columns -= columnsAtSpace;
        }
    }
    lines.append(paragraph.sliced(begin));
    return lines;
}

QStringList refolded(const QString &paragraph, const QStringList &before, qsizetype width)
{
    QStringView rest = paragraph;
    QStringList head;
    for (const QString &line : before) {
        if (rest.size() <= line.size() + 1 || !rest.startsWith(line) || rest[line.size()] != u' '
            || rest[line.size() + 1].isSpace())
            break;
        head.append(line);
        rest = rest.sliced(line.size() + 1);
    }
    QStringList tail;
    for (qsizetype i = before.size() - 1; i >= head.size(); --i) {
        const QString &line = before[i];
        const qsizetype space = rest.size() - line.size() - 1;
        if (line.isEmpty() || space < 1 || !rest.endsWith(line) || rest[space] != u' '
            || rest[space - 1].isSpace())
            break;
        tail.prepend(line);
        rest = rest.first(space);
    }
    return head + folded(rest.toString(), width) + tail;
}

} // namespace config
