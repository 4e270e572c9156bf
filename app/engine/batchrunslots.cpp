// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a run gives its slots away.
#include "engine/batchrunprivate.h"

namespace engine {

using batch::JobState;

void BatchRun::Private::waitsNoMore(const JobRun &job)
{
    m_queue.remove(job.position(), job.result().model);
    m_following.remove(job.position());
    m_wanting.drop(job.position());
    m_noted.remove(job.position());
}

/// It may be told to be ready by more than one, and by some that have the wrong end of it by then:
/// only a job that waits has not been paid for.
void BatchRun::Private::jobReady(JobRun &job)
{
    if (job.state() != JobState::Waiting)
        return;
    if (m_stopping) {
        job.cancel();
        return;
    }
    if (job.plan().inputs.isEmpty())
        m_queue.push(job.position(), job.result().model);
    else if (awaitResults(job))
        m_queue.pushUnready(job.position(), job.result().model);
    settleSoon();
}

bool BatchRun::Private::maySubmit() const
{
    return submissionPermit() == Permit::Granted && !m_askingBalance && !m_reachability.isAway();
}

void BatchRun::Private::fill()
{
    while (maySubmit() && m_holding.size() < m_slots) {
        const std::optional<int> next = m_queue.takeNext();
        if (!next)
            break;
        JobRun &job = *m_jobs[static_cast<size_t>(*next)];
        if (job.state() != JobState::Waiting)
            continue;
        if (!affords(job)) {
            m_queue.push(*next, job.result().model);
            pause(PauseReason::Budget, budgetMessage(job), m_clock.elapsed());
            break;
        }
        // Links may have grown old while it waited for its turn.
        if (provide(job))
            job.submit();
    }
}

bool BatchRun::Private::affords(const JobRun &job) const
{
    if (!m_request.settings.budget)
        return true;
    const batch::BillLine &bill = m_tally.bill().all;
    return bill.spent + bill.committed + m_otherCosts + job.result().cost
        <= *m_request.settings.budget;
}

QString BatchRun::Private::budgetMessage(const JobRun &job) const
{
    const batch::BillLine &bill = m_tally.bill().all;
    const batch::Cost used = bill.spent + bill.committed + m_otherCosts;
    const batch::Cost budget = *m_request.settings.budget;
    const batch::Cost left = used < budget ? budget - used : batch::Cost();
    return BatchRun::tr("The budget of %1 has %2 left, and “%3” is estimated at %4. Raise the "
                        "budget to go on.")
        .arg(budget.toDisplay(), left.toDisplay(), job.result().name,
             job.result().cost.toDisplay());
}

/// Slots are given away from the event loop alone: never while a job is in the middle of a step.
void BatchRun::Private::settleSoon()
{
    if (m_settling || !isOpen())
        return;
    m_settling = true;
    QMetaObject::invokeMethod(
        &q, [this] { settle(); }, Qt::QueuedConnection);
}

void BatchRun::Private::settle()
{
    m_settling = false;
    if (!isOpen())
        return;
    tellFollowers();
    m_uploads.goOn();
    prepare();
    fill();
    if (!isUnderWay())
        m_following.isEmpty() ? finish() : endFollowing();
}

/// What waits for other jobs' results alone waits for nothing that could come by itself.
bool BatchRun::Private::isUnderWay() const
{
    return m_tally.count(JobState::Waiting) > m_following.size() || !m_ended.isEmpty()
        || !m_holding.isEmpty() || !m_fetching.isEmpty() || m_outcomesPending > 0;
}

} // namespace engine
