// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/reachability.h"

namespace engine {

using namespace std::chrono_literals;

Reachability::Reachability(atlas::Client &client, Clock &clock, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_chance(seed ? seed : QRandomGenerator::global()->generate())
    , m_backoff(2s, 30s)
    , m_timer(clock.createTimer(this))
{
    connect(m_timer, &Timer::timeout, this, &Reachability::ask);
}

void Reachability::doubt()
{
    if (!m_away && !m_call)
        ask();
}

void Reachability::stop()
{
    m_stopped = true;
    m_timer->stop();
    dropCall();
}

void Reachability::dropCall()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    m_call->abort();
    m_call.clear();
}

void Reachability::reached(std::chrono::milliseconds sentAt)
{
    if (m_away && sentAt >= m_awaySince)
        setAway(false);
}

void Reachability::hurry()
{
    if (m_away && !m_call)
        ask();
}

void Reachability::ask()
{
    m_timer->stop();
    if (m_stopped)
        return;
    m_call = m_client.fetchBalance();
    connect(m_call, &atlas::BalanceCall::finished, this, &Reachability::answered);
}

void Reachability::answered(const tl::expected<batch::Cost, atlas::Error> &answer)
{
    m_call.clear();
    // Any answer will do, also "there is no such address" or "wrong key".
    const bool away = !answer && answer.error().kind == atlas::ErrorKind::Network;
    if (away) {
        m_message = answer.error().message;
        m_timer->start(m_backoff.next(m_chance));
    }
    setAway(away);
}

void Reachability::setAway(bool away)
{
    if (away == m_away)
        return;
    m_away = away;
    if (away) {
        m_awaySince = m_clock.elapsed();
    } else {
        // A question from before knows less than who was reached.
        m_timer->stop();
        dropCall();
        m_backoff.reset();
        m_message.clear();
    }
    emit changed(away);
}

} // namespace engine
