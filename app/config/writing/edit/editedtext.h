// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"

#include <QByteArray>

#include <unordered_map>
#include <unordered_set>

#include <tl/expected.hpp>

namespace config {

/// What a text is to say, as a tree. What is to stay as it is, is there as the very nodes of the
/// text's own tree.
struct WantedTree
{
    NodePtr root;
    /// For changed items of lists: which of the old items each one was.
    std::unordered_map<const Node *, size_t> oldItem;
    /// Changed values that need not be said: their keys go, unless a comment is about them.
    std::unordered_set<const Node *> dispensable;
};

/// `text` (without byte order mark; `tree` is what it says) with just those places written anew
/// that say something else in `wanted`. All else stays: comments, blank lines, order, quotes,
/// indentation, line breaks. New items of a list are written as their neighbours are.
///
/// - Comments directly above an item or entry, behind it, and below it where they are indented
///   further, are its own: they move with it and go with it. Those that a blank line parts from
///   what follows head a section and stay.
/// - An alias stays where it still says what is wanted; else it becomes the value itself. Merge
///   keys stay unless they bring what is not wanted.
///
/// The error is the byte at which the layout could not be followed. The caller reads the result
/// again: odd layouts can make it say something else.
tl::expected<QByteArray, qsizetype> editedText(const QByteArray &text, bool isJson,
                                               const Tree &tree, const WantedTree &wanted);

} // namespace config
