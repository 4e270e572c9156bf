// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/keytexts.h"
#include "config/reading/tree/node.h"

#include <QByteArrayView>
#include <QHash>

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

namespace config {

/// Thrown where a text is none that a batch can be.
struct Refusal
{
    TreeError error;
};

/// Puts a YAML tree together from its values as they come in the text: lists and mappings are
/// opened and closed, of a mapping keys and values come in turn. Resolves aliases and merge keys,
/// and throws Refusal before they, or the text, stand for more than limits.h allows.
///
/// `at` are offsets in bytes; an anchor is its number, 0: none.
class TreeBuilder
{
public:
    /// Null, Plain or Text.
    void value(Node::Kind kind, int at, QByteArrayView utf8, std::size_t anchor = 0);
    /// List or Map.
    void open(Node::Kind kind, int at, bool flow, std::size_t anchor = 0);
    void close();
    void alias(int at, std::size_t anchor);

    /// The list or mapping whose items come at present; null: none is open.
    const Node *current() const { return m_open.empty() ? nullptr : m_open.back().node.get(); }
    Tree take() { return {std::move(m_root), m_references}; }

private:
    using Building = std::shared_ptr<Node>;

    struct Key
    {
        QString text;
        int at = 0;
        bool isMerge = false;
    };

    /// A list or mapping whose end has not come yet.
    struct Open
    {
        Building node;
        std::size_t anchor = 0;
        bool hasKey = false; ///< of a mapping: its value comes next
        Key key = {};
        QHash<QString, int> places = {}; ///< of a mapping with many keys: which entry has it
    };

    bool wantsKey() const;
    bool isForMerge() const;
    void takeKey(Node::Kind kind, int at, QByteArrayView utf8);
    void finish(const Building &node, std::size_t anchor);
    void place(const NodePtr &node);
    void addEntry(Open &map, const NodePtr &value);
    void mergeInto(Open &map);
    void mergeFrom(Open &map, const Node &source, int at);
    void count(qint64 nodes, int at);
    void checkDepth(int within, int at) const;
    static int find(Open &map, const QString &key);

    NodePtr m_root;
    bool m_references = false;
    qint64 m_count = 0; ///< of all that has come so far
    std::vector<Open> m_open;
    std::unordered_map<std::size_t, NodePtr> m_anchors;
    KeyTexts m_keys;
};

} // namespace config
