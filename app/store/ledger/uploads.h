// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger/connection.h"
#include "store/uploadstore.h"

#include <optional>

namespace store {

// The facts of UploadStore; what writes does so within a transaction of the caller's.

tl::expected<std::optional<Upload>, LedgerError> readUpload(Connection &connection,
                                                            const QString &digest,
                                                            const QString &server,
                                                            const QDateTime &now);
/// Takes the place of an earlier one, and drops all that are dead by then.
tl::expected<void, LedgerError> writeUpload(Connection &connection, const Upload &upload);
/// Drops it as long as its link stands.
tl::expected<void, LedgerError> dropUpload(Connection &connection, const Upload &upload);

} // namespace store
