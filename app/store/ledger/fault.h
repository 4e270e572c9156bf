// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger.h"

#include <QSqlError>
#include <QString>

namespace store {

/// What SQLite's error means for the ledger at `path`, in words.
LedgerError ledgerError(const QString &path, const QSqlError &error);
/// The same for what isn't SQLite's; `detail` may be empty, and is the system's words.
LedgerError ledgerError(const QString &path, LedgerError::Kind kind, const QString &detail);

} // namespace store
