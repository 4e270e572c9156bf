// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/treeeditor.h"

#include <algorithm>

namespace config {

namespace {

bool isCollection(const Node &node)
{
    return node.kind == Node::Kind::List || node.kind == Node::Kind::Map;
}

/// Whether a value is a list or mapping in block style, with lines of its own.
bool hasLines(const Node &node)
{
    return isCollection(node) && !node.flow && !node.alias;
}

/// The comments in a text that goes.
struct Comments
{
    QByteArray beside; ///< that on its first line, with the spaces before it
    QByteArray below;  ///< the others, each on a line of its own, ended by `\n`
};

Comments commentsIn(QByteArrayView text)
{
    Comments comments;
    bool isFirst = true;
    for (qsizetype begin = 0; begin < text.size(); isFirst = false) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype next = newline < 0 ? text.size() : newline + 1;
        QByteArray line = text.sliced(begin, next - begin).toByteArray();
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        if (line.trimmed().startsWith('#') && isFirst)
            comments.beside = line.startsWith('#') ? ' ' + line : line;
        else if (line.trimmed().startsWith('#'))
            comments.below += line + '\n';
        begin = next;
    }
    return comments;
}

/// The lines of a text and a comment: behind the sign of a block, else behind the last line.
QByteArray linesOf(const ScalarText &text, const QByteArray &comment)
{
    const bool isBlock = text.first.startsWith('|') || text.first.startsWith('>');
    if (isBlock || text.below.isEmpty())
        return text.first + comment + '\n' + text.below;
    return text.first + '\n' + text.below.chopped(1) + comment + '\n';
}

} // namespace

/// Writes a new value where the old one stands, among the comments around that.
void TreeEditor::replaceValue(const Part &part, const NodePtr &now, const ScalarPlace &place,
                              qsizetype lineEnd)
{
    const Node &old = *part.node;
    const ScalarStyle style = styleOf(old, place.column);
    const QByteArray anchor = anchorFor(part, now);
    const QByteArray comment = m_isCopy ? QByteArray() : commentBehind(part);
    bool hasBlock = false;
    m_keepsBlankLines = false;
    if (isCollection(*now) && isFilled(*now)) {
        const QByteArray head = anchor.isEmpty() ? QByteArray() : ' ' + anchor.trimmed();
        add(head + newLines(part, *now, place, comment), part.gap);
    } else if (isCollection(*now)) {
        const QByteArray brackets = now->kind == Node::Kind::List ? "[]" : "{}";
        m_out += fillerBefore(part);
        add(anchor + brackets + comment + '\n', part.gap);
    } else {
        const ScalarText text = scalarText(*now, style, place);
        m_out += fillerBefore(part);
        add(anchor + linesOf(text, comment), part.gap);
        hasBlock = !text.below.isEmpty();
        m_keepsBlankLines = hasBlock && text.first.contains('+');
    }
    if (m_isCopy)
        return;
    if (!hasLines(old))
        keep(m_spans.nextLine(part.end), lineEnd);
    else if (!hasBlock)
        keepSections(part, lineEnd);
}

/// A list or mapping in block style from behind the colon or dash on, with the comments that stood
/// before the old value, and between its brackets where those were empty.
QByteArray TreeEditor::newLines(const Part &part, const Node &now, const ScalarPlace &place,
                                const QByteArray &comment) const
{
    QByteArray lines = yamlValue(now, place.column, place.inList, m_habits);
    Comments before;
    Comments inside;
    if (!m_isCopy && !hasLines(*part.node)) {
        before = commentsIn(fillerBefore(part));
        const Node &old = *part.node;
        if (m_spans.hasBrackets(old) && !isFilled(old)) {
            const qsizetype open = m_spans.content(old) + 1;
            inside = commentsIn(QByteArrayView(m_text).sliced(open, part.end - 1 - open));
        }
    }
    QByteArray head = before.beside + inside.beside + comment;
    if (const QByteArray below = before.below + inside.below; !below.isEmpty())
        head += '\n' + below.chopped(1);
    if (!head.isEmpty() && !lines.startsWith('\n'))
        lines = '\n' + QByteArray(place.column + 2, ' ') + lines.sliced(1);
    return head + lines;
}

