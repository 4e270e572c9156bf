// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"
#include "config/writing/batchcontent.h"

#include <vector>

namespace config {

/// `now` with its keys in the order of `old` (may be null) and, behind them, the new ones. Keys of
/// `old` that are not in `before`, what it was read as, are kept.
NodePtr inOrderOf(const Node *old, const std::vector<Content> &before,
                  const std::vector<Content> &now);

} // namespace config
