// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/writing/edit/editedtext.h"

#include <optional>

namespace config {

/// What the text whose tree is `old`, and that was read as `before`, is to say for `now`. Entries
/// are known by their ids. Keys that a batch has no place for stay. Nothing where the tree is not
/// that of the batch.
std::optional<WantedTree> wantedTree(const NodePtr &old, const batch::BatchSource &before,
                                     const batch::BatchSource &now);

} // namespace config
