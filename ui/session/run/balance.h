// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "batch/cost.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace atlas {
class BalanceCall;
class Client;
} // namespace atlas

namespace ui {

/// What is left in the account that jobs are paid from. Window's thread.
class Balance : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Balance() override;

    /// It is asked, or was, of that server with that key.
    bool isOf(const atlas::Connection &connection) const;
    /// Asks anew; with another server or key than before, what was known is forgotten first.
    void refresh(const atlas::Connection &connection);
    /// There is no account to ask: no key, or the sandbox.
    void clear();

    /// Nothing where it isn't known (yet).
    std::optional<batch::Cost> amount() const { return m_amount; }
    /// Why it isn't known, for people; empty while it is or nobody asked.
    QString problem() const { return m_problem; }

signals:
    void changed();

private:
    atlas::Connection m_connection;
    QPointer<atlas::Client> m_client;
    std::optional<batch::Cost> m_amount;
    QString m_problem;
};

} // namespace ui
