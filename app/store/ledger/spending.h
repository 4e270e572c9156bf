// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger/connection.h"
#include "store/submissionstore.h"

#include <optional>

namespace store {

/// What the submissions to that server since then have cost, or may have. One whose fate isn't
/// known counts, unless a person has forgotten it; what failed or never left doesn't. What was
/// paid for counts, forgotten or not.
tl::expected<batch::Cost, LedgerError> costsOf(Connection &connection, const QString &server,
                                               const QDateTime &since);
/// Nothing, or in words that the intent would pass its monthly limit.
tl::expected<std::optional<StoreError>, LedgerError> checkMonthlyLimit(Connection &connection,
                                                                       const Intent &intent);

} // namespace store
