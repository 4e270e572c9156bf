// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/history.h"

#include "batch/jobjson.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <utility>

namespace engine {

using batch::JobState;
using store::Decision;
using store::Submission;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(engine::History)
};

bool isUnfetched(JobState state)
{
    return batch::isActive(state);
}

/// A person, or a run, has to do something about it: it belongs to somebody whatever the jobs say.
bool isOpen(JobState state)
{
    return state == JobState::Unresolved || isUnfetched(state);
}

/// A submission that may stand for a job, with what is needed to compare it.
struct Candidate
{
    Submission submission;
    QByteArray digest;
    bool foreign = false; ///< of the batch that this one was saved from
    bool used = false;

    JobState state() const { return submission.result.state; }
};

/// How much a candidate says about a job; less is more.
int rank(const Candidate &candidate, const QByteArray &digest)
{
    if (candidate.state() == JobState::Unresolved)
        return 0;
    if (isUnfetched(candidate.state()))
        return 1;
    const bool same = candidate.digest == digest;
    return same && candidate.state() == JobState::Succeeded ? 2 : 3;
}

class Sorting
{
public:
    Sorting(const batch::Batch &batch, const QString &batchName, bool atWork)
        : m_batch(batch)
        , m_batchName(batchName)
        , m_atWork(atWork)
    {
        for (const batch::Job &job : batch.jobs)
            m_digests.insert(job.id, batch::requestDigest(job));
    }

    History sort(const QList<Submission> &submissions)
    {
        for (const Submission &submission : submissions)
            take(submission);
        giveToSharers();
        giveToRenamed();
        giveByName();
        for (Candidate &candidate : m_candidates) {
            if (!candidate.used && !candidate.foreign)
                leaveOver(candidate);
        }
        return std::move(m_history);
    }

private:
    void take(Submission submission)
    {
        batch::JobResult &result = submission.result;
        // What was made before the batch had a file has no other place to be looked for.
        const bool foreign =
            submission.batch != m_batchName && QDir::isAbsolutePath(submission.batch);
        if (submission.decision == Decision::Forgotten) {
            if (!foreign)
                countForgotten(result);
            return;
        }
        const bool withoutId = isUnfetched(result.state) && result.predictionId.isEmpty();
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
        const QByteArray digest = batch::requestDigest(submission.job);
        m_byName[result.name].append(m_candidates.size());
        m_candidates.append({std::move(submission), digest, foreign, false});
    }

    /// The best of these for the job; null where none may stand for it.
    Candidate *best(const QList<qsizetype> &indices, batch::JobId job, bool sameOnly)
    {
        const QByteArray &digest = m_digests[job];
        Candidate *found = nullptr;
        for (const qsizetype index : indices) {
            Candidate &candidate = m_candidates[index];
            const bool same = candidate.digest == digest;
            if (candidate.used || (!same && (sameOnly || candidate.foreign)))
                continue;
            // The newer one of two that say as much.
            if (!found || rank(candidate, digest) <= rank(*found, digest))
                found = &candidate;
        }
        return found;
    }

    /// Where several jobs share a name, each gets what was submitted for the very same first.
    void giveToSharers()
    {
        QHash<QString, int> sharers;
        for (const batch::Job &job : m_batch.jobs)
            ++sharers[job.name];
        for (const batch::Job &job : m_batch.jobs) {
            if (sharers[job.name] > 1)
                giveBest(m_byName.value(job.name), job.id, true);
        }
    }

    void giveToRenamed()
    {
        using Asked = std::pair<QString, QByteArray>;
        QSet<QString> names;
        QSet<Asked> asked;
        for (const batch::Job &job : m_batch.jobs) {
            names.insert(job.name);
            asked.insert({job.name, m_digests[job.id]});
        }
        QSet<Asked> answered;
        QHash<QByteArray, QList<qsizetype>> moved;
        for (qsizetype i = 0; i < m_candidates.size(); ++i) {
            const Candidate &candidate = m_candidates.at(i);
            const Asked made{candidate.submission.result.name, candidate.digest};
            if (asked.contains(made))
                answered.insert(made);
            else if (!names.contains(made.first) || candidate.state() != JobState::Failed)
                moved[candidate.digest].append(i);
        }
        for (const batch::Job &job : m_batch.jobs) {
            if (!answered.contains({job.name, m_digests[job.id]}))
                giveBest(moved.value(m_digests[job.id]), job.id, true);
        }
    }

