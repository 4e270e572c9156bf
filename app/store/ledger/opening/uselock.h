// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace store {

/// That a ledger is in use: a lock of the kernel on a file beside it, `ledger.lock`, that goes
/// when its holder dies. Everybody who has the ledger open shares it; who moves the ledger's
/// files must have it alone. SQLite's own locks can't serve: a damaged file gives none.
class UseLock
{
public:
    enum class Kind { Shared, Alone };
    struct Failure
    {
        bool taken = false; ///< by another one; else the file can't be made
        QString detail;     ///< the system's words
    };

    /// Doesn't wait. Null, and why, where it can't be had.
    static std::unique_ptr<UseLock> take(const QString &ledgerPath, Kind kind, Failure *failure);
    ~UseLock();
    Q_DISABLE_COPY_MOVE(UseLock)

private:
    explicit UseLock(int descriptor);

    int m_descriptor;
};

/// The file of that ending beside the ledger: "/x/ledger.lock" for "/x/ledger.sqlite".
QString besideLedger(const QString &ledgerPath, const QString &ending);

} // namespace store
