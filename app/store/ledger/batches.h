// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger.h"
#include "store/ledger/connection.h"

#include <QStringList>

namespace store {

// Which batch goes by which name; what writes does so within a transaction of the caller's.

/// What stands for `from` stands for `to` too.
tl::expected<void, LedgerError> writeContinuation(Connection &connection, const QString &from,
                                                  const QString &to);
/// `from` is called `to`, wherever it stands.
tl::expected<void, LedgerError> writeNewName(Connection &connection, const QString &from,
                                             const QString &to);
/// The batches that have submissions of these predictions, those with the most of them first.
tl::expected<QList<Ledger::BatchAt>, LedgerError> readOwners(Connection &connection,
                                                             const QStringList &predictionIds);

} // namespace store
