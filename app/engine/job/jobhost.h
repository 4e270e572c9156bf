// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/error.h"
#include "batch/result.h"
#include "store/submissionstore.h"

#include <QString>

#include <chrono>
#include <functional>

namespace engine {

class JobRun;

/// What a job needs from the run that it belongs to: leave to send, and what concerns the jobs
/// as a whole. Times are those of Clock::elapsed().
class JobHost
{
public:
    enum class Permit {
        Granted,
        Later, ///< the batch is paused
        Never, ///< the run submits no more
    };

    virtual ~JobHost() = default;

    virtual Permit submissionPermit() const = 0;
    /// False while the batch waits for a key.
    virtual bool mayAsk() const = 0;
    /// The server can't be reached: what fails meanwhile says nothing about the job.
    virtual bool isAway() const = 0;
    /// Adds to the intent what is the run's to say: the batch, the server, the limits.
    virtual void complete(store::Intent &intent) const = 0;

    /// The job's state, note, bytes or files changed. `before` is its result until now.
    virtual void jobChanged(JobRun &job, const batch::JobResult &before) = 0;
    /// The job waits and would like a slot. It gets one when all that it starts from has a link.
    /// Does nothing for a job that doesn't wait.
    virtual void jobReady(JobRun &job) = 0;
    /// The server took the submission that left at `sentAt`.
    virtual void submissionAccepted(JobRun &job, std::chrono::milliseconds sentAt) = 0;
    /// The submission was not accepted for a reason that isn't the job's own: no or a refused
    /// key, no balance, a rate limit, a busy or unreachable server. The job waits again; when and
    /// whether it is sent once more is the host's to say.
    virtual void submissionTurnedAway(JobRun &job, const atlas::Error &error,
                                      std::chrono::milliseconds sentAt) = 0;
    /// Where the server said that it could not take what the job is to start from.
    enum class LinksFault { AtSubmission, AtGeneration };
    /// The server could not fetch what the job was to start from: its links aren't used any more,
    /// but for those that were made, or came so far, just now. Answers whether the job gets others.
    virtual bool linksRefused(JobRun &job, LinksFault fault) = 0;
    /// A question for the job's prediction was refused for its key.
    virtual void keyRefused(const atlas::Error &error, std::chrono::milliseconds sentAt) = 0;
    /// A request for the job found no server; one that left at `sentAt` did.
    virtual void unreached() = 0;
    virtual void reached(std::chrono::milliseconds sentAt) = 0;
    /// The store can't keep a fact, or refused an intent.
    virtual void storeFailed(const store::StoreError &error) = 0;
    /// A result of the job can't be written to the disk.
    virtual void diskFailed(const QString &message) = 0;
    /// Hands the state of the submission that `result` names to the store; `then` follows, with or
    /// without success.
    virtual void recordOutcome(const batch::JobResult &result,
                               const std::function<void()> &then = {}) = 0;
    /// A line for the log about the job.
    virtual void log(const JobRun &job, const QString &line) = 0;
};

} // namespace engine
