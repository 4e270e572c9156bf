// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"
#include "config/reading/node.h"
#include "config/writing/splicetext.h"

namespace config {

/// Appends the entry `jobs`, which stands at `block` of the source, with the jobs that `batch`
/// has now: those that are unchanged as they were written, changed ones with just the changed
/// keys anew. False where the layout can't be followed; `out` is then of no use.
bool spliceJobs(SpliceText &out, const batch::Batch &batch, const BatchFile &origin,
                const Node &list, const TextBlock &block);

} // namespace config
