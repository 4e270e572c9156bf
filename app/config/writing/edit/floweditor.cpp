// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/copying.h"
#include "config/writing/edit/treeeditor.h"

#include <algorithm>

namespace config {

/// A list or mapping in brackets, from bracket to bracket.
void TreeEditor::flow(const Node &old, const Node &now)
{
    const FlowUnits units = cutFlow(m_spans, old);
    std::vector<Part> parts;
    for (const FlowUnit &unit : units.units)
        parts.push_back(unit.part);
    const std::vector<Slot> sequence = slotsFor(old, now, parts);
    const bool wasOnLines = std::exchange(m_isOnLines, isOnLines(units));

    QByteArray opening = m_text.sliced(m_spans.content(old), units.open - m_spans.content(old));
    if (m_isCopy)
        opening = withoutComments(opening);
    m_out += opening;
    m_endsInComment = opening.contains('#');
    for (size_t i = 0; i < sequence.size(); ++i) {
        const QByteArray lead = leadOf(units, sequence, i);
        breakBehindComment(lead, units.open);
        m_out += lead;
        flowPart(units, sequence[i], old);
        const bool isLast = i + 1 == sequence.size();
        const bool hasComma = isLast
            ? units.endsWithComma
            : withoutComma(leadOf(units, sequence, i + 1)) == leadOf(units, sequence, i + 1);
        flowTail(units, sequence[i], hasComma);
    }
    for (size_t i = 0; sequence.empty() && i < units.units.size(); ++i) {
        const FlowUnit &gone = units.units[i];
        const QByteArray section = sectionOf(m_text.sliced(gone.lead, gone.part.begin - gone.lead));
        m_out += section;
        m_endsInComment = m_endsInComment || !section.isEmpty();
    }
    const qsizetype rest = units.units.empty() ? units.open : units.units.back().tail;
    QByteArray closing = m_text.sliced(rest, units.close - rest);
    if (m_isCopy)
        closing = withoutComments(closing);
    if (sequence.empty())
        closing = withoutComma(closing);
    breakBehindComment(closing, units.open);
    m_out += closing;
    keep(units.close, units.close + 1);
    m_isOnLines = wasOnLines;
}

/// Whether each item has a line of its own.
bool TreeEditor::isOnLines(const FlowUnits &units) const
{
    if (units.units.empty())
        return false;
    const FlowUnit &first = units.units.front();
    return m_text.sliced(first.lead, first.part.begin - first.lead).contains('\n');
}

/// The space (with comments, and, where such is the style, the comma) before an item.
QByteArray TreeEditor::leadOf(const FlowUnits &units, const std::vector<Slot> &sequence,
                              size_t index) const
{
    const auto leadOfUnit = [&](size_t i) {
        const FlowUnit &unit = units.units[i];
        const QByteArray lead = m_text.sliced(unit.lead, unit.part.begin - unit.lead);
        return m_isCopy ? withoutComments(lead) : lead;
    };
    const Slot &slot = sequence[index];
    const bool hasComments = slot.old > 0 && leadOfUnit(size_t(slot.old)).contains('#');
    if (index == 0 && slot.old > 0 && hasComments)
        return withoutComma(leadOfUnit(size_t(slot.old)));
    if (index == 0)
        return slot.old == 0 ? leadOfUnit(0) : withoutComments(leadOfUnit(0));
    if (slot.old > 0 || (slot.old == 0 && leadOfUnit(0).contains('#')))
        return leadOfUnit(size_t(slot.old));
    if (units.units.size() > 1)
        return withoutComments(leadOfUnit(1));
    const QByteArray first = withoutComments(leadOfUnit(0));
    const qsizetype newline = first.lastIndexOf('\n');
    if (newline < 0)
        return m_isJson && !m_jsonHabits.hasSpaces ? "" : " ";
    const bool hasReturn = newline > 0 && first[newline - 1] == '\r';
    return first.sliced(hasReturn ? newline - 1 : newline);
}

void TreeEditor::flowPart(const FlowUnits &units, const Slot &slot, const Node &old)
{
    const bool isList = old.kind == Node::Kind::List;
    if (slot.isNew() && slot.pattern >= 0) {
        const Copying copying(m_isCopy);
        flowPart(units, {slot.pattern, -1, {}, slot.value}, old);
        return;
    }
    if (slot.isNew()) {
        const bool hasStyles = !isList && !m_isJson;
        const ScalarStyle style = hasStyles ? styleForKey(slot.key, *slot.value) : ScalarStyle();
        const QByteArray key = isList ? QByteArray() : newFlowKey(units, slot.key);
        add(key + newFlowValue(*slot.value, style), units.open);
        return;
    }
    const Part &part = units.units[size_t(slot.old)].part;
    const bool hasReferences =
        m_hasReferences && (m_anchors.isUsedIn(*part.node) || hasKeyAnchor(part));
    if (part.isMerge || (!m_isCopy && !hasReferences && isSame(*part.node, *slot.value))) {
        keep(part.begin, part.end);
        return;
    }
    keep(part.begin, part.gap);
    defineKeyAnchor(part);
    const Node *siblings = m_siblings;
    const size_t sibling = m_sibling;
    if (isList) {
        m_siblings = &old;
        m_sibling = size_t(slot.old);
    }
    value(part, slot.value, {0, isList, true}, part.end);
    m_siblings = siblings;
    m_sibling = sibling;
}

/// What follows an item up to the end of its line: the comma, where it has one, and a comment.
void TreeEditor::flowTail(const FlowUnits &units, const Slot &slot, bool hasComma)
{
    if (slot.isNew() || m_isCopy) {
        m_out += hasComma ? "," : "";
        return;
    }
    const FlowUnit &unit = units.units[size_t(slot.old)];
    const qsizetype behind = unit.comma < 0 ? unit.part.end : unit.comma + 1;
    m_endsInComment = m_text.sliced(behind, unit.tail - behind).contains('#');
    if (unit.comma < 0) {
        m_out += hasComma ? "," : "";
        keep(unit.part.end, unit.tail);
        return;
    }
    if (hasComma)
        keep(unit.part.end, unit.comma + 1);
    keep(unit.comma + 1, unit.tail);
}

/// What follows a comment needs a line of its own.
void TreeEditor::breakBehindComment(const QByteArray &next, qsizetype near)
{
    if (m_endsInComment && !next.startsWith('\n') && !next.startsWith('\r'))
        m_out += lineBreakAt(near);
    m_endsInComment = false;
}

/// `key: `, spaced and quoted as its neighbours are.
QByteArray TreeEditor::newFlowKey(const FlowUnits &units, const QString &key) const
{
    const Part *first = nullptr;
    for (const FlowUnit &unit : units.units) {
        if (!first && unit.part.hasColon && !unit.part.isMerge)
            first = &unit.part;
    }
    const bool isQuoted = first && m_spans.at(first->begin) == '"';
    const QByteArray name = m_isJson || isQuoted ? jsonQuoted(key, m_jsonHabits) : yamlKey(key);
    const QByteArray between =
        first ? m_text.sliced(first->keyEnd, first->value - first->keyEnd) : QByteArray();
    if (m_isJson && first && !between.contains('\n'))
        return name + between;
    return name + (m_isJson && !m_jsonHabits.hasSpaces ? ":" : ": ");
}

} // namespace config
