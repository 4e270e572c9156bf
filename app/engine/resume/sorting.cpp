// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/sorting.h"

#include "batch/jobjson.h"
#include "batch/references/references.h"
#include "engine/resume/levels.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <utility>

namespace engine {

using batch::Job;
using batch::JobState;
using store::Decision;
using store::Submission;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(engine::History)
};

constexpr qsizetype mostReadings = 1000; ///< of one job

} // namespace

Sorting::Sorting(const QList<Job> &jobs, const QList<Job> &gone, QString batchName, bool atWork,
                 const catalog::Catalog &models)
    : m_jobs(jobs)
    , m_gone(gone)
    , m_batchName(std::move(batchName))
    , m_atWork(atWork)
    , m_models(models)
{
    for (const QList<Job> *some : {&m_jobs, &m_gone}) {
        for (const Job &job : *some) {
            ++m_sharers[job.name];
            const QStringList sources = batch::referredJobs(job);
            m_sources.unite({sources.begin(), sources.end()});
        }
    }
    for (const Job &job : m_jobs)
        m_names.insert(job.name);
}

History Sorting::sort(const QList<Submission> &submissions)
{
    for (const Submission &submission : submissions)
        take(submission);
    for (const QList<Job> *jobs : {&m_jobs, &m_gone}) {
        const QList<Level> levels = inLevels(*jobs);
        for (const Level &level : levels)
            giveSame(level);
    }
    giveByName(m_jobs);
    giveByName(m_gone);
    for (const Candidate &candidate : std::as_const(m_candidates)) {
        if (!candidate.used && !candidate.foreign)
            leaveOver(candidate);
    }
    return std::move(m_history);
}

void Sorting::take(Submission submission)
{
    batch::JobResult &result = submission.result;
    // What was made before the batch had a file has no other place to be looked for.
    const bool foreign = submission.batch != m_batchName && QDir::isAbsolutePath(submission.batch);
    if (submission.decision == Decision::Forgotten) {
        if (!foreign)
            countForgotten(result);
        return;
    }
    const bool withoutId = batch::isActive(result.state) && result.predictionId.isEmpty();
    const bool inDoubt = result.state == JobState::Submitting ? !m_atWork : withoutId;
    if (inDoubt) {
        result.state = JobState::Unresolved;
        result.error = Words::tr("The program ended before the server's answer was written "
                                 "down: nobody knows whether it accepted the job.");
    }
    if (submission.decision == Decision::SubmittedAgain) {
        if (!foreign)
            count(result);
        return;
    }
    const bool never = result.state == JobState::Waiting || result.state == JobState::Cancelled;
    if (never)
        return;
    const QByteArray digest = digestOf(submission.job);
    m_byName[result.name].append(m_candidates.size());
    m_byDigest[digest].append(m_candidates.size());
    m_candidates.append({std::move(submission), digest, foreign});
}

QByteArray Sorting::digestOf(const Job &job) const
{
    return batch::requestDigest(job, m_models.usualOf(job.model));
}

QSet<QByteArray> Sorting::readingsOf(const Job &job) const
{
    using Names = QHash<QString, QString>; // then, by what they are now
    QList<Names> all{{}};
    const QStringList sources = batch::referredJobs(job);
    for (const QString &name : sources) {
        const QStringList former = m_formerNames.value(name);
        const qsizetype count = all.size();
        for (const QString &each : former) {
            for (qsizetype i = 0; i < count && all.size() < mostReadings; ++i) {
                Names names = all.at(i);
                names.insert(name, each);
                all.append(names);
            }
        }
    }
    QSet<QByteArray> readings;
    for (const Names &names : std::as_const(all)) {
        const auto then = [&names](const QString &now) { return names.value(now, now); };
        readings.insert(digestOf(names.isEmpty() ? job : batch::withReferences(job, then)));
    }
    return readings;
}

bool Sorting::isSame(const Job &job, const Candidate &candidate) const
{
    return m_readings.constFind(job.id)->contains(candidate.digest);
}

/// What asked for the very same.
void Sorting::giveSame(const Level &level)
{
    for (const Job *job : level)
        m_readings.insert(job->id, readingsOf(*job));
    giveToSharers(level);
    noteAnswers(level);
    giveToRenamed(level);
}

/// Where several jobs share a name, each gets what was submitted for the very same first.
void Sorting::giveToSharers(const Level &level)
{
    for (const Job *job : level) {
        if (m_sharers.value(job->name) > 1)
            giveBest(m_byName.value(job->name), *job, true);
    }
}

void Sorting::noteAnswers(const Level &level)
{
    for (const Job *job : level) {
        const Indices named = m_byName.value(job->name);
        for (const qsizetype index : named) {
            Candidate &candidate = m_candidates[index];
            candidate.answers = candidate.answers || isSame(*job, candidate);
        }
    }
}

