// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is behind a RunSession; for its own sources only.
#pragma once

#include "engine/runthread.h"
#include "session/past/batchpast.h"
#include "session/run/balance.h"
#include "session/run/runserver.h"
#include "session/run/runsession.h"
#include "session/takes.h"

#include <QSet>
#include <QTimer>

namespace ui {

class RunSession::Private
{
public:
    /// The jobs that a person wants to run, as it stands when they are asked for: the ledger may
    /// know better than the window did when they said so.
    using Wanted = std::function<QList<batch::Job>()>;

    Private(RunSession *session, BatchDocument *batchDocument, RunOptions runOptions);

    // What the session listens to (runsessionprivate.cpp)
    void watchDocument();
    void watchThread();
    void refreshNow();
    void noteChanged(batch::JobId job);
    void tellChanges();
    /// Takes out of the run what only waits in it: jobs that the document doesn't want any more.
    void takeOut();
    void takeOut(const QList<batch::JobId> &jobs);

    // From a wish to a run (runstarting.cpp)
    /// Finds out where to send jobs, elsewhere than on this thread, and then goes on.
    void findServer(const std::function<void()> &next = [] {});
    void serverFound(bool wasSandbox);
    /// A key came or went, and the server may be another now.
    void keysChanged();
    /// Asks where another account is to be asked; or anyhow, where what is left has changed.
    void refreshBalance(bool anyhow = false);
    /// What a person asks for, as soon as it is known where jobs go.
    void ask(const Wanted &asked);
    /// Takes the batch and begins a run with these jobs, or adds them to the one under way.
    void begin(const Wanted &wanted);
    /// Asks the ledger first: jobs may have come since the run began that were paid for before it.
    void addToRun(const Wanted &wanted);
    void joinRun(const PastReading &reading);
    void startRun(const ClaimedBatch &claimed);
    void endRun(const engine::BatchProgress &batch);
    /// Begins with jobs that a run didn't take any more.
    void beginAnew(const QList<batch::JobId> &ids);
    /// Each of them once, without those that have to wait.
    QList<batch::Job> allOf(const QList<Wanted> &wanted) const;
    QList<batch::Job> asToRun(QList<batch::Job> jobs) const;
    /// Jobs whose takes aren't what they ask for now (RunRequest::changed).
    QSet<batch::JobId> changedJobs() const;
    /// The takes of these jobs begin.
    void beginTakes(const QList<batch::Job> &jobs, double timeScale);
    batch::JobNames names() const;

    // Which jobs (runchoice.cpp)
    QList<batch::Job> runnableJobs() const;
    QList<batch::Job> parkedJobs() const;
    /// What failed, and what was not made for that reason.
    QList<batch::Job> failedJobs() const;
    /// With those that have errors by now.
    QList<batch::JobId> failedIds() const;
    /// What may be run again of these: nothing that is under way, and nothing unresolved that is
    /// not in `decided`.
    QList<batch::Job> jobsOf(const QList<batch::JobId> &ids,
                             const QSet<batch::JobId> &decided) const;
    /// Jobs that are no longer in the document, but paid for or unresolved.
    QList<batch::JobId> strays() const;
    /// Those of these that start from the result of a job that was changed after it was paid for,
    /// or in turn from one of theirs: what would come now is out of date.
    QSet<batch::JobId> heldBack(const QList<batch::Job> &jobs) const;
    QSet<batch::JobId> heldBack(const std::function<bool(const batch::Job &)> &isToRun) const;
    bool isRunnable(const batch::Job &job) const;
    bool isLeftOut(const batch::Job &job) const;
    /// Entries that are switched on and make no jobs, because something is wrong with them.
    QList<batch::JobId> barrenEntries() const;
    QList<batch::JobId> leftOutJobs() const;
    /// Those of these that a run of them passes by.
    QList<batch::JobId> leftOutOf(const QList<batch::JobId> &ids) const;
    Counts countJobs() const;

    // The past (runpast.cpp)
    void watchPast();
    PastQuery query() const;
    QString serverName() const;
    /// Reads the batch's past, where it has not been read for this batch and server.
    void readPastIfStale();
    void pastRead(const PastReading &reading);
    void restore(const Takes &past);

    RunSession *q;
    BatchDocument *document;
    RunServer server;
    QList<std::function<void()>> afterLookUp;
    bool serverIsKnown = false;
    bool isAsked = false; ///< a run was asked for, and the look-up is under way

    std::shared_ptr<store::BatchLock> lock; ///< outlives the run on the engine's thread
    engine::RunThread thread;
    QUrl runUrl;              ///< the server of the present run, or of the last
    QString runName;          ///< the same in the ledger's words
    QList<Wanted> wanted;     ///< what the claim that is under way is for
    QList<Wanted> joining;    ///< what is to be added when the ledger has been asked
    QSet<batch::JobId> inRun; ///< jobs that the present run, or the last, was given

    Balance balance;
    Takes takes;
    std::optional<engine::BatchProgress> progress;
    batch::Bill bill;
    Counts counts;
    QTimer refresh;
    QTimer telling;
    QSet<batch::JobId> changed; ///< not told yet

    QString ownName;       ///< the ledger's, of a batch that was never saved
    QString knownPath;     ///< the document's path, until it is saved under another
    QString readFor;       ///< the server that the past was read for; empty: none
    bool isStale = false;  ///< jobs came or went during a run: the ledger may know more of them
    bool mayResume = true; ///< the batch was opened just now
    BatchPast past;
};

} // namespace ui
