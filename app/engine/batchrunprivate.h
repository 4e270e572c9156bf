// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/client.h"
#include "engine/batchrun.h"
#include "engine/job/downloadline.h"
#include "engine/job/jobrun.h"
#include "engine/manifestwriter.h"
#include "engine/pace/jobqueue.h"
#include "engine/pace/reachability.h"
#include "engine/pace/remainingtime.h"
#include "engine/pace/wakewatch.h"
#include "engine/tally.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

#include <vector>

namespace engine {

/// The run behind BatchRun, and the host of its jobs. Nothing here goes through all jobs but what
/// a person asks for (start, stop, leave, resume).
class BatchRun::Private final : public JobHost
{
public:
    Private(BatchRun &run, RunRequest request, store::SubmissionStore &store, Clock &clock);

    /// Runs a command at once, or, if it comes from within one of the run's own signals, when
    /// that is over: nothing changes under the feet of who is telling.
    template <typename Command>
    void whenQuiet(Command command)
    {
        if (m_telling == 0)
            command();
        else
            QMetaObject::invokeMethod(&q, command, Qt::QueuedConnection);
    }

    // What a person asks for: batchrun.cpp.
    void start();
    void stop();
    void leave();
    void setMaxWorkers(int workers);
    void setBudget(std::optional<batch::Cost> budget);
    void setMonthlyLimit(std::optional<batch::Cost> limit);
    void cancel(const QList<batch::JobId> &jobs);
    void resume(const atlas::ApiKey &key);
    void add(const QList<batch::Job> &jobs, const std::optional<catalog::Catalog> &catalog);
    bool takesJobs() const { return isOpen() && !m_stopping; }
    BatchProgress progress() const;

    // What jobs ask for and tell: batchrunhost.cpp.
    Permit submissionPermit() const override;
    bool mayAsk() const override;
    bool isAway() const override { return m_reachability.isAway(); }
    void complete(store::Intent &intent) const override;
    void jobChanged(JobRun &job, const batch::JobResult &before) override;
    void jobReady(JobRun &job) override;
    void submissionAccepted(JobRun &job, Milliseconds sentAt) override;
    void submissionTurnedAway(JobRun &job, const atlas::Error &error, Milliseconds sentAt) override;
    void keyRefused(const atlas::Error &error, Milliseconds sentAt) override;
    void unreached() override { m_reachability.doubt(); }
    void reached(Milliseconds sentAt) override { m_reachability.reached(sentAt); }
    void storeFailed(const store::StoreError &error) override;
    void diskFailed(const QString &message) override;
    void recordOutcome(const batch::JobResult &result, const std::function<void()> &then) override;
    void log(const JobRun &job, const QString &line) override;

private:
    /// Emits a signal of the run.
    template <typename Signal, typename... Values>
    void tell(Signal signal, const Values &...values)
    {
        ++m_telling;
        (q.*signal)(values...);
        --m_telling;
    }

    bool isOpen() const { return m_started && !m_finished; }
    void addJob(const batch::Job &job, const QString &obstacle);
    void addAgain(const batch::Job &job, int position, const QString &obstacle);
    void enter(JobRun &job, const QString &obstacle);
    void createJob(const batch::Job &job, int position, const batch::JobResult &earlier);
    QString stemFor(const batch::Job &job);
    void settleSoon();
    void settle();
    void fill();
    bool affords(const JobRun &job) const;
    QString budgetMessage(const JobRun &job) const;
    void holdForModel(JobRun &job, const atlas::Error &error, Milliseconds sentAt);
    void checkBalance();
    void awayChanged(bool away);
    void hurry();
    void saveLeftovers();
    void pause(PauseReason reason, const QString &message, Milliseconds since);
    void publish();
    void publishNow();
    void finish();
    std::optional<Milliseconds> remaining() const;
    /// A span of the run's clock, as the person at the desk lives it.
    Milliseconds realTime(Milliseconds time) const;

    BatchRun &q;
    RunRequest m_request;
    store::SubmissionStore &m_store;
    Clock &m_clock;
    atlas::Client m_client;
    Reachability m_reachability;
    WakeWatch m_wakeWatch;
    DownloadLine m_downloads;
    JobQueue m_queue;
    ManifestWriter m_manifest;
    const RunTools m_tools;
    Tally m_tally;
    RemainingTime m_remaining;
    QTimer m_progressTimer;
    bool m_progressDirty = false;

    QObject m_replaced;                          ///< parent of job runs that another take replaced
    std::vector<std::unique_ptr<JobRun>> m_jobs; ///< by position
    QHash<batch::JobId, int> m_positions;
    QHash<batch::JobId, batch::JobResult> m_earlier; ///< that no job of this run has replaced
    QSet<QString> m_stems[2];                        ///< taken ones, by type
    QHash<QString, batch::JobId> m_stemUsers[2];     ///< those in use, by type
    QSet<const JobRun *> m_holding;  ///< a slot: being submitted or generated, and not parked
    QSet<const JobRun *> m_fetching; ///< being downloaded, and not parked

    int m_slots;
    batch::Cost m_otherCosts; ///< spent or committed for the batch beside this run's bill
    bool m_started = false;
    bool m_stopping = false;
    bool m_finished = false;
    bool m_settling = false;      ///< settle is on its way
    bool m_askingBalance = false; ///< nothing is submitted before the answer
    bool m_balanceMissed = false; ///< there was no way to ask for it: it is asked for later
    int m_telling = 0;            ///< signals that are being emitted
    std::optional<PauseReason> m_paused;
    QString m_pauseMessage;
    Milliseconds m_startedAt{0};
    Milliseconds m_resumedAt{0};
    Milliseconds m_endedAt{0};
    int m_outcomesPending = 0; ///< that the store has not answered yet
    /// That the store refused: the latest of each submission.
    QHash<QString, batch::JobResult> m_outcomesUnsaved;
};

} // namespace engine
