// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/textblocks.h"

#include <algorithm>

namespace config {

namespace {

bool isSpaces(const QByteArray &text, qsizetype begin, qsizetype end)
{
    return std::all_of(text.begin() + begin, text.begin() + end, [](char c) { return c == ' '; });
}

/// Whether the line at `line` is blank, or a comment at `column` or left of it. Further right, it
/// may be part of a block scalar.
bool isFiller(const QByteArray &text, qsizetype line, qsizetype end, qsizetype column)
{
    qsizetype at = line;
    while (at < end && text[at] == ' ')
        ++at;
    if (at < end && text[at] == '#')
        return at - line <= column;
    while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'))
        ++at;
    return at == end || text[at] == '\n';
}

} // namespace

std::optional<std::vector<TextBlock>> cutBlocks(const QByteArray &text,
                                                const std::vector<qsizetype> &starts,
                                                qsizetype column, qsizetype begin, qsizetype end)
{
    std::vector<TextBlock> blocks;
    for (const qsizetype start : starts) {
        const qsizetype line = lineBegin(text, start);
        if (start < begin || start >= end || start - line != column)
            return std::nullopt;
        // The first entry may follow something else on its line, such as the dash of its job.
        if (!isSpaces(text, std::max(line, begin), start))
            return std::nullopt;
        blocks.push_back({begin, std::max(line, begin), start, end});
    }
    for (size_t i = 0; i < blocks.size(); ++i) {
        TextBlock &block = blocks[i];
        const bool isLast = i + 1 == blocks.size();
        block.end = isLast ? end : blocks[i + 1].line;
        if (block.end <= block.begin)
            return std::nullopt;
        while (true) {
            const qsizetype lastLine = lineBegin(text, block.end - 1);
            if (lastLine <= block.begin || !isFiller(text, lastLine, block.end, column))
                break;
            block.end = lastLine;
        }
        if (!isLast)
            blocks[i + 1].lead = block.end;
    }
    return blocks;
}

qsizetype endOfBlankLines(const QByteArray &text, qsizetype begin, qsizetype end)
{
    qsizetype line = begin;
    while (line < end) {
        const qsizetype newline = text.indexOf('\n', line);
        if (newline < 0 || newline >= end
            || !QByteArrayView(text).sliced(line, newline - line).trimmed().isEmpty())
            break;
        line = newline + 1;
    }
    return line;
}

qsizetype lineBegin(const QByteArray &text, qsizetype at)
{
    return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

} // namespace config
