// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger/connection.h"
#include "store/submissionstore.h"

#include <optional>

namespace store {

/// Why the ledger doesn't take a fact though it can be written; nothing: it took it.
using Refusal = std::optional<StoreError>;
/// The facts of SubmissionStore, written within a transaction of the caller's. An error is the
/// disk's; after a refusal nothing was written.
using Verdict = tl::expected<Refusal, LedgerError>;

Verdict writeIntent(Connection &connection, const Intent &intent);
/// Whatever was thought of the submission before: it has an id, so it was accepted.
Verdict writeAccepted(Connection &connection, const QString &submission,
                      const QString &predictionId);
/// Takes it over where it may follow what is known (succession.h); an older fact changes nothing.
Verdict writeOutcome(Connection &connection, const QString &submission,
                     const batch::JobResult &result);
/// A person's word on a submission whose fate isn't known, or wasn't when its program died, or
/// that was accepted and isn't fetched. That another was sent in its place isn't taken back.
tl::expected<void, LedgerError> writeDecision(Connection &connection, const QString &submission,
                                              Decision decision);

} // namespace store
