// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a RunSession listens to: the document that is edited, and the engine that runs its jobs.
#include "session/run/runsessionprivate.h"

#include "session/document/batchdocument.h"
#include "store/ledger.h"

#include <utility>

namespace ui {

RunSession::Private::Private(RunSession *session, BatchDocument *batchDocument,
                             RunOptions runOptions)
    : q(session)
    , document(batchDocument)
    , server(std::move(runOptions))
    , thread([] { return std::make_unique<store::Ledger>(); })
    , takes([this](batch::JobId id) { return document->madeJob(id); })
    , past([this] { return query(); })
{
    // Bursts of changes (a paste of 500 jobs, 50 slots at work) cost one look at the whole.
    refresh.setSingleShot(true);
    refresh.setInterval(50);
    QObject::connect(&refresh, &QTimer::timeout, q, [this] { refreshNow(); });
    // A stop that takes a thousand jobs out is told once.
    telling.setSingleShot(true);
    telling.setInterval(0);
    QObject::connect(&telling, &QTimer::timeout, q, [this] { tellChanges(); });
}

void RunSession::Private::watchDocument()
{
    const auto later = [this] { refresh.start(); };
    QObject::connect(document, &BatchDocument::jobChanged, q, [this](int row) {
        refresh.start();
        const QList<batch::JobId> made = document->madeIds(row);
        takeOut(made);
        // An edit can turn a finished job into a draft, and an undo back again.
        for (const batch::JobId job : made)
            emit q->jobChanged(job);
    });
    QObject::connect(document, &BatchDocument::madeChanged, q, [this] { takeOut(); });
    QObject::connect(document, &BatchDocument::jobsInserted, q, later);
    QObject::connect(document, &BatchDocument::jobsRemoved, q, [this] {
        refresh.start();
        takeOut();
    });
    QObject::connect(document, &BatchDocument::allChanged, q, [this] {
        takeOut();
        refreshNow();
        emit q->jobsChanged();
    });
    QObject::connect(document, &BatchDocument::aboutToReset, q, [this] {
        thread.leave();
        // What was asked for was asked of the document that goes.
        afterLookUp.clear();
        isAsked = false;
        takes.clear();
        changed.clear();
        inRun.clear();
        progress.reset();
    });
    QObject::connect(document, &BatchDocument::wasReset, q, [this] {
        refreshNow();
        emit q->batchProgressChanged();
    });
    // Every price may be another.
    QObject::connect(document, &BatchDocument::catalogChanged, q, later);
    const auto findAnew = [this] { findServer(); };
    QObject::connect(document, &BatchDocument::pathChanged, q, findAnew);
    QObject::connect(document, &BatchDocument::settingsChanged, q, [this, findAnew] {
        thread.setMaxWorkers(document->batch().settings.effectiveMaxWorkers());
        thread.setBudget(document->batch().settings.budget);
        findAnew();
    });
}

void RunSession::Private::takeOut()
{
    takeOut(takes.ids());
}

void RunSession::Private::takeOut(const QList<batch::JobId> &jobs)
{
    if (!thread.isRunning())
        return;
    QList<batch::JobId> waiting;
    for (const batch::JobId id : jobs) {
        const engine::JobProgress *known = takes.progressOf(id);
        if (!known || known->result.state != batch::JobState::Waiting)
            continue;
        const batch::Job *job = document->madeJob(id);
        if (!job || !job->enabled)
            waiting.append(id);
    }
    if (!waiting.isEmpty())
        thread.cancel(waiting);
}

void RunSession::Private::watchThread()
{
    QObject::connect(&thread, &engine::RunThread::started, q,
                     [this] { emit q->runningChanged(true); });
    QObject::connect(&thread, &engine::RunThread::jobChanged, q,
                     [this](const engine::JobProgress &job) {
                         if (!takes.update(job))
                             return;
                         refresh.start();
                         noteChanged(job.result.job);
                     });
    QObject::connect(&thread, &engine::RunThread::progressChanged, q,
                     [this](const engine::BatchProgress &batch) {
                         progress = batch;
                         emit q->batchProgressChanged();
                     });
    QObject::connect(&thread, &engine::RunThread::addedTooLate, q,
                     [this](const QList<batch::Job> &jobs) {
                         // The run was just ending: they get one of their own.
                         QList<batch::JobId> ids;
                         for (const batch::Job &job : jobs)
                             ids.append(job.id);
                         const auto again = [this, ids] { beginAnew(ids); };
                         if (!thread.isRunning())
                             again();
                         else
                             QObject::connect(&thread, &engine::RunThread::finished, q, again,
                                              Qt::SingleShotConnection);
                     });
    QObject::connect(&thread, &engine::RunThread::fileProblem, q, &RunSession::fileProblem);
    QObject::connect(&thread, &engine::RunThread::finished, q,
                     [this](const engine::BatchProgress &batch) { endRun(batch); });
}

void RunSession::Private::refreshNow()
{
    refresh.stop();
    bill = takes.bill(document->batch(), [this](const batch::Job &job) {
        return isLeftOut(job) ? std::nullopt : std::optional(document->estimateOf(job.id));
    });
    counts = countJobs();
    emit q->billChanged();
}

} // namespace ui
