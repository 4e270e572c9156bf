// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobstanding.h"

#include "jobs/jobtext.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <algorithm>

namespace ui {

using batch::Job;
using batch::JobState;

QString firstError(const QList<batch::Problem> &problems)
{
    const auto found =
        std::find_if(problems.begin(), problems.end(), [](const batch::Problem &problem) {
            return problem.severity == batch::Severity::Error;
        });
    return found == problems.end() ? QString() : found->message;
}

JobState stateOf(const RunSession *session, const Job &job)
{
    return session ? session->stateOf(job.id) : JobState::Draft;
}

bool isKeptFromRunning(JobState state)
{
    return state == JobState::Draft || state == JobState::Cancelled;
}

catalog::Estimate costOf(const BatchDocument &document, const RunSession *session, const Job &job)
{
    const engine::JobProgress *progress = session ? session->progressOf(job.id) : nullptr;
    if (progress && stateOf(session, job) == JobState::Succeeded)
        return {progress->result.cost, progress->result.costIsGuess};
    return document.estimateOf(job.id);
}

QString detailOf(const BatchDocument &document, const RunSession *session, const Job &job)
{
    const JobState state = stateOf(session, job);
    const QString detail = jobtext::detail(state, session ? session->progressOf(job.id) : nullptr);
    if (detail.isEmpty() && isKeptFromRunning(state))
        return firstError(document.problemsOf(job.id));
    return detail;
}

QVariant fractionOf(const RunSession *session, const Job &job)
{
    const JobState state = stateOf(session, job);
    if (state != JobState::Generating && state != JobState::Downloading)
        return {};
    return session->fractionOf(job.id);
}

} // namespace ui
