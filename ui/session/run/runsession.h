// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/bill.h"
#include "engine/progress.h"
#include "session/run/heldsubmission.h"
#include "session/run/runserver.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace ui {

class Balance;
class BatchDocument;
class BatchPast;

/// What becomes of a document's jobs: runs them in the engine's thread, and is the one place that
/// knows how each stands, by this session's runs and by what the ledger has of earlier ones. Views
/// read it and listen; the document is never changed by a run. Window's thread; nothing here waits.
class RunSession : public QObject
{
    Q_OBJECT
public:
    RunSession(BatchDocument *document, RunOptions options, QObject *parent = nullptr);
    ~RunSession() override;

    bool isRunning() const;
    bool isStopping() const;
    /// A run was asked for and the batch is being taken for it.
    bool isStarting() const;
    /// Whether runs go to the sandbox, where everything is free.
    bool isSandbox() const;

    /// How a job of the document stands: Draft where no run knew it.
    batch::JobState stateOf(batch::JobId job) const;
    /// Null for a Draft.
    const engine::JobProgress *progressOf(batch::JobId job) const;
    /// Seconds that a job has been generated for by now, of its typical time; 0 to 1.
    double fractionOf(batch::JobId job) const;
    /// Of the run that is under way or was the last; nothing before the first.
    const std::optional<engine::BatchProgress> &batchProgress() const;
    /// The document's bill: what each enabled job costs, by where its money stands.
    const batch::Bill &bill() const;

    /// How many jobs stand how. Jobs that are no longer in the document count where something was
    /// paid for them.
    struct Counts
    {
        int enabled = 0;
        /// A Run would begin them or take them up again: without errors, and with no result that
        /// still fits them. Those that failed and those not fetched are among them; those that
        /// start from a result that is paid for and out of date are not, until it is fetched.
        int runnable = 0;
        int succeeded = 0; ///< of those enabled
        int failed = 0;
        int unfetched = 0;  ///< paid for, not fetched, and not under way
        int unresolved = 0; ///< nobody knows whether they were accepted
        /// Switched on and not made yet, but with errors: a Run passes them by. An entry that
        /// makes no jobs because of one counts as one.
        int leftOut = 0;

        friend bool operator==(const Counts &, const Counts &) = default;
    };
    const Counts &counts() const;
    int runnableCount() const { return counts().runnable; }
    int failedCount() const { return counts().failed; }

    /// Runs what runnableCount() counts; says by `refused` why it can't.
    void run();
    /// Runs these jobs again, whatever became of them. An entry that makes no jobs may be among
    /// them, for leftOut() to name.
    void runAgain(const QList<batch::JobId> &jobs);
    /// Those that failed, and those that were not made for that reason.
    void retryFailed();
    /// Fetches what is paid for and not fetched; nothing is submitted.
    void resumeUnfetched();
    /// Submits no more; what was paid for is still fetched.
    void stop();
    /// Ends at once; what was paid for is kept to be taken up.
    void leave();
    /// Goes on after a pause.
    void resume();
    /// Of all batches in a calendar month; reaches a run that is under way.
    void setMonthlyLimit(std::optional<batch::Cost> limit);

    /// Submissions that nobody knows the fate of, those of jobs that are no longer in the document
    /// among them.
    QList<HeldSubmission> held() const;
    /// Whether a person may give up what was submitted for the job: it is held, or it is paid for,
    /// not fetched, and no run is under way.
    bool mayForget(batch::JobId job) const;
    /// A person gives up what may be forgotten of these: the jobs are drafts again. To submit a
    /// held one again is runAgain.
    void forget(const QList<batch::JobId> &jobs);
    /// The files that the last run fetched for jobs that are no longer in the document.
    QStringList strayFiles() const;

    /// What is left in the account that jobs are paid from; asked for anew with every key and
    /// after every run.
    Balance *balance() const;
    /// The ledger, the lock, and the other program that may have it.
    BatchPast *past() const;
    /// The key comes from here.
    RunServer *server() const;
    /// Looks for key and server anew: something was changed that they may come from.
    void findServer();

signals:
    void jobChanged(batch::JobId job);
    /// So many jobs changed at once that each is to be looked at anew.
    void jobsChanged();
    void billChanged();
    void batchProgressChanged();
    void runningChanged(bool running);
    /// isStarting() changed.
    void startingChanged();
    /// A run was asked for, of everything or of certain jobs, and passes these by: they have
    /// errors. Maybe none. Of an entry that makes no jobs because of its errors, the entry's id.
    void leftOut(const QList<batch::JobId> &jobs);
    /// A run ended: what a person should know of it is in batchProgress().
    void finished();
    /// The past of the batch is known, or known better. `missingFiles` had been fetched before and
    /// are gone; `resuming`: what is not fetched is taken up at once, as the person wishes.
    void pastRead(int missingFiles, bool resuming);
    /// Something that concerns the run as a whole, for the message bar.
    void refused(const QString &message);
    void fileProblem(const QString &message);
    /// isSandbox() may have changed (another document, another `.env`).
    void connectionChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
