// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/splicetext.h"

namespace config {

SpliceText::SpliceText(const QByteArray &source)
    : m_source(source)
    , m_lineBreak(source.contains("\r\n") ? "\r\n" : "\n")
{
}

void SpliceText::appendLines(qsizetype begin, qsizetype end)
{
    if (begin >= end)
        return;
    if (!m_result.isEmpty() && !m_result.endsWith('\n'))
        m_result += m_lineBreak;
    append(QByteArrayView(m_source).sliced(begin, end - begin));
}

void SpliceText::appendNew(const QByteArray &text)
{
    const bool beginsLine = text.startsWith(' ') || text.startsWith('-') || text.startsWith('\n');
    if (beginsLine && !m_result.isEmpty() && !m_result.endsWith('\n'))
        m_result += m_lineBreak;
    QByteArray lines = text;
    m_result += lines.replace("\n", m_lineBreak);
}

void SpliceText::appendEntry(const Piece &piece, const TextBlock *block, int column,
                             TextStyle style)
{
    if (block && !piece.changed) {
        append(QByteArrayView(m_source).sliced(block->begin, block->end - block->begin));
        return;
    }
    QByteArray entry = yamlEntry(piece.key, *piece.value, column, style);
    if (block && entry.count('\n') == 1)
        entry.insert(entry.size() - 1, commentBehind(*piece.origin->value, *block));
    appendNew(entry);
}

void SpliceText::append(QByteArrayView text)
{
    m_result.append(text.data(), text.size());
}

/// The comment on the line of a value, with the spaces before it. Only where the value has no
/// quotes, which could hide a `#` of its own.
QByteArray SpliceText::commentBehind(const Node &value, const TextBlock &block) const
{
    qsizetype lineEnd = m_source.indexOf('\n', block.begin);
    lineEnd = lineEnd < 0 ? m_source.size() : lineEnd;
    const bool isOneLine = lineEnd + 1 >= block.end;
    if (!isOneLine || QByteArrayView("\"'|>[{").contains(m_source.at(value.at)))
        return {};
    const qsizetype comment = m_source.indexOf(" #", value.at);
    if (comment < 0 || comment >= lineEnd)
        return {};
    qsizetype begin = comment;
    while (begin > value.at && m_source[begin - 1] == ' ')
        --begin;
    QByteArray text = m_source.sliced(begin, lineEnd - begin);
    if (text.endsWith('\r'))
        text.chop(1);
    return text;
}

} // namespace config
