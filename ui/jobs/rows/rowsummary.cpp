// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rows/rowsummary.h"

#include "jobs/jobstanding.h"
#include "jobs/jobtext.h"
#include "session/document/batchdocument.h"

#include <QSet>

#include <algorithm>

namespace ui {

using batch::Job;
using batch::JobState;

namespace {

void countState(RowSummary *summary, const BatchDocument &document, const RunSession *session,
                const Job &job)
{
    const JobState state = stateOf(session, job);
    switch (state) {
    case JobState::Succeeded:
        ++summary->done;
        break;
    case JobState::Failed:
        ++summary->failed;
        break;
    case JobState::Unresolved:
        ++summary->unresolved;
        break;
    case JobState::Waiting:
        ++summary->waiting;
        break;
    case JobState::Submitting:
    case JobState::Generating:
    case JobState::Downloading:
        ++summary->underWay;
        break;
    case JobState::Draft:
    case JobState::Cancelled:
        summary->kept += batch::hasError(document.problemsOf(job.id));
        break;
    }
    const bool tells = state == JobState::Failed || isKeptFromRunning(state);
    if (summary->firstError.isEmpty() && tells)
        summary->firstError = detailOf(document, session, job);
}

} // namespace

JobState RowSummary::state() const
{
    if (underWay > 0)
        return JobState::Generating;
    if (waiting > 0)
        return JobState::Waiting;
    if (unresolved > 0)
        return JobState::Unresolved;
    if (failed > 0)
        return JobState::Failed;
    return counted > 0 && done == counted ? JobState::Succeeded : JobState::Draft;
}

RowSummary summaryOf(const BatchDocument &document, const RunSession *session, int first, int count)
{
    RowSummary summary;
    const auto begin = document.batch().jobs.begin() + first;
    const auto end = begin + count;
    summary.jobs = count;
    summary.enabled =
        static_cast<int>(std::count_if(begin, end, [](const Job &job) { return job.enabled; }));
    QSet<QString> models;
    QSet<QString> sizes;
    for (auto job = begin; job != end; ++job) {
        models.insert(job->model);
        sizes.insert(jobtext::size(*job, document.catalog().find(job->model)));
        if (!job->enabled && summary.enabled > 0)
            continue;
        ++summary.counted;
        const catalog::Estimate cost = costOf(document, session, *job);
        summary.cost.cost += cost.cost;
        summary.cost.guess = summary.cost.guess || cost.guess;
        countState(&summary, document, session, *job);
    }
    summary.models = static_cast<int>(models.size());
    summary.sizes = static_cast<int>(sizes.size());
    summary.model = summary.models == 1 ? *models.begin() : QString();
    summary.size = summary.sizes == 1 ? *sizes.begin() : QString();
    return summary;
}

} // namespace ui