/// Of items that are gone, the comments that head sections and what stands behind the last.
void TreeEditor::keepSections(const Part &part, qsizetype lineEnd)
{
    const BlockUnits units = cutBlock(m_spans, *part.node, linesBegin(part), lineEnd, false);
    QByteArray sections;
    for (const BlockUnit &unit : units.units) {
        if (unit.hasSection)
            sections += m_text.sliced(unit.gap, unit.lead - unit.gap);
    }
    // The blank lines below the last one parted it from an item.
    while (units.end >= lineEnd && (sections.endsWith("\n\n") || sections.endsWith("\n\r\n")))
        sections.chop(sections.endsWith("\r\n") ? 2 : 1);
    m_out += sections;
    keep(units.end, lineEnd);
}

void TreeEditor::replaceInFlow(const Part &part, const NodePtr &now)
{
    const QByteArray anchor = anchorFor(part, now);
    const bool isEntry = part.gap > part.begin;
    if (part.value > part.gap)
        keep(part.gap, part.value);
    else if (isEntry && !part.hasColon)
        add(": ", part.gap);
    else if (isEntry && !m_isJson && m_spans.at(part.gap - 1) == ':' && part.value == part.end)
        add(" ", part.gap);
    add(anchor + newFlowValue(*now, styleOf(*part.node, 0)), part.gap);
}

/// The anchor for a new value, with a space behind it: the one that the old value defined, or, of
/// an alias, the one that it referred to and that the new text doesn't have any more.
QByteArray TreeEditor::anchorFor(const Part &part, const NodePtr &now)
{
    const Node &old = *part.node;
    const QByteArray name = m_hasReferences ? m_spans.anchor(old) : QByteArray();
    if (m_isCopy || name.isEmpty())
        return {};
    if (old.alias) {
        const NodePtr definition = m_anchors.definitionOf(old);
        if (m_anchors.isDefined(name) || !definition || !meansTheSame(*definition, *now))
            return {};
    }
    m_anchors.define(name, now);
    return '&' + name + ' ';
}

/// The spaces between colon or dash and value.
QByteArray TreeEditor::spaceBefore(const Part &part) const
{
    const QByteArray space = m_text.sliced(part.gap, part.value - part.gap);
    const bool isOnLine = !space.isEmpty() && m_spans.skipSpaces(part.gap) == part.value;
    return isOnLine ? space : QByteArray(" ");
}

/// The same with the comments that stand there.
QByteArray TreeEditor::fillerBefore(const Part &part) const
{
    const Node &old = *part.node;
    const bool isThere = part.value > part.gap && !hasLines(old);
    if (m_isCopy || !isThere)
        return spaceBefore(part);
    const bool isNull = old.kind == Node::Kind::Null && !old.alias;
    const qsizetype last = isNull ? part.value : m_spans.content(old);
    QByteArray filler;
    for (qsizetype at = part.gap; at < last;) {
        const qsizetype next = std::min(m_spans.skipFiller(at), last);
        filler += m_text.sliced(at, next - at);
        // The space before tag and anchor is enough.
        at = next < last ? m_spans.skipSpaces(m_spans.propertyEnd(next)) : last;
    }
    return filler.contains('#') ? filler : spaceBefore(part);
}

/// The comment on the line of a value, with the spaces before it.
QByteArray TreeEditor::commentBehind(const Part &part) const
{
    const Node &old = *part.node;
    qsizetype begin = part.end;
    if (hasLines(old)) {
        begin = part.gap;
        if (m_spans.skipFiller(begin) < m_spans.nextLine(begin))
            return {};
    } else if (!isCollection(old) && old.kind != Node::Kind::Null && !old.alias) {
        const QByteArray scalar =
            m_text.sliced(m_spans.content(old), part.end - m_spans.content(old));
        const ScalarStyle style = ScalarStyle::of(scalar, 0);
        if (style.isBlock())
            return style.comment;
    }
    QByteArray comment = m_text.sliced(begin, m_spans.nextLine(begin) - begin);
    while (comment.endsWith('\n') || comment.endsWith('\r'))
        comment.chop(1);
    return comment.trimmed().startsWith('#') ? comment : QByteArray();
}

} // namespace config
