// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/treebuilder.h"

#include "config/reading/limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace config {

namespace {

class Words
{
    // The texts are older than this file.
    Q_DECLARE_TR_FUNCTIONS(config::YamlTree)

public:
    static QString ownAlias() { return tr("This alias refers to a value that contains it."); }
    static QString tooMany()
    {
        return tr("This file holds too many values, or its aliases stand for too many.");
    }
    static QString tooDeep() { return tr("Values are nested too deeply here."); }
    static QString noKey() { return tr("Expected a key, which is one word, such as name."); }
    static QString noMapping()
    {
        return tr("The merge key << takes a mapping or a list of mappings.");
    }
};

[[noreturn]] void refuse(int at, const QString &message)
{
    throw Refusal{{at, message}};
}

bool isScalar(Node::Kind kind)
{
    return kind == Node::Kind::Plain || kind == Node::Kind::Text;
}

/// Beyond what is allowed all are the same.
void grow(Node &node, int by)
{
    node.size = std::min(node.size + by, limits::nodes + 1);
}

/// A missing value stands where its key does.
NodePtr atKey(const NodePtr &value, int at)
{
    if (value->kind != Node::Kind::Null)
        return value;
    auto node = std::make_shared<Node>(*value);
    node->at = at;
    return node;
}

} // namespace

void TreeBuilder::value(Node::Kind kind, int at, QByteArrayView utf8, std::size_t anchor)
{
    count(1, at);
    m_references = m_references || anchor != 0;
    if (wantsKey() && anchor == 0) {
        takeKey(kind, at, utf8);
        return;
    }
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->at = at;
    node->text = textFromUtf8(utf8);
    finish(node, anchor);
}

void TreeBuilder::open(Node::Kind kind, int at, bool flow, std::size_t anchor)
{
    count(1, at);
    checkDepth(1, at);
    m_references = m_references || anchor != 0;
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->at = at;
    node->flow = flow;
    m_open.push_back({node, anchor});
}

void TreeBuilder::close()
{
    mergeInto(m_open.back());
    const Open done = std::move(m_open.back());
    m_open.pop_back();
    finish(done.node, done.anchor);
}

void TreeBuilder::alias(int at, std::size_t anchor)
{
    const auto target = m_anchors.find(anchor);
    if (target == m_anchors.end())
        refuse(at, Words::ownAlias());
    const Node &meant = *target->second;
    // What a merge key brings is counted where it is brought.
    count(isForMerge() ? qint64(meant.entries.size() + meant.items.size()) + 1 : meant.size, at);
    checkDepth(meant.depth, at);
    m_references = true;
    auto node = std::make_shared<Node>(meant);
    node->alias = true;
    node->at = at;
    place(node);
}

bool TreeBuilder::wantsKey() const
{
    return !m_open.empty() && m_open.back().node->kind == Node::Kind::Map && !m_open.back().hasKey;
}

/// Whether what comes is for a merge key, itself or as one of a list.
bool TreeBuilder::isForMerge() const
{
    auto open = m_open.rbegin();
    if (open != m_open.rend() && open->node->kind == Node::Kind::List)
        ++open;
    return open != m_open.rend() && open->hasKey && open->key.isMerge;
}

void TreeBuilder::takeKey(Node::Kind kind, int at, QByteArrayView utf8)
{
    if (!isScalar(kind))
        refuse(at, Words::noKey());
    Open &map = m_open.back();
    map.hasKey = true;
    map.key = {m_keys.of(utf8), at, kind == Node::Kind::Plain && utf8 == "<<"};
    grow(*map.node, 1);
}

void TreeBuilder::finish(const Building &node, std::size_t anchor)
{
    if (anchor != 0)
        m_anchors[anchor] = node;
    place(node);
}

void TreeBuilder::place(const NodePtr &node)
{
    if (m_open.empty()) {
        m_root = node;
        return;
    }
    Open &parent = m_open.back();
    if (wantsKey()) {
        if (!isScalar(node->kind))
            refuse(node->at, Words::noKey());
        parent.hasKey = true;
        parent.key = {node->text, node->at, node->kind == Node::Kind::Plain && node->text == u"<<"};
        grow(*parent.node, 1);
        return;
    }
    Node &list = *parent.node;
    // Of a merge key's value no more is copied than what it brings.
    grow(list, parent.hasKey && parent.key.isMerge ? 1 : node->size);
    list.depth = std::max<quint16>(list.depth, node->depth + 1);
    list.hasRepeats = list.hasRepeats || node->hasRepeats;
    if (list.kind == Node::Kind::List)
        list.items.push_back(node);
    else
        addEntry(parent, node);
}

void TreeBuilder::addEntry(Open &map, const NodePtr &value)
{
    map.hasKey = false;
    const Key key = std::exchange(map.key, {});
    if (key.isMerge) {
        map.node->add(Node::Merge{value, key.at});
        return;
    }
    if (const int first = find(map, key.text); first >= 0) {
        map.node->add(Node::Repeat{key.text, map.node->entries[size_t(first)].at, key.at});
        return;
    }
    map.node->entries.push_back({key.text, atKey(value, key.at), key.at});
}

void TreeBuilder::mergeInto(Open &map)
{
    for (const Node::Merge &merge : map.node->merges()) {
        m_references = true;
        const bool isList = merge.source->kind == Node::Kind::List;
        const std::vector<NodePtr> sources =
            isList ? merge.source->items : std::vector<NodePtr>{merge.source};
        for (const NodePtr &source : sources) {
            if (source->kind != Node::Kind::Map)
                refuse(merge.at, Words::noMapping());
            mergeFrom(map, *source, merge.at);
        }
    }
}

void TreeBuilder::mergeFrom(Open &map, const Node &source, int at)
{
    for (const Entry &entry : source.entries) {
        if (find(map, entry.key) >= 0)
            continue;
        // The value is there already, and the key, too. What is in a list or mapping counts all
        // the same: who reads it goes through it once more.
        count(entry.value->size, at);
        checkDepth(entry.value->depth, at);
        grow(*map.node, entry.value->size);
        map.node->depth = std::max<quint16>(map.node->depth, entry.value->depth + 1);
        map.node->entries.push_back({entry.key, entry.value, entry.at, true});
    }
}

void TreeBuilder::count(qint64 nodes, int at)
{
    m_count += nodes;
    if (m_count > limits::nodes)
        refuse(at, Words::tooMany());
}

/// `within`: the depth of what comes.
void TreeBuilder::checkDepth(int within, int at) const
{
    if (int(m_open.size()) + within > limits::depth)
        refuse(at, Words::tooDeep());
}

/// Which entry has the key; -1: none.
int TreeBuilder::find(Open &map, const QString &key)
{
    constexpr size_t few = 32;
    const std::vector<Entry> &entries = map.node->entries;
    if (entries.size() <= few) {
        const auto found = std::ranges::find(entries, key, &Entry::key);
        return found == entries.end() ? -1 : int(found - entries.begin());
    }
    for (size_t i = size_t(map.places.size()); i < entries.size(); ++i)
        map.places.insert(entries[i].key, int(i));
    return map.places.value(key, -1);
}

} // namespace config
