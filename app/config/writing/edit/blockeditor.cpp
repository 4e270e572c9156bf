// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/copying.h"
#include "config/writing/edit/treeeditor.h"

#include <algorithm>

namespace config {

namespace {

/// Lines whose first goes behind something else.
QByteArray withoutFirstIndent(QByteArray lines)
{
    qsizetype spaces = 0;
    while (spaces < lines.size() && (lines[spaces] == ' ' || lines[spaces] == '\t'))
        ++spaces;
    return lines.remove(0, spaces);
}

/// Only the comments of lines.
QByteArray commentsOf(const QByteArray &lines)
{
    QByteArray comments;
    for (qsizetype begin = 0; begin < lines.size();) {
        const qsizetype newline = lines.indexOf('\n', begin);
        const qsizetype next = newline < 0 ? lines.size() : newline + 1;
        const QByteArray line = lines.sliced(begin, next - begin);
        if (!line.trimmed().isEmpty())
            comments += line;
        begin = next;
    }
    return comments;
}

} // namespace

void TreeEditor::block(const Node &old, const Node &now, qsizetype begin, qsizetype end,
                       bool isFile)
{
    const BlockUnits units = cutBlock(m_spans, old, begin, end, isFile);
    std::vector<Part> parts;
    for (const BlockUnit &unit : units.units)
        parts.push_back(unit.part);
    const std::vector<Slot> sequence = slotsFor(old, now, parts);
    const std::vector<bool> isStable = stable(sequence);

    int lastStable = 0;
    for (size_t i = 0; i < sequence.size(); ++i) {
        QByteArray gap = gapAbove(units, sequence, i, isStable[i], lastStable);
        if (isStable[i])
            lastStable = std::max(lastStable, sequence[i].old);
        bool isBesideDash = units.isInline && i == 0;
        if (isBesideDash)
            gap = withoutFirstIndent(commentsOf(gap));
        else
            endLine(begin);
        if (m_keepsBlankLines)
            gap = gap.sliced(blankLinesAbove(gap));
        m_out += gap;
        isBesideDash = isBesideDash && gap.isEmpty();
        if (sequence[i].isNew())
            newUnit(units, sequence[i], old, isBesideDash);
        else
            oldUnit(units, sequence[i], old, isBesideDash);
    }
    if (m_isCopy)
        return;
    for (size_t i = size_t(lastStable) + 1; i < units.units.size(); ++i) {
        const BlockUnit &unit = units.units[i];
        if (unit.hasSection) {
            endLine(unit.gap);
            keep(unit.gap, unit.lead);
        }
    }
    if (units.end < end)
        endLine(units.end);
    keep(units.end, end);
}

/// Blank lines and section comments above a unit. Sections stay where they are among the units
/// that keep their order; a unit that moves takes only its blank lines along.
QByteArray TreeEditor::gapAbove(const BlockUnits &units, const std::vector<Slot> &sequence,
                                size_t index, bool isStable, int lastStable) const
{
    const auto gapOf = [&](int i) {
        const BlockUnit &unit = units.units[size_t(i)];
        return m_text.sliced(unit.gap, unit.lead - unit.gap);
    };
    const Slot &slot = sequence[index];
    QByteArray gap = index == 0 && !units.units.empty() ? gapOf(0) : QByteArray();
    if (m_isCopy)
        gap = blankLinesOf(gap);
    const bool hasSection = slot.old > 0 && units.units[size_t(slot.old)].hasSection;
    if (isStable && !m_isCopy) {
        QByteArray sections;
        for (int i = lastStable + 1; i <= slot.old; ++i) {
            if (units.units[size_t(i)].hasSection)
                sections += gapOf(i);
        }
        if (index == 0 || !sections.isEmpty())
            return gap + sections;
    }
    if (index == 0)
        return gap;
    return slot.old > 0 && !hasSection ? gapOf(slot.old) : usualGap(units, slot);
}

/// The blank lines above what has none of its own.
QByteArray TreeEditor::usualGap(const BlockUnits &units, const Slot &slot) const
{
    const bool isMap = !slot.key.isEmpty();
    // The first key of a file is set off from settings that come to stand above it.
    if (isMap && slot.old == 0 && units.column == 0)
        return lineBreakAt(0);
    if (isMap)
        return {};
    for (size_t i = 1; i < units.units.size(); ++i) {
        const BlockUnit &unit = units.units[i];
        if (!unit.hasSection)
            return m_text.sliced(unit.gap, unit.lead - unit.gap);
    }
    const bool isEntry = !units.units.empty() && units.units[0].part.node->kind == Node::Kind::Map;
    return isEntry ? lineBreakAt(units.units[0].line) : QByteArray();
}

void TreeEditor::oldUnit(const BlockUnits &units, const Slot &slot, const Node &old,
                         bool isBesideDash)
{
    const BlockUnit &unit = units.units[size_t(slot.old)];
    const Part &part = unit.part;
    if (!m_isCopy && unit.lead < unit.line) {
        const QByteArray comments = m_text.sliced(unit.lead, unit.line - unit.lead);
        m_out += isBesideDash ? withoutFirstIndent(comments) : comments;
        isBesideDash = false;
    }
    const bool wasBesideDash = units.isInline && slot.old == 0;
    if (!isBesideDash && wasBesideDash)
        m_out += QByteArray(units.column, ' ');
    const qsizetype begin = isBesideDash || wasBesideDash ? part.begin : unit.line;
    const bool isKept = part.isMerge
        || (isSame(*part.node, *slot.value)
            && !(m_hasReferences && (m_anchors.isUsedIn(*part.node) || hasKeyAnchor(part))));
    if (isKept && !m_isCopy) {
        keep(begin, unit.end);
        m_keepsBlankLines = m_spans.keepsBlankLines(*part.node);
        return;
    }
    keep(begin, part.gap);
    if (part.isMerge) {
        keep(part.gap, part.end);
        endLine(part.end);
        return;
    }
    defineKeyAnchor(part);
    const bool isList = old.kind == Node::Kind::List;
    const Node *siblings = m_siblings;
    const size_t sibling = m_sibling;
    if (isList) {
        m_siblings = &old;
        m_sibling = size_t(slot.old);
    }
    value(part, slot.value, {units.column, isList, false}, unit.end);
    m_siblings = siblings;
    m_sibling = sibling;
}

void TreeEditor::newUnit(const BlockUnits &units, const Slot &slot, const Node &old,
                         bool isBesideDash)
{
    if (slot.pattern >= 0) {
        const Copying copying(m_isCopy);
        oldUnit(units, {slot.pattern, -1, {}, slot.value}, old, isBesideDash);
        return;
    }
    m_keepsBlankLines = false;
    const qsizetype near = units.units.empty() ? 0 : units.units.back().line;
    const QByteArray indent(isBesideDash ? 0 : units.column, ' ');
    if (old.kind == Node::Kind::Map)
        add(indent + newEntry(slot, old, units.column), near);
    else
        add(indent + '-' + yamlValue(*slot.value, units.column, true, m_habits), near);
}

} // namespace config
