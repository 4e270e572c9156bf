// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/batchinput.h"
#include "engine/resume/claim.h"

#include <tl/expected.hpp>

namespace cli {

/// The batch of these options in the ledger's words; `server` as destination.h has it.
engine::BatchKey keyOf(const Options &options, const BatchInput &input, const QString &server);

/// Takes the batch. While another program has it: says who, or waits (--wait, until Ctrl-C), or
/// looks on (--watch). With --new-ledger a damaged ledger is kept aside. The code to leave with
/// comes as the error, with the words said.
tl::expected<engine::Claim, int> claimBatch(const Options &options, const engine::BatchKey &key,
                                            const BatchInput &input);

/// Ends a command that can't use the ledger.
int failForLedger(const Options &options, const store::LedgerError &error);

} // namespace cli
