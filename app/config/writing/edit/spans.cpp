// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/spans.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

Spans::Spans(const QByteArray &text)
    : TextSteps(text)
{
}

qsizetype Spans::end(const Node &node) const
{
    if (node.alias)
        return word(node.at + 1);
    if (node.kind == Node::Kind::List || node.kind == Node::Kind::Map)
        return collectionEnd(node);
    const qsizetype begin = content(node);
    if (node.kind == Node::Kind::Null)
        return word(begin);
    switch (at(begin)) {
    case '"':
    case '\'':
        return quotedEnd(begin);
    case '|':
    case '>':
        return blockEnd(node, begin);
    default:
        return matched(node.text.toUtf8(), begin);
    }
}

qsizetype Spans::content(const Node &node) const
{
    if (node.alias)
        return node.at;
    const qsizetype begin = skipProperties(node.at);
    const bool isExplicit = at(begin) == '?' && isWhite(at(begin + 1));
    if (node.kind == Node::Kind::Map && at(begin) != '{' && !isExplicit) {
        // Tag and anchor right before the first key are the key's own.
        const std::vector<Key> keys = keysOf(node);
        if (!keys.empty())
            return keys.front().at;
    }
    return begin;
}

QByteArray Spans::anchor(const Node &node) const
{
    // A value that isn't there has no place of its own.
    if (node.kind == Node::Kind::Null && !node.alias)
        return {};
    qsizetype begin = node.at;
    const qsizetype last = node.alias ? begin + 1 : content(node);
    while (begin < last) {
        if (at(begin) == '&' || (node.alias && at(begin) == '*'))
            return text().sliced(begin + 1, word(begin + 1) - begin - 1);
        begin = at(begin) == '!' ? propertyEnd(begin) : begin + 1;
    }
    return {};
}

bool Spans::hasBrackets(const Node &node) const
{
    const char first = at(content(node));
    return !node.alias && (first == '[' || first == '{') && node.flow;
}

std::vector<Part> Spans::parts(const Node &node) const
{
    std::vector<Part> parts;
    const bool inBlock = !node.flow;
    qsizetype from = content(node) + (hasBrackets(node) ? 1 : 0);
    if (node.kind == Node::Kind::List) {
        for (size_t i = 0; i < node.items.size(); ++i) {
            parts.push_back(item(node, i, from));
            from = parts.back().end;
            if (!inBlock && i + 1 < node.items.size()) {
                from = skipFiller(from);
                if (at(from++) != ',')
                    throw LostTrack{from};
            }
        }
        return parts;
    }
    for (const Key &key : keysOf(node)) {
        Part part = entry(key, inBlock);
        qsizetype begin = skipFiller(from);
        if (!inBlock && at(begin) == ',')
            begin = skipFiller(begin + 1);
        const bool isExplicit = at(begin) == '?' && isWhite(at(begin + 1));
        if ((isExplicit ? skipFiller(begin + 1) : begin) != part.begin)
            throw LostTrack{begin};
        part.begin = begin;
        from = part.end;
        parts.push_back(part);
    }
    return parts;
}

bool Spans::keepsBlankLines(const Node &node) const
{
    if (node.alias || node.flow)
        return false;
    if (node.kind == Node::Kind::List)
        return !node.items.empty() && keepsBlankLines(*node.items.back());
    if (node.kind == Node::Kind::Map) {
        const std::vector<Key> keys = keysOf(node);
        return !keys.empty() && keepsBlankLines(*keys.back().value);
    }
    if (node.kind == Node::Kind::Null)
        return false;
    const qsizetype begin = content(node);
    return (at(begin) == '|' || at(begin) == '>')
        && text().sliced(begin, std::min<qsizetype>(3, text().size() - begin)).contains('+');
}

std::vector<Spans::Key> Spans::keysOf(const Node &map) const
{
    std::vector<Key> keys;
    for (const Entry &entry : map.entries) {
        if (!entry.merged)
            keys.push_back({entry.key, entry.value, entry.at, false});
    }
    for (const Node::Merge &merge : map.merges())
        keys.push_back({u"<<"_s, merge.source, merge.at, true});
    if (!map.merges().empty()) {
        std::sort(keys.begin(), keys.end(), [](const Key &a, const Key &b) { return a.at < b.at; });
    }
    return keys;
}

