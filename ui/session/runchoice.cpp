// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which of a document's jobs a run is to take.
#include "session/batchdocument.h"
#include "session/runsessionprivate.h"

#include <algorithm>

namespace ui {

using batch::JobState;

bool RunSession::Private::isRunnable(int row) const
{
    const batch::Job &job = document->job(row);
    if (takes.isParked(job.id))
        return true;
    return job.enabled && takes.wantsRun(job) && !batch::hasError(document->problems(row));
}

bool RunSession::Private::isLeftOut(int row) const
{
    const batch::Job &job = document->job(row);
    return job.enabled && takes.wantsRun(job) && !takes.isParked(job.id)
        && batch::hasError(document->problems(row));
}

QList<batch::JobId> RunSession::Private::leftOutJobs() const
{
    QList<batch::JobId> ids;
    for (int row = 0; row < document->jobCount(); ++row) {
        if (isLeftOut(row))
            ids.append(document->job(row).id);
    }
    return ids;
}

QList<batch::Job> RunSession::Private::runnableJobs() const
{
    QList<batch::Job> jobs;
    for (int row = 0; row < document->jobCount(); ++row) {
        if (isRunnable(row))
            jobs.append(document->job(row));
    }
    for (const batch::JobId id : strays()) {
        if (!takes.isParked(id))
            continue;
        jobs.append(*takes.jobOf(id));
        jobs.last().maxRetries = 0; // nobody wants it made anew
    }
    return jobs;
}

QList<batch::Job> RunSession::Private::parkedJobs() const
{
    QList<batch::Job> jobs;
    for (const batch::Job &job : document->batch().jobs) {
        if (takes.isParked(job.id))
            jobs.append(job);
    }
    for (const batch::JobId id : strays()) {
        if (takes.isParked(id))
            jobs.append(*takes.jobOf(id));
    }
    // Should one fail after all, another attempt would be a new submission.
    for (batch::Job &job : jobs)
        job.maxRetries = 0;
    return jobs;
}

QList<batch::Job> RunSession::Private::failedJobs() const
{
    QList<batch::Job> jobs;
    for (int row = 0; row < document->jobCount(); ++row) {
        const batch::Job &job = document->job(row);
        if (takes.stateOf(job) == JobState::Failed && !batch::hasError(document->problems(row)))
            jobs.append(job);
    }
    return jobs;
}

QList<batch::Job> RunSession::Private::jobsOf(const QList<batch::JobId> &ids,
                                              const QSet<batch::JobId> &decided) const
{
    QList<batch::Job> jobs;
    for (const batch::JobId id : ids) {
        const engine::JobProgress *known = takes.progressOf(id);
        const bool idle = !known || known->parked || batch::isFinal(known->result.state);
        const bool held = known && known->result.state == JobState::Unresolved;
        if (!idle || (held && !decided.contains(id)))
            continue;
        const int row = document->rowOf(id);
        if (row >= 0 && (takes.isParked(id) || !batch::hasError(document->problems(row))))
            jobs.append(document->job(row));
        else if (row < 0 && (takes.isParked(id) || held))
            jobs.append(*takes.jobOf(id));
    }
    return jobs;
}

QList<batch::JobId> RunSession::Private::strays() const
{
    QList<batch::JobId> ids;
    for (const batch::JobId id : takes.ids()) {
        if (document->rowOf(id) >= 0)
            continue;
        const JobState state = takes.progressOf(id)->result.state;
        if (state == JobState::Unresolved || batch::isActive(state))
            ids.append(id);
    }
    std::ranges::sort(ids);
    return ids;
}

RunSession::Counts RunSession::Private::countJobs() const
{
    Counts all;
    for (int row = 0; row < document->jobCount(); ++row) {
        const batch::Job &job = document->job(row);
        const JobState state = takes.stateOf(job);
        all.enabled += job.enabled;
        all.runnable += isRunnable(row);
        all.leftOut += isLeftOut(row);
        all.succeeded += job.enabled && state == JobState::Succeeded;
        all.failed += state == JobState::Failed;
        all.unresolved += state == JobState::Unresolved;
        all.unfetched += takes.isParked(job.id);
    }
    for (const batch::JobId id : strays()) {
        const bool parked = takes.isParked(id);
        all.runnable += parked;
        all.unfetched += parked;
        all.unresolved += takes.progressOf(id)->result.state == JobState::Unresolved;
    }
    return all;
}

} // namespace ui
