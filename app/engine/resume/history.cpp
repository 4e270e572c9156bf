// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/history.h"

#include "catalog/request/usual.h"
#include "engine/resume/sorting.h"

#include <algorithm>

namespace engine {

using batch::JobState;

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
    const auto counts = [](const Standing &standing) {
        return batch::isActive(standing.result.state);
    };
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

bool isAskedFor(const Standing &standing, const batch::Job &job)
{
    return catalog::asksForTheSame(job, standing.submitted, standing.request, standing.usual);
}

bool stillHolds(const Standing &standing, const batch::Job &job)
{
    return batch::isOpen(standing.result.state) || isAskedFor(standing, job);
}

History historyOf(const batch::Batch &batch, const QString &batchName,
                  const QList<store::Submission> &submissions, bool atWork,
                  const catalog::Catalog &models, const QList<batch::Job> &gone)
{
    return Sorting(batch.jobs, gone, batchName, atWork, models).sort(submissions);
}

} // namespace engine
