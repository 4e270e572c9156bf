// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/client.h"
#include "engine/batchrun.h"
#include "engine/inputs/linkwaiters.h"
#include "engine/inputs/uploads.h"
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

struct Referred;

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
    void add(const RunAddition &addition);
    bool takesJobs() const { return isOpen() && !m_stopping; }
    BatchProgress progress() const;

    // The links that jobs start from: batchruninputs.cpp.
    bool linksRefused(JobRun &job, LinksFault fault) override;

    // What jobs ask for and tell: batchrunhost.cpp; jobReady: batchrunslots.cpp.
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
    void addJobs(const QList<batch::Job> &jobs, QSet<batch::JobId> changed,
                 const QString &obstacle);
    bool addJob(const batch::Job &job);
    bool addAgain(const batch::Job &job, int position);
    void enter(JobRun &job, const QString &obstacle);
    QString outOfDate(const JobRun &job, const QSet<batch::JobId> &changed) const;
    void createJob(const batch::Job &job, int position, const batch::JobResult &earlier);
    QString stemFor(const batch::Job &job);

    void noteEarlier(const batch::JobResult &result);

    Referred referred(const JobRun &job, const QString &name) const;
    bool awaitResults(JobRun &job);
    void tellFollowers();
    void endFollowing();

    Uploads::Tools uploadTools();
    void listenToUploads();
    void readFilesAnew(JobRun &job);
    /// Sees to the links of those jobs whose turn is near.
    void prepare();
    void prepareLinked();
    bool isLinked(const JobRun &job) const;
    /// Whether all that the job starts from has its link. Where not, it is told when to ask again,
    /// or fails.
    bool provide(JobRun &job);
    std::optional<InputFile> fileOf(const JobRun &job, const catalog::MediaInput &input,
                                    JobLinks &links) const;
    void uploadEnded(const InputFile &file, const QString &error);
    void uploadProgressed(const InputFile &file, qint64 sent, qint64 total);
    void noteUploading(JobRun &job);
    bool workedLately(const QHash<QString, Milliseconds> &times, const QString &link) const;
    void noteWait(JobRun &job, const QString &note);
    void endWait(JobRun &job);
    void noteTimes(QHash<QString, Milliseconds> &times, const JobRun &job) const;

    void waitsNoMore(const JobRun &job);
    bool isUnderWay() const;
    void settleSoon();
    void settle();
    bool maySubmit() const;
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
    Uploads m_uploads;
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

    QHash<int, QList<int>> m_followers; ///< that wait for that job's result
    QSet<int> m_following;              ///< those that wait for any
    QList<int> m_ended;                 ///< whose followers are to be told
    LinkWaiters m_wanting;
    QHash<InputFile, int> m_uploaded;              ///< so many percent
    QSet<int> m_noted;                             ///< whose note says what they wait for
    QSet<QString> m_deadLinks;                     ///< of results: a model could not fetch them
    QHash<QString, Milliseconds> m_acceptedLinks;  ///< when a submission with it was accepted
    QHash<QString, Milliseconds> m_generatedLinks; ///< when one with it was generated

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
