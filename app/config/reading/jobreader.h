// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "config/batchfile.h"
#include "config/reading/findings.h"
#include "config/reading/node.h"

#include <optional>

namespace config {

/// The job that stands at `index` of the file's list; nothing (and errors in `findings`) where it
/// is no sound job. Empty texts are sound here: they can be mended in the window.
std::optional<batch::Job> readJob(const Node &node, qsizetype index, Format format,
                                  Findings &findings);

/// Everything but the jobs. What is wrong goes to `findings`.
batch::BatchSettings readSettings(const Node &root, Format format, Findings &findings);

} // namespace config
