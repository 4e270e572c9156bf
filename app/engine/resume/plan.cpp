// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/plan.h"

namespace engine {

using batch::JobState;

namespace {

/// Something was, or may have been, made or paid for.
bool leftSomething(const batch::JobResult &result)
{
    return result.state == JobState::Succeeded || result.state == JobState::Unresolved
        || batch::isActive(result.state);
}

bool isToSubmit(const batch::Job &job, const Standing *standing, What what)
{
    if (!job.enabled)
        return false;
    switch (what) {
    case What::Run:
        return !standing || standing->result.state != JobState::Succeeded
            || !stillHolds(*standing, job);
    case What::Again:
        return true;
    case What::Resume:
        return false;
    case What::Retry:
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

void takeUp(RunPlan &plan, const batch::Job &job, const Standing &standing, What what)
{
    const bool asksAnew = job.enabled && !job.sameRequest(standing.submitted);
    plan.takenUp.insert(job.id);
    if (asksAnew && what != What::Resume)
        plan.outdated.insert(job.id);
    // A retry would make, and pay for, what the job asks for now.
    const bool fetchOnly = what == What::Resume || !job.enabled || asksAnew;
    plan.jobs.append(fetchOnly ? withoutRetries(job) : job);
}

/// A person wants it anew, and it was fetched once: files that are gone need not be fetched again.
bool isMadeAnew(const batch::Job &job, const Standing &standing, What what)
{
    return what == What::Again && job.enabled && !standing.missingFiles.isEmpty();
}

/// The jobs' standings, and what of them no plan can change.
RunPlan pastOf(const batch::Batch &batch, const History &history, What what)
{
    RunPlan plan;
    plan.replacedCosts = history.others.all.total();
    for (const batch::Job &job : batch.jobs) {
        const Standing *standing = history.of(job.id);
        if (!standing || !(job.enabled || leftSomething(standing->result)))
            continue;
        plan.earlier.append(underName(standing->result, job));
        if (isMadeAnew(job, *standing, what))
            plan.earlier.last().state = JobState::Succeeded; // as it was
    }
    for (const Standing &orphan : history.orphans)
        plan.earlier.append(underName(orphan.result, orphan.submitted));
    return plan;
}

} // namespace

RunPlan planOf(const batch::Batch &batch, const History &history, What what)
{
    RunPlan plan = pastOf(batch, history, what);
    for (const batch::Job &job : batch.jobs) {
        const Standing *standing = history.of(job.id);
        const bool paidFor =
            standing && batch::canBeTakenUp(standing->result) && !isMadeAnew(job, *standing, what);
        if (standing && standing->result.state == JobState::Unresolved)
            continue;
        if (paidFor && what != What::Retry)
            takeUp(plan, job, *standing, what);
        else if (!paidFor && isToSubmit(job, standing, what))
            plan.jobs.append(job);
    }
    if (what == What::Retry)
        return plan;
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
    RunPlan plan = pastOf(batch, history, What::Retry);
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
