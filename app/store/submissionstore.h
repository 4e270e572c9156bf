// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"
#include "batch/result.h"
#include "store/storeerror.h"
#include "store/uploadstore.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace store {

/// That a submission is about to leave.
struct Intent
{
    QString submission;  ///< names this one submission: unique, ours, made before it leaves
    QString batch;       ///< the batch that it belongs to (store::batchName)
    QString server;      ///< where it goes (store::serverName)
    batch::Job job;      ///< as it reads at this moment
    QJsonObject request; ///< the body as it will be sent
    batch::Cost estimate;
    bool estimateIsGuess = false;
    QDateTime at; ///< UTC
    /// The unresolved submission in whose place a person sends this one; empty: none.
    QString replaces;
    /// What all submissions to this server may cost in the calendar month (local time) of `at`:
    /// spent, committed and this estimate together. An intent that would pass it is refused.
    std::optional<batch::Cost> monthlyLimit;
};

/// Where the engine hands the facts about money: before a submission leaves, when its id is
/// known, and how it ended. The engine goes on only when the store says that it has the fact, so
/// a store that writes to disk makes the promise "no paid result is lost" durable.
///
/// Called on the engine's thread. `done` is called exactly once, on that thread, at once or
/// later. An intent that can't be kept stops the submission.
///
/// It also remembers what was uploaded (UploadStore), unless it leaves that aside.
class SubmissionStore : public UploadStore
{
public:
    using Done = store::Done;

    virtual void recordIntent(const Intent &intent, Done done) = 0;
    virtual void recordAccepted(const QString &submission, const QString &predictionId,
                                Done done) = 0;
    /// How the submission stands, by the state of `result`, with its outputs and cost:
    /// Downloading (an output with a path is on disk under that name, or is about to be),
    /// Succeeded, Failed, Unresolved; Waiting: it was refused or its generation failed, it costs
    /// nothing, and the job waits to be submitted anew under another id; Cancelled: it never left.
    virtual void recordOutcome(const QString &submission, const batch::JobResult &result,
                               Done done) = 0;
};

} // namespace store
