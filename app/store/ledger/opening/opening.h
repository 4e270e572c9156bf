// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger/connection.h"
#include "store/ledger/opening/uselock.h"

#include <memory>

#include <sys/types.h>

namespace store {

/// A ledger that is open, whole as far as is known, and of the present schema.
struct OpenLedger
{
    std::unique_ptr<UseLock> lock; ///< outlives the connection
    std::unique_ptr<Connection> connection;
    dev_t device = 0;
    ino_t inode = 0;

    /// Whether its file still stands under that path. SQLite goes on writing to one that was
    /// moved or deleted.
    bool standsAt(const QString &path) const;
};

/// Opens the ledger, makes it (mode 0600, its folder 0700) if there is none, and migrates it.
/// Tries for as long as `wait` where others hold it.
tl::expected<OpenLedger, LedgerError> openLedger(const QString &path,
                                                 std::chrono::milliseconds wait);
/// The connection alone, to a file that nobody else knows.
tl::expected<std::unique_ptr<Connection>, LedgerError> openFile(const QString &path,
                                                                std::chrono::milliseconds wait);

} // namespace store
