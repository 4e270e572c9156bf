// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"
#include "config/reading/tree/textsteps.h"

#include <vector>

namespace config {

/// Where one item of a list or one entry of a mapping stands. All offsets are bytes.
struct Part
{
    qsizetype begin = 0;  ///< its dash, key, or the `?` before its key; in brackets an item's value
    qsizetype keyEnd = 0; ///< behind the key; of an item as `begin`
    qsizetype gap = 0;    ///< behind the dash or colon, before the space that follows
    qsizetype value = 0;  ///< the value with its tag and anchor; `gap` where nothing is written
    qsizetype end = 0;    ///< behind the value
    bool hasColon = false;
    bool isMerge = false;
    QString key;
    NodePtr node; ///< the value
};

/// What a parser doesn't tell of a text: where values end, where dashes and colons stand. Works
/// from the tree of the text, so it never has to guess what belongs to what.
class Spans : public TextSteps
{
public:
    explicit Spans(const QByteArray &text);

    /// Behind the value. Trailing blank lines belong to it where a `|+` keeps them.
    qsizetype end(const Node &node) const;
    /// Behind its tag and anchor, at its first own character.
    qsizetype content(const Node &node) const;
    /// The anchor that it defines, or, of an alias, names; empty: none.
    QByteArray anchor(const Node &node) const;
    /// Whether the list or mapping is written in brackets.
    bool hasBrackets(const Node &node) const;
    /// The items or entries that stand in a list or mapping, merge keys among them, in the order
    /// of the text. Those that came by merge keys stand elsewhere.
    std::vector<Part> parts(const Node &node) const;
    /// Whether a value ends in a block whose trailing blank lines are part of it.
    bool keepsBlankLines(const Node &node) const;

private:
    struct Key
    {
        QString text;
        NodePtr value;
        int at = 0;
        bool isMerge = false;
    };

    std::vector<Key> keysOf(const Node &map) const;
    Part entry(const Key &key, bool inBlock) const;
    Part item(const Node &list, size_t index, qsizetype from) const;
    void findNull(Part &part, bool inFlow) const;
    qsizetype blockEnd(const Node &node, qsizetype at) const;
    qsizetype collectionEnd(const Node &node) const;
};

} // namespace config
