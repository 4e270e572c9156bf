// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a run pauses, and how it stands.
#include "engine/batchrunprivate.h"

using namespace Qt::StringLiterals;

namespace engine {

void BatchRun::Private::storeFailed(const store::StoreError &error)
{
    if (!isOpen())
        return;
    const bool limit = error.kind == store::StoreError::Kind::MonthlyLimit;
    // What the ledger doesn't have, the list of results should have soon.
    m_manifest.schedule();
    pause(limit ? PauseReason::MonthlyLimit : PauseReason::Store, error.message, m_clock.elapsed());
}

void BatchRun::Private::diskFailed(const QString &message)
{
    pause(PauseReason::Disk, message, m_clock.elapsed());
}

/// What is to be submitted must be paid for: better to say so before the first job than in the
/// middle. A server that doesn't tell its balance runs the batch all the same.
void BatchRun::Private::checkBalance()
{
    m_balanceMissed = false;
    const batch::Cost toCome = m_tally.bill().all.toCome;
    if (toCome.isZero())
        return;
    m_askingBalance = true;
    const Milliseconds sentAt = m_clock.elapsed();
    auto *call = m_client.fetchBalance();
    const auto answered = [this, toCome,
                           sentAt](const tl::expected<batch::Cost, atlas::Error> &balance) {
        m_askingBalance = false;
        if (!isOpen())
            return;
        if (balance && *balance < toCome) {
            pause(PauseReason::Balance,
                  BatchRun::tr("The balance is %1, and these jobs are estimated at %2. Nothing "
                               "has been submitted yet.")
                      .arg(balance->toDisplay(), toCome.toDisplay()),
                  sentAt);
        } else if (!balance) {
            tell(&BatchRun::logged,
                 BatchRun::tr("The balance is not known: %1").arg(balance.error().message));
            m_balanceMissed = balance.error().kind == atlas::ErrorKind::Network;
            if (m_balanceMissed)
                unreached();
        }
        settleSoon();
    };
    QObject::connect(call, &atlas::BalanceCall::finished, &q, answered);
}

void BatchRun::Private::awayChanged(bool away)
{
    if (!isOpen())
        return;
    tell(&BatchRun::logged,
         away ? BatchRun::tr("The server can't be reached: %1").arg(m_reachability.message())
              : BatchRun::tr("The server can be reached again."));
    if (!away) {
        if (m_balanceMissed)
            checkBalance();
        m_queue.openWay();
        hurry();
    }
    publishNow();
    settleSoon();
}

void BatchRun::Private::pause(PauseReason reason, const QString &message, Milliseconds since)
{
    // An answer to what was sent before the pause ended says nothing about the new key.
    if (since < m_resumedAt || !isOpen())
        return;
    // A key that is refused stops the questions too: it outranks the other reasons.
    if (m_paused && (m_paused == reason || reason != PauseReason::Key))
        return;
    m_paused = reason;
    m_pauseMessage = message;
    tell(&BatchRun::logged, BatchRun::tr("Paused: %1").arg(message));
    publishNow();
}

BatchProgress BatchRun::Private::progress() const
{
    BatchProgress progress;
    m_tally.writeTo(progress);
    if (m_started)
        progress.elapsed = realTime((m_finished ? m_endedAt : m_clock.elapsed()) - m_startedAt);
    progress.remaining = remaining();
    progress.stopping = m_stopping;
    progress.paused = m_paused;
    progress.pauseMessage = m_pauseMessage;
    if (!m_paused && isOpen() && m_reachability.isAway()) {
        progress.paused = PauseReason::Network;
        progress.pauseMessage =
            BatchRun::tr("The server can't be reached: %1 The batch goes on by itself when it can.")
                .arg(m_reachability.message());
    }
    return progress;
}

Milliseconds BatchRun::Private::realTime(Milliseconds time) const
{
    return Milliseconds(qRound64(static_cast<double>(time.count()) / m_request.timeScale));
}

std::optional<Milliseconds> BatchRun::Private::remaining() const
{
    if (m_paused || m_finished || m_reachability.isAway())
        return std::nullopt;
    QList<RemainingTime::Running> running;
    for (const JobRun *job : m_holding)
        running.append({job->result().model, job->plan().typical.middle(),
                        toSeconds(job->progress().elapsed)});
    const std::optional<double> left = m_remaining.estimate(m_slots, running);
    if (!left)
        return std::nullopt;
    return realTime(Milliseconds(qRound64(*left * 1000)));
}

void BatchRun::Private::publish()
{
    if (m_progressTimer.isActive())
        m_progressDirty = true;
    else
        publishNow();
}

void BatchRun::Private::publishNow()
{
    m_progressDirty = false;
    m_progressTimer.start();
    tell(&BatchRun::progressChanged, progress());
}

} // namespace engine
