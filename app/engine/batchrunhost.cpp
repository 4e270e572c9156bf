// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the jobs of a run ask for and tell: back-off, pauses, the store, the end.
#include "engine/batchrunprivate.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace engine {

using batch::JobState;

namespace {

qint64 wholeSeconds(Milliseconds time)
{
    return (time.count() + 999) / 1000;
}

template <typename Set>
void keep(Set &set, const JobRun &job, bool in)
{
    if (in)
        set.insert(&job);
    else
        set.remove(&job);
}

} // namespace

JobHost::Permit BatchRun::Private::submissionPermit() const
{
    if (m_stopping)
        return Permit::Never;
    return m_paused ? Permit::Later : Permit::Granted;
}

bool BatchRun::Private::mayAsk() const
{
    return m_paused != PauseReason::Key;
}

void BatchRun::Private::complete(store::Intent &intent) const
{
    intent.batch = m_request.batch;
    intent.server = m_request.server;
    intent.monthlyLimit = m_request.monthlyLimit;
}

void BatchRun::Private::jobChanged(JobRun &job, const batch::JobResult &before)
{
    const batch::JobResult &now = job.result();
    m_tally.change(before, now);
    const bool waited = before.state == JobState::Waiting;
    const bool waits = now.state == JobState::Waiting;
    if (waited && !waits)
        waitsNoMore(job);
    if (waits != waited)
        m_remaining.waiting(now.model, job.plan().typical.middle(), waits ? 1 : -1);
    const bool generated =
        before.state == JobState::Generating && now.state == JobState::Downloading;
    if (generated && !job.isTakenUp())
        m_remaining.measured(now.model, job.plan().typical.middle(),
                             toSeconds(job.progress().elapsed));
    if (generated)
        noteTimes(m_generatedLinks, job);
    keep(m_holding, job, batch::holdsSlot(now.state) && !job.isParked());
    keep(m_fetching, job, now.state == JobState::Downloading && !job.isParked());
    m_manifest.put(now);
    const bool ended = batch::isFinal(now.state) || job.isParked();
    if (ended)
        m_manifest.schedule();
    if (ended && m_followers.contains(job.position()))
        m_ended.append(job.position());
    tell(&BatchRun::jobChanged, job.progress());
    publish();
    settleSoon();
}

void BatchRun::Private::submissionAccepted(JobRun &job, Milliseconds sentAt)
{
    m_queue.reached(sentAt);
    m_queue.accepted(job.result().model, sentAt);
    noteTimes(m_acceptedLinks, job);
}

void BatchRun::Private::submissionTurnedAway(JobRun &job, const atlas::Error &error,
                                             Milliseconds sentAt)
{
    if (error.httpStatus != 0)
        m_queue.reached(sentAt);
    if (m_stopping) {
        job.cancel();
        return;
    }
    switch (error.kind) {
    case atlas::ErrorKind::Key:
        keyRefused(error, sentAt);
        jobReady(job);
        break;
    case atlas::ErrorKind::Balance:
        pause(PauseReason::Balance, error.message, sentAt);
        jobReady(job);
        break;
    default:
        holdForModel(job, error, sentAt);
        break;
    }
}

void BatchRun::Private::holdForModel(JobRun &job, const atlas::Error &error, Milliseconds sentAt)
{
    const QString &model = job.result().model;
    const auto patience = Milliseconds(qRound64(job.plan().job.effectiveMaxWait() * 1000));
    std::optional<Milliseconds> wait;
    QString note;
    if (error.kind == atlas::ErrorKind::RateLimited) {
        wait = m_queue.rateLimited(model, sentAt);
        note = BatchRun::tr("Rate limit: goes on in %1 s.");
    } else if (error.kind == atlas::ErrorKind::Busy) {
        wait = m_queue.busy(model, sentAt, patience);
        note = BatchRun::tr("The server is busy: goes on in %1 s.");
    } else {
        wait = m_queue.unreached(sentAt, patience);
        note = BatchRun::tr("The server can't be reached: tries again in %1 s.");
    }
    if (!wait) {
        job.fail(error.message);
        return;
    }
    const QString text = note.arg(wholeSeconds(*wait));
    log(job, error.requestId.isEmpty() ? text : u"%1 (%2)"_s.arg(text, error.requestId));
    job.setNote(text);
    jobReady(job);
}

void BatchRun::Private::keyRefused(const atlas::Error &error, Milliseconds sentAt)
{
    pause(PauseReason::Key, error.message, sentAt);
}

void BatchRun::Private::recordOutcome(const batch::JobResult &result,
                                      const std::function<void()> &then)
{
    ++m_outcomesPending;
    const auto done = [this, run = QPointer(&q), result, then](const auto &kept) {
        if (!run)
            return;
        --m_outcomesPending;
        if (kept) {
            m_outcomesUnsaved.remove(result.submission);
        } else {
            m_outcomesUnsaved.insert(result.submission, result);
            storeFailed(kept.error());
        }
        if (then)
            then();
        settleSoon();
    };
    m_store.recordOutcome(result.submission, result, done);
}

void BatchRun::Private::log(const JobRun &job, const QString &line)
{
    tell(&BatchRun::logged, u"%1: %2"_s.arg(job.result().name, line));
}

void BatchRun::Private::finish()
{
    saveLeftovers();
    m_finished = true;
    m_endedAt = m_clock.elapsed();
    m_progressTimer.stop();
    m_wakeWatch.stop();
    m_reachability.stop();
    m_uploads.stop();
    for (const auto &job : m_jobs)
        job->tidyUp();
    m_manifest.flush();
    tell(&BatchRun::finished, progress());
}

/// What the store would not take before, it may take now; else a person must know, since the next
/// run will not find it there.
void BatchRun::Private::saveLeftovers()
{
    QStringList lost;
    for (const auto &job : m_jobs) {
        if (!job->saveAcceptance())
            lost.append(u"%1 (%2)"_s.arg(job->result().name, job->result().predictionId));
    }
    const auto unsaved = std::exchange(m_outcomesUnsaved, {});
    for (const batch::JobResult &result : unsaved)
        recordOutcome(result, {});
    for (const batch::JobResult &result : std::as_const(m_outcomesUnsaved)) {
        if (result.state == JobState::Downloading || result.state == JobState::Succeeded)
            lost.append(u"%1 (%2)"_s.arg(result.name, result.predictionId));
    }
    if (lost.isEmpty())
        return;
    lost.removeDuplicates();
    tell(&BatchRun::fileProblem,
         BatchRun::tr("The ledger could not take down what became of: %1. The list of results and "
                      "the log have the ids of the predictions.")
             .arg(lost.join(u", "_s)));
}

} // namespace engine
