// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/client.h"
#include "engine/clock.h"
#include "engine/pace/backoff.h"

#include <QObject>
#include <QPointer>

namespace engine {

/// Whether the server can be reached at all. One request that breaks says little: the server is
/// asked something small (the balance) before it counts as away, and then again and again with
/// growing waits until it answers.
class Reachability : public QObject
{
    Q_OBJECT
public:
    /// `seed` is that of the waits' spread.
    Reachability(atlas::Client &client, Clock &clock, quint32 seed, QObject *parent = nullptr);

    bool isAway() const { return m_away; }
    /// Why, while it is away; for people.
    const QString &message() const { return m_message; }

    /// A request got no answer.
    void doubt();
    /// A request that left at `sentAt` (Clock::elapsed()) was answered, whatever the answer.
    void reached(std::chrono::milliseconds sentAt);
    /// Asks without waiting any longer, if it is away.
    void hurry();
    /// Asks no more, for good.
    void stop();

signals:
    void changed(bool away);

private:
    void ask();
    void dropCall();
    void answered(const tl::expected<batch::Cost, atlas::Error> &answer);
    void setAway(bool away);

    atlas::Client &m_client;
    Clock &m_clock;
    QRandomGenerator m_chance;
    Backoff m_backoff;
    Timer *m_timer;
    QPointer<atlas::BalanceCall> m_call;
    bool m_away = false;
    bool m_stopped = false;
    std::chrono::milliseconds m_awaySince{0};
    QString m_message;
};

} // namespace engine
