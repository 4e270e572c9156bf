// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "engine/resume/history.h"

#include <QList>
#include <QSet>
#include <QString>

namespace engine {

/// What a person wants from a batch.
enum class Purpose {
    Run,    ///< everything that has no result that still holds
    Again,  ///< everything anew
    Resume, ///< what was paid for and not fetched; nothing is submitted
    Retry,  ///< what failed, and what was not made for that reason
};

/// What is to become of a batch's jobs: what a RunRequest takes from the past.
struct RunPlan
{
    /// To submit or to take up, in the batch's order; then what was paid for by jobs that are no
    /// longer in the batch. What is taken up reads as it was submitted, under its present name.
    /// What is only to be fetched (all of Purpose::Resume, disabled jobs, jobs that are no longer
    /// there) has no retries.
    QList<batch::Job> jobs;
    /// How every job stands for which something was submitted before, those of `jobs` among them,
    /// in the same order, under its present name. A disabled job that has no result is left out.
    QList<batch::JobResult> earlier;
    batch::Cost replacedCosts;

    QSet<batch::JobId> takenUp; ///< of `jobs`: paid for, to be fetched
    /// Of `takenUp`: enabled, and asks for something else by now.
    QSet<batch::JobId> outdated;
    /// Still to be made when those are fetched, in the batch's order: what they ask for by now, and
    /// the jobs that start from it, which would get the old one's result before. None of those is
    /// in `jobs`.
    QList<batch::Job> afterwards;
    QSet<batch::JobId> orphans; ///< of `jobs`: no longer in the batch
    /// Enabled, and what stands for them isn't what they ask for by now, whether it is fetched or
    /// not: RunRequest::changed.
    QSet<batch::JobId> changed;
};

/// Unresolved jobs are in no plan: they wait for a person. What is paid for and not fetched is
/// taken up in place of being submitted, whatever is wanted but Purpose::Retry, which leaves it
/// alone; but Purpose::Again makes those anew that were fetched once and whose files are gone.
///
/// A job that starts from another's result (`job:NAME`) is no other job for that one being made
/// anew: it stands by its words, and by the job that they mean.
RunPlan planOf(const batch::Batch &batch, const History &history, Purpose purpose);

/// Submits that one unresolved submission again, and does nothing else: as its job reads now, or
/// as it was submitted where the job is no longer there. No jobs if it isn't unresolved.
RunPlan planToSubmitAgain(const batch::Batch &batch, const History &history,
                          const QString &submission);

} // namespace engine
