// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger/connection.h"
#include "store/submission.h"
#include "store/submissionstore.h"

#include <QSqlQuery>
#include <QVariantList>

#include <optional>

namespace store {

/// A submission's row in the ledger, and back: the statements and the order of their values stand
/// here side by side.

/// Nothing for a word that is no state's key.
std::optional<batch::JobState> stateFromKey(const QString &key);
QString toKey(Decision decision);

/// Writes the intent as a new row, Submitting.
tl::expected<void, LedgerError> insertIntent(Connection &connection, const Intent &intent);
/// Writes the id, and that the submission generates, if it isn't further. One that was forgotten
/// is remembered: it counts again.
tl::expected<void, LedgerError> updateAccepted(Connection &connection, const QString &submission,
                                               const QString &predictionId);
/// Writes how the submission stands; its id stays where the result names none. One that was
/// forgotten is remembered as soon as its fate is known.
tl::expected<void, LedgerError> updateOutcome(Connection &connection, const QString &submission,
                                              const batch::JobResult &result);

/// The columns that submissionFrom() reads, for a SELECT.
QString submissionColumns();
Submission submissionFrom(const QSqlQuery &row);

} // namespace store
