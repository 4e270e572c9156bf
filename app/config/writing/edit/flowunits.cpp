// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/flowunits.h"

#include <algorithm>

namespace config {

namespace {

/// Behind what stands on the line of a comma: spaces and a comment. Where something else follows
/// on the line, that has the spaces.
qsizetype tailEnd(const Spans &spans, qsizetype from, qsizetype next)
{
    const qsizetype at = spans.skipSpaces(from);
    const char first = spans.at(at);
    if (at >= next || (first != '#' && first != '\r' && first != '\n'))
        return from;
    qsizetype end = spans.text().indexOf('\n', at);
    if (end > at && spans.at(end - 1) == '\r')
        --end;
    return end;
}

/// The comma between `from` and `next`, or -1.
qsizetype commaBefore(const Spans &spans, qsizetype from, qsizetype next)
{
    const qsizetype at = spans.skipFiller(from);
    return at < next && spans.at(at) == ',' ? at : -1;
}

} // namespace

FlowUnits cutFlow(const Spans &spans, const Node &node)
{
    FlowUnits result;
    result.close = spans.end(node) - 1;
    const std::vector<Part> parts = spans.parts(node);
    const qsizetype bracket = spans.content(node) + 1;
    result.open = tailEnd(spans, bracket, parts.empty() ? result.close : parts.front().begin);
    qsizetype lead = result.open;
    for (size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        const bool isLast = i + 1 == parts.size();
        const qsizetype next = isLast ? result.close : parts[i + 1].begin;
        FlowUnit unit{part, lead, part.end, -1};
        const qsizetype comma = commaBefore(spans, part.end, next);
        const bool isOnLine =
            comma >= 0 && !spans.text().sliced(part.end, comma - part.end).contains('\n');
        if (isOnLine) {
            unit.comma = comma;
            unit.tail = tailEnd(spans, comma + 1, next);
        } else {
            unit.tail = tailEnd(spans, part.end, next);
        }
        result.endsWithComma = isLast && isOnLine;
        lead = unit.tail;
        result.units.push_back(unit);
    }
    return result;
}

bool hasOwnComments(const Spans &spans, const Node &node)
{
    const FlowUnits units = cutFlow(spans, node);
    const auto hasComment = [&spans](qsizetype begin, qsizetype end) {
        return QByteArrayView(spans.text()).sliced(begin, end - begin).contains('#');
    };
    const qsizetype rest = units.units.empty() ? units.open : units.units.back().tail;
    if (hasComment(spans.content(node), units.open) || hasComment(rest, units.close))
        return true;
    return std::ranges::any_of(units.units, [&](const FlowUnit &unit) {
        return !sectionOf(spans.text().sliced(unit.lead, unit.part.begin - unit.lead)).isEmpty();
    });
}

QByteArray sectionOf(const QByteArray &lead)
{
    for (qsizetype end = lead.lastIndexOf('\n'); end > 0;) {
        const qsizetype before = lead.lastIndexOf('\n', end - 1);
        if (before >= 0 && lead.sliced(before, end - before).trimmed().isEmpty()) {
            QByteArray section = lead.first(before);
            if (section.endsWith('\r'))
                section.chop(1);
            return section.contains('#') ? section : QByteArray();
        }
        end = before;
    }
    return {};
}

QByteArray withoutComments(QByteArrayView between)
{
    QByteArray result;
    bool isComment = false;
    for (const char c : between) {
        if (c == '\n' || c == '\r')
            isComment = false;
        else if (c == '#')
            isComment = true;
        if (!isComment)
            result += c;
    }
    // What is left of a line that held nothing else is no line of its own.
    const qsizetype last = result.lastIndexOf('\n');
    const qsizetype first = result.indexOf('\n');
    if (first >= 0 && first != last && result.sliced(first, last - first).trimmed().isEmpty())
        result.remove(first, last - first);
    return result;
}

QByteArray withoutComma(QByteArray between)
{
    qsizetype at = 0;
    while (at < between.size() && between[at] != ',') {
        if (between[at] == '#') {
            at = between.indexOf('\n', at);
            if (at < 0)
                return between;
        }
        ++at;
    }
    if (at >= between.size())
        return between;
    between.remove(at, 1);
    return between;
}

} // namespace config
