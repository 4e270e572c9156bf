// SPDX-License-Identifier: GPL-3.0-or-later
//
// What jobs start from of others' results, and how they wait for them.
#include "engine/batchrunprivate.h"

#include "batch/references/references.h"
#include "engine/inputs/referred.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace engine {

using batch::JobState;
using catalog::MediaInput;
using Standing = Referred::Standing;

namespace {

QString nothingFrom(batch::MediaType type, const QString &why)
{
    return type == batch::MediaType::Image
        ? BatchRun::tr("%1, so there is no picture to start from.").arg(why)
        : BatchRun::tr("%1, so there is no video to start from.").arg(why);
}

QString heldText(const batch::JobResult &result, const QString &name)
{
    const QString why = result.state == JobState::Unresolved
        ? BatchRun::tr("Nobody knows yet whether “%1” was accepted")
        : BatchRun::tr("“%1” was paid for and is not fetched yet");
    return nothingFrom(result.type, why.arg(name));
}

QString lostText(const batch::JobResult &result, const QString &name)
{
    const QString why = result.state == JobState::Cancelled
        ? BatchRun::tr("“%1” was taken out of the run")
        : result.attempts > 0 ? BatchRun::tr("“%1” failed")
                              : BatchRun::tr("“%1” was not made");
    return nothingFrom(result.type, why.arg(name));
}

/// By what became of a job in an earlier run, and of which this one will hear no more.
std::pair<Standing, QString> standingOf(const batch::JobResult *earlier, const QString &name)
{
    if (earlier && earlier->state == JobState::Succeeded)
        return {Standing::Made, {}};
    if (earlier && batch::isOpen(earlier->state))
        return {Standing::Lost, heldText(*earlier, name)};
    return {Standing::Lost,
            BatchRun::tr("Run “%1” first: it has no result to start from.").arg(name)};
}

/// By how a job of this run stands.
std::pair<Standing, QString> standingOf(const JobRun &job, const QString &name)
{
    switch (job.state()) {
    case JobState::Succeeded:
        return {Standing::Made, {}};
    case JobState::Failed:
    case JobState::Cancelled:
        return {Standing::Lost, lostText(job.result(), name)};
    case JobState::Unresolved:
        return {Standing::Held, heldText(job.result(), name)};
    default:
        return job.isParked() ? std::pair(Standing::Held, heldText(job.result(), name))
                              : std::pair(Standing::ToCome, QString());
    }
}

} // namespace

Referred BatchRun::Private::referred(const JobRun &job, const QString &name) const
{
    const batch::JobId id = job.plan().sources.value(name);
    Referred found{name, m_positions.value(id, -1)};
    const auto earlier = m_earlier.constFind(id);
    const batch::JobResult *result = earlier == m_earlier.constEnd() ? nullptr : &*earlier;
    if (found.position >= 0) {
        const JobRun &source = *m_jobs[static_cast<size_t>(found.position)];
        result = &source.result();
        std::tie(found.standing, found.error) = standingOf(source, name);
    } else {
        std::tie(found.standing, found.error) = standingOf(result, name);
    }
    if (result) {
        found.type = result->type;
        found.output = result->outputs.value(0);
        found.submittedAt = result->submittedAt;
    }
    return found;
}

/// Why the job must not start from what stands for its sources; empty: it may.
QString BatchRun::Private::outOfDate(const JobRun &job, const QSet<batch::JobId> &changed) const
{
    if (changed.isEmpty())
        return {};
    for (const MediaInput &input : job.plan().inputs) {
        const auto name = batch::referredJob(input.address);
        if (name && changed.contains(job.plan().sources.value(*name))
            && referred(job, *name).standing != Standing::Lost)
            return BatchRun::tr("“%1” was changed since it was last run: run it first.").arg(*name);
    }
    return {};
}

/// Whether all results are there that the job starts from.
bool BatchRun::Private::awaitResults(JobRun &job)
{
    std::optional<Referred> awaited;
    for (const MediaInput &input : job.plan().inputs) {
        const auto name = batch::referredJob(input.address);
        if (!name)
            continue;
        const Referred found = referred(job, *name);
        if (found.standing == Standing::Lost) {
            job.fail(found.error);
            return false;
        }
        if (found.standing != Standing::Made && !awaited)
            awaited = found;
    }
    if (!awaited) {
        endWait(job);
        return true;
    }
    m_followers[awaited->position].append(job.position());
    m_following.insert(job.position());
    noteWait(job, BatchRun::tr("Waits for “%1”.").arg(awaited->name));
    return false;
}

/// One by one, and not each from within the other: a chain may be as long as the batch.
void BatchRun::Private::tellFollowers()
{
    while (!m_ended.isEmpty()) {
        const QList<int> followers = m_followers.take(m_ended.takeFirst());
        for (const int position : followers) {
            if (m_following.remove(position))
                jobReady(*m_jobs[static_cast<size_t>(position)]);
        }
    }
}

/// Nothing else is under way: what is held will not come in this run, unless a person makes room on
/// the disk and has it go on. Where nothing is held, they wait for each other.
void BatchRun::Private::endFollowing()
{
    QList<int> following(m_following.begin(), m_following.end());
    std::sort(following.begin(), following.end());
    QHash<int, QString> reasons;
    for (const int position : std::as_const(following)) {
        const JobRun &job = *m_jobs[static_cast<size_t>(position)];
        for (const MediaInput &input : job.plan().inputs) {
            const auto name = batch::referredJob(input.address);
            const Referred found = name ? referred(job, *name) : Referred();
            if (found.standing != Standing::Held)
                continue;
            if (m_paused && m_jobs[static_cast<size_t>(found.position)]->waitsForDisk())
                return;
            reasons.insert(position, found.error);
        }
    }
    if (reasons.isEmpty()) {
        for (const int position : std::as_const(following))
            reasons.insert(position, BatchRun::tr("It starts from a result that waits for it."));
    }
    for (const int position : std::as_const(following)) {
        if (reasons.contains(position))
            m_jobs[static_cast<size_t>(position)]->fail(reasons.value(position));
    }
    settleSoon();
}

void BatchRun::Private::noteWait(JobRun &job, const QString &note)
{
    m_noted.insert(job.position());
    if (job.progress().note != note)
        job.setNote(note);
}

/// Only what noteWait said: a rate limit, say, still holds.
void BatchRun::Private::endWait(JobRun &job)
{
    if (m_noted.remove(job.position()))
        job.setNote({});
}

} // namespace engine
