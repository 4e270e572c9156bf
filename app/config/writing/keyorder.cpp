// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/keyorder.h"

#include "config/reading/tree/keyindex.h"

#include <algorithm>

namespace config {

namespace {

/// A new value with the order that its keys have in the old one.
NodePtr orderedLike(const Node &old, const NodePtr &now)
{
    if (old.kind != now->kind)
        return now;
    auto result = std::make_shared<Node>(*now);
    for (size_t i = 0; i < std::min(old.items.size(), now->items.size()); ++i)
        result->items[i] = orderedLike(*old.items[i], now->items[i]);
    if (now->kind != Node::Kind::Map)
        return result;
    result->entries.clear();
    const KeyIndex isSaid(now->entries);
    for (const Entry &place : old.entries) {
        if (const Entry *entry = isSaid.find(place.key))
            result->entries.push_back({entry->key, orderedLike(*place.value, entry->value)});
    }
    const KeyIndex stands(old.entries);
    for (const Entry &entry : now->entries) {
        if (!stands.find(entry.key))
            result->entries.push_back(entry);
    }
    return result;
}

/// The keys of a mapping that a batch has no place for, behind those that it has.
NodePtr withUnknownKeys(const Node &old, const Node &before, const NodePtr &now)
{
    std::vector<Entry> entries = now->entries;
    const KeyIndex wasSaid(before.entries);
    const KeyIndex isSaid(now->entries);
    for (const Entry &entry : old.entries) {
        if (!wasSaid.find(entry.key) && !isSaid.find(entry.key))
            entries.push_back({entry.key, nodeFromJson(toJson(*entry.value))});
    }
    return mapNode(std::move(entries));
}

} // namespace

NodePtr inOrderOf(const Node *old, const std::vector<Content> &before,
                  const std::vector<Content> &now)
{
    const Node none;
    const std::vector<Entry> &places = old ? old->entries : none.entries;
    const KeyIndex wasSaid(before);
    const KeyIndex isSaid(now);
    std::vector<Entry> entries;
    for (const Entry &entry : places) {
        if (const Content *is = isSaid.find(entry.key)) {
            NodePtr value = orderedLike(*entry.value, is->value);
            const Content *was = wasSaid.find(entry.key);
            if (was && value->kind == Node::Kind::Map)
                value = withUnknownKeys(*entry.value, *was->value, value);
            entries.push_back({entry.key, value});
        }
    }
    const KeyIndex stands(places);
    for (const Content &content : now) {
        if (!content.implied && !stands.find(content.key))
            entries.push_back({content.key, content.value});
    }
    return mapNode(std::move(entries));
}

} // namespace config
