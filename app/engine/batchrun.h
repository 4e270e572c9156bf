// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/progress.h"
#include "engine/runrequest.h"
#include "store/submissionstore.h"

#include <QObject>

#include <memory>

namespace engine {

/// Runs a batch once: gives its jobs to the slots, submits each, asks for its result with growing
/// intervals, downloads it, retries what may be retried, and writes the manifest after each job
/// that ends (docs/architecture.md: "A job's life"; docs/atlas-api.md: "Errors").
///
/// Lives in one thread with an event loop; RunThread gives it one of its own. A command that is
/// given from within one of its signals takes effect when that signal is over.
class BatchRun : public QObject
{
    Q_OBJECT
public:
    /// `store` and `clock` must outlive the run.
    BatchRun(RunRequest request, store::SubmissionStore &store, Clock &clock,
             QObject *parent = nullptr);
    ~BatchRun() override;

    void start();
    /// Submits no more: what waits is cancelled, what was submitted is still fetched.
    void stop();
    /// Ends at once, with `finished`: what was paid for stays as it is, to be taken up again; a
    /// submission that the server has not answered is unresolved; what waits is cancelled.
    void leave();
    /// From now on; what is under way beyond the new number is not disturbed.
    void setMaxWorkers(int workers);
    void setBudget(std::optional<batch::Cost> budget);
    void setMonthlyLimit(std::optional<batch::Cost> limit);
    /// Takes jobs out that still wait; those that were submitted are left alone.
    void cancel(const QList<batch::JobId> &jobs);
    /// Goes on after a pause; a key that is not empty replaces the present one. After a balance
    /// that falls short it goes on for as long as the server lets it.
    void resume(const atlas::ApiKey &key = {});
    /// Adds jobs to the run while it goes on. Does nothing when it no longer takes jobs, nor for
    /// jobs that are under way.
    void add(const RunAddition &addition);
    /// It was started, and is neither stopping nor finished.
    bool takesJobs() const;

    BatchProgress progress() const;

signals:
    /// A job's state, note, bytes or files changed; elapsed time alone is no change: who shows it
    /// counts on by itself.
    void jobChanged(const engine::JobProgress &progress);
    /// At most ten times a second, and at every change of what a person should see at once.
    void progressChanged(const engine::BatchProgress &progress);
    /// One line for a log: what happened, to which job. Never holds a key.
    void logged(const QString &line);
    /// A file of the run itself, such as the manifest, can't be written; the run goes on.
    void fileProblem(const QString &message);
    /// Nothing is under way any more. Comes once; the last signal.
    void finished(const engine::BatchProgress &progress);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace engine
