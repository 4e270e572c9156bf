// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/anchors.h"

#include <algorithm>

namespace config {

bool meansTheSame(const Node &a, const Node &b)
{
    return &a == &b || toJson(a) == toJson(b);
}

Anchors::Anchors(const Spans &spans, const NodePtr &root)
    : m_spans(spans)
{
    if (root)
        learn(root);
}

void Anchors::define(const QByteArray &name, const NodePtr &value)
{
    m_values.insert(name, value);
}

bool Anchors::says(const QByteArray &name, const Node &value) const
{
    const auto found = m_values.constFind(name);
    return found != m_values.constEnd() && meansTheSame(**found, value);
}

std::optional<std::vector<Entry>> Anchors::merged(const Node &map) const
{
    std::vector<Entry> entries;
    for (const Node::Merge &merge : map.merges()) {
        const bool isList = merge.source->kind == Node::Kind::List && !merge.source->alias;
        const std::vector<NodePtr> sources =
            isList ? merge.source->items : std::vector<NodePtr>{merge.source};
        for (const NodePtr &source : sources) {
            if (!addMerged(entries, source))
                return std::nullopt;
        }
    }
    return entries;
}

bool Anchors::addMerged(std::vector<Entry> &entries, const NodePtr &source) const
{
    const NodePtr value = source->alias ? m_values.value(m_spans.anchor(*source)) : source;
    if (!value || value->kind != Node::Kind::Map)
        return false;
    for (const Entry &entry : value->entries) {
        const bool isKnown = std::any_of(entries.begin(), entries.end(),
                                         [&entry](const Entry &e) { return e.key == entry.key; });
        if (!isKnown)
            entries.push_back(entry);
    }
    return true;
}

bool Anchors::isUsedIn(const Node &node) const
{
    if (node.alias || !node.merges().empty() || !m_spans.anchor(node).isEmpty())
        return true;
    return std::any_of(node.items.begin(), node.items.end(),
                       [this](const NodePtr &item) { return isUsedIn(*item); })
        || std::any_of(node.entries.begin(), node.entries.end(), [this](const Entry &entry) {
               const char first = m_spans.at(entry.at);
               return first == '&' || first == '*' || isUsedIn(*entry.value);
           });
}

NodePtr Anchors::definitionOf(const Node &alias) const
{
    NodePtr found;
    for (const NodePtr &node : m_definitions.value(m_spans.anchor(alias))) {
        if (node->at < alias.at)
            found = node;
    }
    return found;
}

void Anchors::learn(const NodePtr &node)
{
    if (node->alias)
        return;
    if (const QByteArray name = m_spans.anchor(*node); !name.isEmpty())
        m_definitions[name].push_back(node);
    for (const NodePtr &item : node->items)
        learn(item);
    for (const Node::Merge &merge : node->merges())
        learn(merge.source);
    for (const Entry &entry : node->entries) {
        if (!entry.merged)
            learn(entry.value);
    }
}

} // namespace config