    void giveByName()
    {
        for (const batch::Job &job : m_batch.jobs)
            giveBest(m_byName.value(job.name), job.id, false);
    }

    static Standing standingOf(const Candidate &candidate, batch::JobId job)
    {
        Standing standing{candidate.submission.job,
                          candidate.submission.result,
                          candidate.submission.request,
                          {}};
        standing.submitted.id = job;
        standing.result.job = job;
        return standing;
    }

    /// The best of these to the job, if it has none.
    void giveBest(const QList<qsizetype> &indices, batch::JobId job, bool sameOnly)
    {
        Candidate *candidate =
            m_history.jobs.contains(job) ? nullptr : best(indices, job, sameOnly);
        if (!candidate)
            return;
        candidate->used = true;
        m_history.jobs.insert(job, standingOf(*candidate, job));
    }

    void leaveOver(const Candidate &candidate)
    {
        if (isOpen(candidate.state()))
            m_history.orphans.append(standingOf(candidate, candidate.submission.job.id));
        else
            count(candidate.submission.result);
    }

    /// It was paid for if it was known to be accepted (Decision::Forgotten).
    void countForgotten(const batch::JobResult &result)
    {
        if (result.state == JobState::Generating || result.state == JobState::Downloading)
            m_history.others.add(result.model, result.cost, JobState::Succeeded,
                                 result.costIsGuess);
    }

    void count(const batch::JobResult &result)
    {
        const bool hasMoney = result.state == JobState::Succeeded || isOpen(result.state);
        if (hasMoney)
            m_history.others.add(result.model, result.cost, result.state, result.costIsGuess);
    }

    const batch::Batch &m_batch;
    const QString m_batchName;
    const bool m_atWork;
    QHash<batch::JobId, QByteArray> m_digests;
    QList<Candidate> m_candidates;
    QHash<QString, QList<qsizetype>> m_byName;
    History m_history;
};

} // namespace

const Standing *History::of(batch::JobId job) const
{
    const auto found = jobs.constFind(job);
    return found == jobs.constEnd() ? nullptr : &*found;
}

const Standing *History::ofSubmission(const QString &submission) const
{
    const auto isIt = [&submission](const Standing &standing) {
        return standing.result.submission == submission;
    };
    const auto found = std::find_if(jobs.begin(), jobs.end(), isIt);
    if (found != jobs.end())
        return &*found;
    const auto orphan = std::find_if(orphans.begin(), orphans.end(), isIt);
    return orphan == orphans.end() ? nullptr : &*orphan;
}

int History::unfetched() const
{
    const auto counts = [](const Standing &standing) { return isUnfetched(standing.result.state); };
    return static_cast<int>(std::count_if(jobs.begin(), jobs.end(), counts)
                            + std::count_if(orphans.begin(), orphans.end(), counts));
}

int History::unresolved() const
{
    const auto counts = [](const Standing &standing) {
        return standing.result.state == JobState::Unresolved;
    };
    return static_cast<int>(std::count_if(jobs.begin(), jobs.end(), counts)
                            + std::count_if(orphans.begin(), orphans.end(), counts));
}

bool stillHolds(const Standing &standing, const batch::Job &job)
{
    return isOpen(standing.result.state) || standing.submitted.sameRequest(job);
}

History historyOf(const batch::Batch &batch, const QString &batchName,
                  const QList<Submission> &submissions, bool atWork)
{
    return Sorting(batch, batchName, atWork).sort(submissions);
}

} // namespace engine