void Sorting::giveToRenamed(const Level &level)
{
    const auto answers = [this](qsizetype index) { return m_candidates.at(index).answers; };
    for (const Job *job : level) {
        const Indices named = m_byName.value(job->name);
        const bool isAnswered = std::ranges::any_of(named, [&](qsizetype index) {
            return answers(index) && isSame(*job, m_candidates.at(index));
        });
        const bool isSource = m_sources.contains(job->name);
        if (isAnswered && !isSource)
            continue;
        const Indices moved = movedFor(*job);
        if (isSource)
            noteFormerNames(*job, moved);
        if (!isAnswered)
            giveBest(moved, *job, true);
    }
}

/// What asked for the same under a name whose job doesn't ask for it any more.
Sorting::Indices Sorting::movedFor(const Job &job) const
{
    Indices moved;
    for (const QByteArray &digest : *m_readings.constFind(job.id)) {
        const Indices same = m_byDigest.value(digest);
        for (const qsizetype index : same) {
            const Candidate &candidate = m_candidates.at(index);
            const bool isTheirs = m_names.contains(candidate.submission.result.name)
                && candidate.state() == JobState::Failed;
            if (!candidate.answers && !isTheirs)
                moved.append(index);
        }
    }
    std::ranges::sort(moved); // the newest last
    return moved;
}

void Sorting::noteFormerNames(const Job &job, const Indices &moved)
{
    QStringList &names = m_formerNames[job.name];
    for (const qsizetype index : moved) {
        const QString &name = m_candidates.at(index).submission.result.name;
        if (name != job.name && !names.contains(name))
            names.append(name);
    }
}

void Sorting::giveByName(const QList<Job> &jobs)
{
    for (const Job &job : jobs)
        giveBest(m_byName.value(job.name), job, false);
}

/// How much a candidate says about a job; less is more.
int Sorting::rank(const Candidate &candidate, const Job &job) const
{
    if (candidate.state() == JobState::Unresolved)
        return 0;
    if (batch::isActive(candidate.state()))
        return 1;
    return candidate.state() == JobState::Succeeded && isSame(job, candidate) ? 2 : 3;
}

/// The best of these for the job; null where none may stand for it.
Sorting::Candidate *Sorting::best(const Indices &indices, const Job &job, bool sameOnly)
{
    Candidate *found = nullptr;
    for (const qsizetype index : indices) {
        Candidate &candidate = m_candidates[index];
        const bool mayStand = isSame(job, candidate) || (!sameOnly && !candidate.foreign);
        if (candidate.used || !mayStand)
            continue;
        // The newer one of two that say as much.
        if (!found || rank(candidate, job) <= rank(*found, job))
            found = &candidate;
    }
    return found;
}

/// The best of these to the job, if it has none.
void Sorting::giveBest(const Indices &indices, const Job &job, bool sameOnly)
{
    Candidate *candidate = m_history.jobs.contains(job.id) ? nullptr : best(indices, job, sameOnly);
    if (!candidate)
        return;
    candidate->used = true;
    Standing standing = standingOf(*candidate);
    standing.submitted = withNamesOf(job, standing.submitted);
    standing.submitted.id = job.id;
    standing.result.job = job.id;
    m_history.jobs.insert(job.id, standing);
}

/// What was submitted, with the names that what it starts from has in the job by now, where it may
/// have been the same.
Job Sorting::withNamesOf(const Job &job, const Job &submitted) const
{
    const QList<batch::Reference> now = batch::referencesOf(job);
    if (now.size() != batch::referencesOf(submitted).size())
        return submitted;
    qsizetype next = 0;
    return batch::withReferences(submitted, [&](const QString &then) {
        const QString &name = now.at(next++).job;
        return m_formerNames.value(name).contains(then) ? name : then;
    });
}

Standing Sorting::standingOf(const Candidate &candidate) const
{
    return {candidate.submission.job,
            candidate.submission.result,
            candidate.submission.request,
            m_models.usualOf(candidate.submission.job.model),
            {}};
}

void Sorting::leaveOver(const Candidate &candidate)
{
    // What is open belongs to somebody, whatever the jobs say.
    if (!batch::isOpen(candidate.state())) {
        count(candidate.submission.result);
        return;
    }
    Standing standing = standingOf(candidate);
    standing.result.job = standing.submitted.id;
    m_history.orphans.append(standing);
}

/// It was paid for if it was known to be accepted (Decision::Forgotten).
void Sorting::countForgotten(const batch::JobResult &result)
{
    if (result.state == JobState::Generating || result.state == JobState::Downloading)
        m_history.others.add(result.model, result.cost, JobState::Succeeded, result.costIsGuess);
}

void Sorting::count(const batch::JobResult &result)
{
    if (batch::bindsMoney(result.state))
        m_history.others.add(result.model, result.cost, result.state, result.costIsGuess);
}

} // namespace engine
