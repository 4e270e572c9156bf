// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"
#include "batch/jobstate.h"

#include <QDateTime>
#include <QList>
#include <QUrl>

namespace batch {

/// One file that a prediction made.
struct Output
{
    QUrl url;     ///< where it was fetched from; may expire
    QString path; ///< absolute path on disk; empty until it is whole

    friend bool operator==(const Output &, const Output &) = default;
};

/// How a job stands after (or in) a run: what the manifest, the results pane and the bill are
/// made from.
struct JobResult
{
    JobId job{};
    QString name;
    QString model;
    MediaType type = MediaType::Image;
    JobState state = JobState::Waiting;
    Cost cost;                ///< the estimate while it runs, what was charged at the end
    bool costIsGuess = false; ///< the model's price isn't known
    QString submission;       ///< names the present or last submission; empty before the first
    QDateTime submittedAt;    ///< when that one left, UTC; invalid before
    QString predictionId;     ///< empty until the submission was accepted
    QList<Output> outputs;
    double generationTime = 0; ///< s from the first submission to the end
    int attempts = 0;          ///< submissions sent
    QString error;             ///< why it failed, in the server's words where it gave any
    QDateTime finishedAt;      ///< invalid until the job ended

    friend bool operator==(const JobResult &, const JobResult &) = default;
};

/// Paid for and not fetched: to be asked for, never to be submitted again.
bool canBeTakenUp(const JobResult &result);
/// What it has cost, or may have.
Cost boundCost(const JobResult &result);

} // namespace batch

Q_DECLARE_METATYPE(batch::JobResult)