Part Spans::entry(const Key &key, bool inBlock) const
{
    Part part;
    part.begin = key.at;
    part.key = key.text;
    part.isMerge = key.isMerge;
    part.node = key.value;
    const qsizetype name = skipProperties(key.at);
    if (at(name) == '*')
        part.keyEnd = word(name);
    else if (at(name) == '"' || at(name) == '\'')
        part.keyEnd = quotedEnd(name);
    else
        part.keyEnd = matched(key.text.toUtf8(), name);

    qsizetype colon = skipSpaces(part.keyEnd);
    if (at(colon) != ':')
        colon = skipFiller(colon);
    part.hasColon = at(colon) == ':';
    // A key without a value may be followed by anything; in a block it was an explicit one.
    if (!part.hasColon && key.value->kind != Node::Kind::Null)
        throw LostTrack{colon};
    if (inBlock && !part.hasColon)
        throw LostTrack{colon};
    part.gap = part.hasColon ? colon + 1 : part.keyEnd;
    if (key.value->kind == Node::Kind::Null && !key.value->alias) {
        findNull(part, !inBlock);
    } else {
        part.value = key.value->at;
        part.end = end(*key.value);
    }
    return part;
}

Part Spans::item(const Node &list, size_t index, qsizetype from) const
{
    Part part;
    part.node = list.items[index];
    const Node &node = *part.node;
    part.begin = skipFiller(from);
    if (list.flow) {
        part.keyEnd = part.gap = part.begin;
        part.value = part.begin;
        const bool isExplicit = at(part.begin) == '?' && isWhite(at(part.begin + 1));
        if (!isExplicit && part.begin != node.at)
            throw LostTrack{part.begin};
        part.end = end(node);
        return part;
    }
    if (at(part.begin) != '-')
        throw LostTrack{part.begin};
    part.keyEnd = part.begin;
    part.gap = part.begin + 1;
    if (node.kind == Node::Kind::Null && !node.alias) {
        findNull(part, false);
        return part;
    }
    part.value = node.at;
    part.end = end(node);
    return part;
}

/// A value that is not there has no place of its own in the tree. Looks for `~` and its like, in a
/// block on the line only, and for the tag and anchor of nothing.
void Spans::findNull(Part &part, bool inFlow) const
{
    part.value = part.end = part.gap;
    if (!part.hasColon && part.gap == part.keyEnd && at(part.begin) != '-')
        return;
    const qsizetype begin = inFlow ? skipFiller(part.gap) : skipSpaces(part.gap);
    qsizetype sign = begin;
    while (isProperty(sign)) {
        part.value = begin;
        part.end = propertyEnd(sign);
        sign = skipSpaces(part.end);
    }
    const qsizetype last = word(sign);
    const QByteArray found = text().sliced(sign, last - sign);
    if (found == "~" || found == "null" || found == "Null" || found == "NULL") {
        part.value = begin;
        part.end = last;
    }
}

qsizetype Spans::blockEnd(const Node &node, qsizetype at) const
{
    const qsizetype body = nextLine(at);
    const QByteArray value = node.text.toUtf8();
    const bool isBlank = std::all_of(value.begin(), value.end(), isWhite);
    // The line that the last character stands in ends the text.
    qsizetype last = isBlank ? body : nextLine(matched(value, body));
    if (keepsBlankLines(node)) {
        while (last < text().size() && this->at(skipSpaces(last)) != '#') {
            const qsizetype next = nextLine(last);
            if (!QByteArrayView(text()).sliced(last, next - last).trimmed().isEmpty())
                break;
            last = next;
        }
    }
    if (last > at && text()[last - 1] == '\n')
        --last;
    if (last > at && text()[last - 1] == '\r')
        --last;
    return last;
}

qsizetype Spans::collectionEnd(const Node &node) const
{
    const bool isList = node.kind == Node::Kind::List;
    const bool isBracketed = hasBrackets(node);
    qsizetype last = content(node) + 1;
    if (isList && !node.items.empty()) {
        // Only a list in a block may have nothing behind its last dash.
        const Node &item = *node.items.back();
        if (item.kind == Node::Kind::Null && !item.alias && !node.flow) {
            Part part;
            part.begin = part.keyEnd = item.at;
            part.gap = item.at + 1;
            findNull(part, false);
            last = part.end;
        } else {
            last = end(item);
        }
    } else if (!isList) {
        const std::vector<Key> keys = keysOf(node);
        if (!keys.empty())
            last = entry(keys.back(), !node.flow).end;
    }
    if (!isBracketed)
        return last;
    last = skipFiller(last);
    if (at(last) == ',')
        last = skipFiller(last + 1);
    if (at(last) != (isList ? ']' : '}'))
        throw LostTrack{last};
    return last + 1;
}

} // namespace config
