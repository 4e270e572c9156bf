// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which of a document's jobs a run is to take.
#include "batch/references/references.h"
#include "session/document/batchdocument.h"
#include "session/run/runsessionprivate.h"

#include <algorithm>

namespace ui {

using batch::JobState;

bool RunSession::Private::isRunnable(const batch::Job &job) const
{
    if (takes.isParked(job.id))
        return true;
    return job.enabled && takes.wantsRun(job) && !batch::hasError(document->problemsOf(job.id));
}

bool RunSession::Private::isLeftOut(const batch::Job &job) const
{
    return job.enabled && takes.wantsRun(job) && !takes.isParked(job.id)
        && batch::hasError(document->problemsOf(job.id));
}

QList<batch::JobId> RunSession::Private::leftOutJobs() const
{
    QList<batch::JobId> ids = barrenEntries();
    for (const batch::Job &job : document->batch().jobs) {
        if (isLeftOut(job))
            ids.append(job.id);
    }
    std::ranges::sort(ids, {}, [this](batch::JobId id) { return document->rowOf(id); });
    return ids;
}

QList<batch::JobId> RunSession::Private::leftOutOf(const QList<batch::JobId> &ids) const
{
    QList<batch::JobId> leftOut;
    for (const batch::JobId id : ids) {
        const int row = document->rowOf(id);
        const bool isBarren = row >= 0 && document->made(row).count == 0;
        if (isBarren || (!takes.isParked(id) && batch::hasError(document->problemsOf(id))))
            leftOut.append(id);
    }
    return leftOut;
}

QList<batch::JobId> RunSession::Private::barrenEntries() const
{
    QList<batch::JobId> ids;
    for (int row = 0; row < document->jobCount(); ++row) {
        if (document->made(row).count == 0 && document->entry(row).job.enabled)
            ids.append(document->entry(row).id());
    }
    return ids;
}

QSet<batch::JobId> RunSession::Private::heldBack(
    const std::function<bool(const batch::Job &)> &isToRun) const
{
    const QSet<batch::JobId> outdated = takes.outdated();
    if (outdated.isEmpty())
        return {};
    return batch::followersOf(document->batch().jobs, outdated, [&](const batch::Job &job) {
        return !takes.isParked(job.id) && isToRun(job);
    });
}

QSet<batch::JobId> RunSession::Private::heldBack(const QList<batch::Job> &jobs) const
{
    QSet<batch::JobId> ids;
    for (const batch::Job &job : jobs)
        ids.insert(job.id);
    return heldBack([&ids](const batch::Job &job) { return ids.contains(job.id); });
}

QList<batch::Job> RunSession::Private::runnableJobs() const
{
    QList<batch::Job> jobs;
    const auto held = heldBack([this](const batch::Job &job) { return isRunnable(job); });
    for (const batch::Job &job : document->batch().jobs) {
        if (isRunnable(job) && !held.contains(job.id))
            jobs.append(job);
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

QList<batch::JobId> RunSession::Private::failedIds() const
{
    QList<batch::JobId> ids;
    for (const batch::Job &job : document->batch().jobs) {
        if (takes.stateOf(job) == JobState::Failed)
            ids.append(job.id);
    }
    return ids;
}

QList<batch::Job> RunSession::Private::failedJobs() const
{
    const auto mayRun = [this](const batch::Job &job) {
        return job.enabled && !batch::hasError(document->problemsOf(job.id));
    };
    const QList<batch::Job> &all = document->batch().jobs;
    QSet<batch::JobId> ids;
    for (const batch::Job &job : all) {
        if (takes.stateOf(job) == JobState::Failed && mayRun(job))
            ids.insert(job.id);
    }
    ids += batch::followersOf(all, ids, [&](const batch::Job &job) {
        return takes.wasNeverSubmitted(job.id) && mayRun(job);
    });
    QList<batch::Job> jobs;
    for (const batch::Job &job : all) {
        if (ids.contains(job.id))
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
        const batch::Job *job = document->madeJob(id);
        if (job && (takes.isParked(id) || !batch::hasError(document->problemsOf(id))))
            jobs.append(*job);
        else if (!job && (takes.isParked(id) || held))
            jobs.append(*takes.jobOf(id));
    }
    return jobs;
}

QList<batch::JobId> RunSession::Private::strays() const
{
    QList<batch::JobId> ids;
    for (const batch::JobId id : takes.ids()) {
        if (document->madeJob(id))
            continue;
        const JobState state = takes.progressOf(id)->result.state;
        if (batch::isOpen(state))
            ids.append(id);
    }
    std::ranges::sort(ids);
    return ids;
}

RunSession::Counts RunSession::Private::countJobs() const
{
    Counts all;
    all.leftOut = static_cast<int>(barrenEntries().size());
    const auto held = heldBack([this](const batch::Job &job) { return isRunnable(job); });
    for (const batch::Job &job : document->batch().jobs) {
        const JobState state = takes.stateOf(job);
        all.enabled += job.enabled;
        all.runnable += isRunnable(job) && !held.contains(job.id);
        all.leftOut += isLeftOut(job);
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
