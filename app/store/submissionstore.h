// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"
#include "batch/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>

namespace store {

/// That a submission is about to leave.
struct Intent
{
    QString submission; ///< names this one submission: unique, ours, made before it leaves
    batch::JobId job{};
    QString jobName;
    batch::MediaType type = batch::MediaType::Image;
    QString model;
    QJsonObject request; ///< the body as it will be sent
    batch::Cost estimate;
    QDateTime at; ///< UTC
};

/// Where the engine hands the facts about money: before a submission leaves, when its id is
/// known, and how it ended. The engine goes on only when the store says that it has the fact, so
/// a store that writes to disk makes the promise "no paid result is lost" durable.
///
/// Called on the engine's thread. `done` is called exactly once, on that thread, at once or
/// later; its error is for people. An intent that can't be kept stops the submission.
class SubmissionStore
{
public:
    using Done = std::function<void(const tl::expected<void, QString> &)>;

    virtual ~SubmissionStore() = default;

    virtual void recordIntent(const Intent &intent, Done done) = 0;
    virtual void recordAccepted(const QString &submission, const QString &predictionId,
                                Done done) = 0;
    /// How the submission stands, by the state of `result`, with its outputs and cost:
    /// Downloading, Succeeded, Failed, Unresolved; Waiting: it was refused or its generation
    /// failed, it costs nothing, and the job waits to be submitted anew under another id;
    /// Cancelled: it never left.
    virtual void recordOutcome(const QString &submission, const batch::JobResult &result,
                               Done done) = 0;
};

} // namespace store
