// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "engine/resume/history.h"

#include <QList>
#include <QSet>
#include <QString>

namespace engine {

/// What a person wants from a batch.
enum class What {
    Run,    ///< everything that has no result that still holds
    Again,  ///< everything anew
    Resume, ///< what was paid for and not fetched; nothing is submitted
    Retry,  ///< what failed
};

/// What is to become of a batch's jobs: what a RunRequest takes from the past.
struct RunPlan
{
    /// To submit or to take up, in the batch's order; then what was paid for by jobs that are no
    /// longer in the batch, as they were submitted. What is only to be fetched (all of
    /// What::Resume, disabled jobs, jobs that are no longer there) has no retries.
    QList<batch::Job> jobs;
    /// How every job stands for which something was submitted before, those of `jobs` among them,
    /// in the same order, under its present name. A disabled job that has no result is left out.
    QList<batch::JobResult> earlier;
    batch::Cost replacedCosts;

    QSet<batch::JobId> takenUp; ///< of `jobs`: paid for, to be fetched
    /// Of `takenUp`: enabled, and asks for something else by now, which is still to be made when
    /// the fetch is done.
    QSet<batch::JobId> outdated;
    QSet<batch::JobId> orphans; ///< of `jobs`: no longer in the batch
};

/// Unresolved jobs are in no plan: they wait for a person. What is paid for and not fetched is
/// taken up in place of being submitted, whatever is wanted but What::Retry, which leaves it alone;
/// but What::Again makes those anew that were fetched once and whose files are gone.
RunPlan planOf(const batch::Batch &batch, const History &history, What what);

/// Submits that one unresolved submission again, and does nothing else: as its job reads now, or
/// as it was submitted where the job is no longer there. No jobs if it isn't unresolved.
RunPlan planToSubmitAgain(const batch::Batch &batch, const History &history,
                          const QString &submission);

} // namespace engine
