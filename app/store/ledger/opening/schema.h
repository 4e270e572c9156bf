// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger/connection.h"

namespace store {

/// Refuses a ledger of a later version than this program knows, and changes nothing in it.
tl::expected<void, LedgerError> checkVersion(Connection &connection, const QString &path);
/// Brings the ledger up to the present schema, from none at all or an older one; whole or not at
/// all. Another program may do the same at the same time.
tl::expected<void, LedgerError> migrate(Connection &connection, const QString &path);

} // namespace store
