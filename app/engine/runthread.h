// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/progress.h"
#include "engine/runrequest.h"
#include "store/submissionstore.h"

#include <QObject>

#include <functional>
#include <memory>

namespace engine {

/// The engine's own thread: takes commands from the thread that it lives in (the window's) and
/// gives values back there by queued signals, so that nobody waits for the network or the disk.
/// One run at a time.
class RunThread : public QObject
{
    Q_OBJECT
public:
    using StoreFactory = std::function<std::unique_ptr<store::SubmissionStore>()>;

    /// The store is made by `makeStore` on the engine's thread and lives there, as long as this.
    explicit RunThread(StoreFactory makeStore, QObject *parent = nullptr);
    /// Leaves a run that is still under way, and waits for the thread to end.
    ~RunThread() override;

    bool isRunning() const;

    /// Does nothing while a run is under way.
    void start(const RunRequest &request);
    void stop();
    void leave();
    void setMaxWorkers(int workers);
    void setBudget(std::optional<batch::Cost> budget);
    void setMonthlyLimit(std::optional<batch::Cost> limit);
    /// Takes jobs out that still wait; those that were submitted are left alone.
    void cancel(const QList<batch::JobId> &jobs);
    void resume(const atlas::ApiKey &key = {});
    /// See addedTooLate, and BatchRun::add.
    void add(const RunAddition &addition);

signals:
    void started();
    /// Jobs were added when the run had ended, or was stopping, already: they are not in it.
    void addedTooLate(const QList<batch::Job> &jobs);
    void jobChanged(const engine::JobProgress &progress);
    void progressChanged(const engine::BatchProgress &progress);
    void logged(const QString &line);
    void fileProblem(const QString &message);
    void finished(const engine::BatchProgress &progress);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace engine
