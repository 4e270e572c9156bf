// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {

/// Room on the disk for the ids of what is paid for already: `ledger.reserve`, 256 KiB beside the
/// ledger, that are given back when a full disk would else cost one. Intents never use it: a
/// submission that isn't sent costs nothing.
class Reserve
{
public:
    explicit Reserve(const QString &ledgerPath);

    /// Makes it where it isn't there, if the disk has the room.
    void lay() const;
    /// Gives the room back. False: there was none.
    bool spend() const;

private:
    QString m_path;
};

} // namespace store
