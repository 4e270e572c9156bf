// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/bill.h"
#include "engine/progress.h"
#include "session/runserver.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace ui {

class BatchDocument;

/// What becomes of a document's jobs: runs them in the engine's thread, and is the one place that
/// knows how each stands. Views read it and listen; the document is never changed by a run.
/// Window's thread; nothing here waits.
class RunSession : public QObject
{
    Q_OBJECT
public:
    RunSession(BatchDocument *document, RunOptions options, QObject *parent = nullptr);
    ~RunSession() override;

    bool isRunning() const;
    bool isStopping() const;
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
    /// Jobs that a Run would begin or take up again: enabled, without errors, and with no result
    /// that still fits them. Those that failed are among them.
    int runnableCount() const;
    int failedCount() const;

    /// Runs what runnableCount() counts; says by `refused` why it can't.
    void run();
    /// Runs these jobs again, whatever became of them.
    void runAgain(const QList<batch::JobId> &jobs);
    void retryFailed();
    /// Submits no more; what was paid for is still fetched.
    void stop();
    /// Ends at once.
    void leave();
    /// Goes on after a pause.
    void resume();

signals:
    void jobChanged(batch::JobId job);
    void billChanged();
    void batchProgressChanged();
    void runningChanged(bool running);
    /// A run ended: what a person should know of it is in batchProgress().
    void finished();
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
