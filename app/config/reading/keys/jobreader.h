// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/levels.h"
#include "batch/source.h"
#include "config/batchfile.h"
#include "config/reading/findings.h"
#include "config/reading/tree/node.h"

#include <optional>

namespace config {

/// The entry that stands at `index` of the file's list; nothing (and errors in `findings`) where
/// it is no sound one. Empty texts are sound here: they can be mended in the window. `levels` are
/// the defaults that may say its type, model and prompt; null: any may.
std::optional<batch::JobSource> readEntry(const Node &node, qsizetype index, Format format,
                                          const batch::Levels *levels, Findings &findings);

} // namespace config
