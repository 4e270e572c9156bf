// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/batchinput.h"
#include "cli/output/batchstatus.h"

#include <tl/expected.hpp>

namespace cli {

/// How the batch stands now, with the month's costs and limits. Blocks on the disk.
tl::expected<BatchStatus, store::LedgerError> readStatus(const engine::BatchKey &key,
                                                         const BatchInput &input);

/// Prints it, as text or as JSON, and answers the code to leave with.
int report(const BatchStatus &status, const Options &options);

} // namespace cli
