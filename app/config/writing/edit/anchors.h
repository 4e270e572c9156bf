// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/writing/edit/spans.h"

#include <QHash>

#include <optional>
#include <vector>

namespace config {

/// What the anchors of a YAML text stand for while a new text is put together, from its beginning
/// on: an alias can only say what has been defined above it.
class Anchors
{
public:
    /// Learns where `root` defines its anchors.
    Anchors(const Spans &spans, const NodePtr &root);

    /// The new text defines an anchor here.
    void define(const QByteArray &name, const NodePtr &value);
    bool isDefined(const QByteArray &name) const { return m_values.contains(name); }
    /// Whether `*name` says this value at the present place of the new text.
    bool says(const QByteArray &name, const Node &value) const;
    /// What the merge keys of a mapping bring at the present place; nothing where one refers to
    /// what is not defined (any more) or is no mapping.
    std::optional<std::vector<Entry>> merged(const Node &map) const;

    /// Whether a value holds anchors, aliases or merge keys.
    bool isUsedIn(const Node &node) const;
    /// The value of the old text that an alias of the old text stands for.
    NodePtr definitionOf(const Node &alias) const;

private:
    void learn(const NodePtr &node);
    bool addMerged(std::vector<Entry> &entries, const NodePtr &source) const;

    const Spans &m_spans;
    QHash<QByteArray, NodePtr> m_values;
    QHash<QByteArray, std::vector<NodePtr>> m_definitions; ///< in the old text's order
};

/// Whether both are read as the same, however they are written.
bool meansTheSame(const Node &a, const Node &b);

} // namespace config
