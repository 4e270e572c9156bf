// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/batchinput.h"
#include "engine/resume/claim.h"

namespace cli {

/// Shows what another program does on the batch, from the ledger, once a second until that one has
/// ended; then how the batch stands. Submits nothing. Answers the code that `status` would end
/// with; 130 after Ctrl-C, which leaves the other one alone.
int watchBatch(const Options &options, const engine::BatchKey &key, const BatchInput &input);

} // namespace cli
