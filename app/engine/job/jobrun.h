// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/client.h"
#include "batch/references/references.h"
#include "catalog/estimate.h"
#include "engine/clock.h"
#include "engine/job/delivery.h"
#include "engine/job/jobhost.h"
#include "engine/job/pollschedule.h"
#include "engine/job/predictionwatch.h"
#include "engine/job/requestbody.h"
#include "engine/progress.h"
#include "store/submissionstore.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace engine {

using Milliseconds = std::chrono::milliseconds;

/// What the jobs of a run share; outlives them.
struct RunTools
{
    JobHost &host;
    atlas::Client &client;
    store::SubmissionStore &store;
    Clock &clock;
    DownloadLine &downloads;
    PollSchedule schedule;
    Milliseconds downloadTimeout;
};

/// One job, and all that a run has to know about it.
struct JobPlan
{
    batch::Job job;
    /// What it starts from and needs a link for.
    QList<catalog::MediaInput> inputs = {};
    /// The jobs that its references mean (batch::sourcesOf).
    batch::JobNames sources = {};
    /// What was known of the models when the job was asked for: its price and its request agree.
    catalog::Catalog catalog;
    catalog::Estimate estimate;
    catalog::TypicalTime typical;
    ResultFile place;
    /// The unresolved submission in whose place a person sends this one; empty: none.
    QString replaces;
};

/// One job's life in a run (docs/architecture.md: "A job's life"): from waiting for a slot to its
/// files on the disk, or to why there are none. Every change of state is one that batch::mayBecome
/// allows. What concerns more than this job (slots, back-off, pauses) is its host's.
class JobRun : public QObject
{
    Q_OBJECT
public:
    /// `position` is the job's place in the run's order.
    JobRun(int position, JobPlan plan, const RunTools &tools, QObject *parent = nullptr);
    ~JobRun() override;

    int position() const { return m_position; }
    const JobPlan &plan() const { return m_plan; }
    const batch::JobResult &result() const { return m_progress.result; }
    batch::JobState state() const { return m_progress.result.state; }
    /// Paid for, but not asked for any more.
    bool isParked() const { return m_progress.parked; }
    /// Parked because its result could not be written: goOn() takes it up again.
    bool waitsForDisk() const { return m_diskFailed && isParked(); }
    /// As of now.
    JobProgress progress() const;

    /// Goes on from an earlier run or from being parked: its times say nothing about the model.
    bool isTakenUp() const { return m_takenUp; }

    /// Comes into the run, and waits.
    void enter();
    /// What its inputs are sent as, from the next submission on.
    void setLinks(const JobLinks &links) { m_links = links; }
    const JobLinks &links() const { return m_links; }
    /// Has a slot: the submission may leave.
    void submit();
    /// Was paid for in an earlier run: asks for it, and never submits it again.
    void takeUp(const batch::JobResult &earlier);
    /// Taken up again after it was parked in this run.
    void unpark();
    /// Gives up asking for it, though it was paid for; it can be taken up again.
    void park(const QString &why);
    /// Ends without a result while it waits.
    void fail(const QString &why);
    /// Taken out of the run while it waits; does nothing later.
    void cancel();
    /// The pause is over.
    void goOn();
    /// Asks at once: the network is back, or the machine has slept.
    void hurry();
    /// Tries once more to have the store take the prediction id. Returns whether it has it.
    bool saveAcceptance();
    /// The run submits no more: what can't even be asked for is parked.
    void runStopped();
    /// The run ends now: what was sent and not answered is unresolved, what was paid for is
    /// parked, the rest is cancelled.
    void leave();
    /// Removes what no later run could use.
    void tidyUp();
    void setNote(const QString &note);

private:
    /// Changes what the job shows, and tells the host.
    void update(const std::function<void(JobProgress &)> &edit);
    void become(batch::JobState state);
    void end(batch::JobState state, const QString &error, const QString &note = {});
    double secondsSoFar() const;

    void intentRecorded(const tl::expected<void, store::StoreError> &kept);
    void send();
    void submitted(const tl::expected<atlas::Accepted, atlas::Error> &answer);
    void accepted(const atlas::Accepted &answer);
    void unresolved(const atlas::Error &error);
    void refused(const atlas::Error &error);
    void turnedAway(const atlas::Error &error);
    bool isLinksFault(const QString &words) const;
    bool sendsWithNewLinks(const atlas::Error &error);
    void recordAccepted();
    void acceptanceRecorded(const tl::expected<void, store::StoreError> &kept);
    void begin();
    void waitAgain(const QString &note, Milliseconds wait);

    void recordOutcome();
    void parkFor(const QString &why, bool disk);
    void watch(PredictionWatch::First first);
    void tryOldLinks(const atlas::Error &error);
    void generationFailed(const atlas::Prediction &prediction);
    void generated(const atlas::Prediction &prediction);
    void deliver();
    void delivered();
    void retire();

    const int m_position;
    const JobPlan m_plan;
    RunTools m_tools;
    JobProgress m_progress;
    JobLinks m_links;
    atlas::Submission m_request; ///< while the store takes in the intent
    atlas::Accepted m_accepted;  ///< the present submission's answer, for the store to take
    quint64 m_step = 0; ///< counts the changes of state: tells late answers from current ones
    std::optional<Milliseconds> m_firstSentAt;
    std::optional<Milliseconds> m_sentAt;
    double m_earlierTime = 0; ///< s, of earlier runs
    int m_failedGenerations = 0;
    bool m_retriedInternal = false; ///< a 500 was answered with the one further try
    bool m_linksRenewed = false;    ///< a refusal was answered with other links
    bool m_acceptedUnsaved = false; ///< the store didn't take the prediction id
    bool m_diskFailed = false;      ///< parked, because the result can't be written
    bool m_takenUp = false;
    bool m_mayHavePart = false; ///< left by a delivery that was given up in this run
    QString m_recipeNote;       ///< what went wrong with a result's recipe
    QPointer<atlas::SubmitCall> m_call;
    Timer *m_timer = nullptr; ///< of a wait of its own
    std::unique_ptr<PredictionWatch> m_watch;
    std::unique_ptr<Delivery> m_delivery;
};

} // namespace engine
