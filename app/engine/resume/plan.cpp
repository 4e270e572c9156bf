// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/plan.h"

#include "batch/references/references.h"

#include <utility>

namespace engine {

using batch::JobState;

namespace {

bool isToSubmit(const batch::Job &job, const Standing *standing, Purpose purpose)
{
    if (!job.enabled)
        return false;
    switch (purpose) {
    case Purpose::Run:
        return !standing || standing->result.state != JobState::Succeeded
            || !stillHolds(*standing, job);
    case Purpose::Again:
        return true;
    case Purpose::Resume:
        return false;
    case Purpose::Retry:
        return standing && standing->result.state == JobState::Failed;
    }
    Q_UNREACHABLE();
}

batch::Job withoutRetries(batch::Job job)
{
    job.maxRetries = 0;
    return job;
}

batch::JobResult underName(batch::JobResult result, const batch::Job &job)
{
    result.job = job.id;
    result.name = job.name;
    return result;
}

/// What is fetched is what was submitted, and its file says so.
batch::Job asSubmitted(const Standing &standing, const batch::Job &job)
{
    if (isAskedFor(standing, job))
        return job;
    batch::Job submitted = standing.submitted;
    submitted.name = job.name;
    submitted.enabled = job.enabled;
    return submitted;
}

void takeUp(RunPlan &plan, const batch::Job &job, const Standing &standing, Purpose purpose)
{
    const bool asksAnew = job.enabled && !isAskedFor(standing, job);
    plan.takenUp.insert(job.id);
    if (asksAnew && purpose != Purpose::Resume)
        plan.outdated.insert(job.id);
    // A retry would make, and pay for, what the job asks for now.
    const bool fetchOnly = purpose == Purpose::Resume || !job.enabled || asksAnew;
    const batch::Job fetched = asSubmitted(standing, job);
    plan.jobs.append(fetchOnly ? withoutRetries(fetched) : fetched);
}

/// A person wants it anew, and it was fetched once: files that are gone need not be fetched again.
bool isMadeAnew(const batch::Job &job, const Standing &standing, Purpose purpose)
{
    return purpose == Purpose::Again && job.enabled && !standing.missingFiles.isEmpty();
}

/// The enabled jobs that never were submitted because one that they start from failed, or waited in
/// turn for one that did: nothing else is known of them.
QSet<batch::JobId> followersOfFailed(const batch::Batch &batch, const History &history)
{
    QSet<batch::JobId> failed;
    for (const batch::Job &job : batch.jobs) {
        if (isToSubmit(job, history.of(job.id), Purpose::Retry))
            failed.insert(job.id);
    }
    return batch::followersOf(batch.jobs, failed, [&history](const batch::Job &job) {
        return job.enabled && !history.of(job.id);
    });
}

/// What starts from a picture that is out of date waits for the new one.
void holdBack(RunPlan &plan, const batch::Batch &batch)
{
    if (plan.outdated.isEmpty())
        return;
    QSet<batch::JobId> submitted;
    for (const batch::Job &job : std::as_const(plan.jobs)) {
        if (!plan.takenUp.contains(job.id))
            submitted.insert(job.id);
    }
    const QSet<batch::JobId> held =
        batch::followersOf(batch.jobs, plan.outdated, [&submitted](const batch::Job &job) {
            return submitted.contains(job.id);
        });
    plan.jobs.removeIf([&held](const batch::Job &job) { return held.contains(job.id); });
    for (const batch::Job &job : batch.jobs) {
        if (held.contains(job.id) || plan.outdated.contains(job.id))
            plan.afterwards.append(job);
    }
}

/// The jobs' standings, and what of them no plan can change.
RunPlan pastOf(const batch::Batch &batch, const History &history, Purpose purpose)
{
    RunPlan plan;
    plan.replacedCosts = history.others.all.total();
    for (const batch::Job &job : batch.jobs) {
        const Standing *standing = history.of(job.id);
        if (!standing || !(job.enabled || batch::bindsMoney(standing->result.state)))
            continue;
        plan.earlier.append(underName(standing->result, job));
        if (isMadeAnew(job, *standing, purpose))
            plan.earlier.last().state = JobState::Succeeded; // as it was
        if (job.enabled && !isAskedFor(*standing, job))
            plan.changed.insert(job.id);
    }
    for (const Standing &orphan : history.orphans)
        plan.earlier.append(underName(orphan.result, orphan.submitted));
    return plan;
}

} // namespace

RunPlan planOf(const batch::Batch &batch, const History &history, Purpose purpose)
{
    RunPlan plan = pastOf(batch, history, purpose);
    const QSet<batch::JobId> followers =
        purpose == Purpose::Retry ? followersOfFailed(batch, history) : QSet<batch::JobId>();
    for (const batch::Job &job : batch.jobs) {
        const Standing *standing = history.of(job.id);
        const bool paidFor = standing && batch::canBeTakenUp(standing->result)
            && !isMadeAnew(job, *standing, purpose);
        if (standing && standing->result.state == JobState::Unresolved)
            continue;
        if (paidFor && purpose != Purpose::Retry)
            takeUp(plan, job, *standing, purpose);
        else if (!paidFor && (isToSubmit(job, standing, purpose) || followers.contains(job.id)))
            plan.jobs.append(job);
    }
    if (purpose == Purpose::Retry)
        return plan;
    holdBack(plan, batch);
    for (const Standing &orphan : history.orphans) {
        if (!batch::canBeTakenUp(orphan.result))
            continue;
        plan.jobs.append(withoutRetries(orphan.submitted));
        plan.takenUp.insert(orphan.submitted.id);
        plan.orphans.insert(orphan.submitted.id);
    }
    return plan;
}

RunPlan planToSubmitAgain(const batch::Batch &batch, const History &history,
                          const QString &submission)
{
    RunPlan plan = pastOf(batch, history, Purpose::Retry);
    const auto isIt = [&submission](const Standing &standing) {
        return standing.result.state == JobState::Unresolved
            && standing.result.submission == submission;
    };
    for (const batch::Job &job : batch.jobs) {
        const Standing *standing = history.of(job.id);
        if (standing && isIt(*standing))
            plan.jobs.append(job);
    }
    for (const Standing &orphan : history.orphans) {
        if (!isIt(orphan))
            continue;
        plan.jobs.append(orphan.submitted);
        plan.orphans.insert(orphan.submitted.id);
    }
    return plan;
}

} // namespace engine
