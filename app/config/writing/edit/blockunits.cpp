// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/blockunits.h"

#include <algorithm>

namespace config {

namespace {

bool isComment(const Spans &spans, qsizetype line)
{
    return spans.at(spans.skipSpaces(line)) == '#';
}

/// Behind the line that ends a unit: its last own line, or a comment below that is indented
/// further than the unit.
qsizetype unitEnd(const Spans &spans, const Part &part, qsizetype next, int column)
{
    // A text that keeps its blank lines ends with a line break of its own.
    qsizetype end = spans.nextLine(part.end);
    for (qsizetype line = end; line < next; line = spans.nextLine(line)) {
        if (isComment(spans, line) && spans.skipSpaces(line) - line > column)
            end = spans.nextLine(line);
    }
    return std::min(end, next);
}

} // namespace

BlockUnits cutBlock(const Spans &spans, const Node &node, qsizetype begin, qsizetype end,
                    bool isFile)
{
    BlockUnits result;
    result.end = begin;
    for (Part &part : spans.parts(node)) {
        BlockUnit unit;
        unit.line = spans.lineBegin(part.begin);
        if (result.units.empty()) {
            result.column = int(part.begin - unit.line);
            result.isInline = unit.line < begin;
        }
        if (unit.line < begin)
            unit.line = part.begin;
        if (part.begin - spans.lineBegin(part.begin) != result.column || part.end > end)
            throw LostTrack{part.begin};
        unit.gap = begin;
        if (!result.units.empty()) {
            BlockUnit &before = result.units.back();
            before.end = unitEnd(spans, before.part, unit.line, result.column);
            unit.gap = before.end;
        }
        unit.part = std::move(part);
        result.units.push_back(std::move(unit));
    }
    if (result.units.empty())
        return result;
    BlockUnit &last = result.units.back();
    last.end = unitEnd(spans, last.part, end, result.column);
    result.end = last.end;

    for (BlockUnit &unit : result.units) {
        const bool isFirst = &unit == &result.units.front();
        unit.lead = unit.line;
        qsizetype ownComments = unit.line;
        for (qsizetype line = unit.gap; line < unit.line; line = spans.nextLine(line)) {
            if (!isComment(spans, line))
                ownComments = unit.line;
            else if (ownComments == unit.line)
                ownComments = line;
        }
        if (!(isFirst && isFile))
            unit.lead = ownComments;
        for (qsizetype line = unit.gap; line < unit.lead; line = spans.nextLine(line))
            unit.hasSection = unit.hasSection || isComment(spans, line);
    }
    return result;
}

QByteArray blankLinesOf(QByteArrayView lines)
{
    QByteArray blank;
    qsizetype begin = 0;
    while (begin < lines.size()) {
        const qsizetype newline = lines.indexOf('\n', begin);
        const qsizetype next = newline < 0 ? lines.size() : newline + 1;
        if (lines.sliced(begin, next - begin).trimmed().isEmpty())
            blank.append(lines.sliced(begin, next - begin).toByteArray());
        begin = next;
    }
    return blank;
}

qsizetype blankLinesAbove(QByteArrayView lines)
{
    qsizetype begin = 0;
    while (begin < lines.size()) {
        const qsizetype newline = lines.indexOf('\n', begin);
        const qsizetype next = newline < 0 ? lines.size() : newline + 1;
        if (!lines.sliced(begin, next - begin).trimmed().isEmpty())
            break;
        begin = next;
    }
    return begin;
}

} // namespace config
