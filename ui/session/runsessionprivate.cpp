// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a document's jobs get to the engine, and what the engine tells back.
#include "session/runsessionprivate.h"

#include "batch/filename.h"
#include "config/batchfile.h"
#include "session/batchdocument.h"
#include "store/memorysubmissions.h"

#include <QStandardPaths>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A batch that was never saved has no folder for its results to count from.
QString outputDirOf(const BatchDocument &document)
{
    const QString path = document.path().isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
            + u"/Rushes/untitled.yaml"_s
        : document.path();
    return config::outputDirFor(document.batch().settings, path);
}

} // namespace

RunSession::Private::Private(RunSession *session, BatchDocument *batchDocument,
                             RunOptions runOptions)
    : q(session)
    , document(batchDocument)
    , server(std::move(runOptions))
    , thread([] { return std::make_unique<store::MemorySubmissions>(); })
{
    // Bursts of changes (a paste of 500 jobs, 50 slots at work) cost one look at the whole.
    refresh.setSingleShot(true);
    refresh.setInterval(50);
    QObject::connect(&refresh, &QTimer::timeout, q, [this] { refreshNow(); });
}

void RunSession::Private::watchDocument()
{
    const auto later = [this] { refresh.start(); };
    QObject::connect(document, &BatchDocument::jobChanged, q, [this](int row) {
        refresh.start();
        // An edit can turn a finished job into a draft, and an undo back again.
        emit q->jobChanged(document->job(row).id);
    });
    QObject::connect(document, &BatchDocument::jobsInserted, q, later);
    QObject::connect(document, &BatchDocument::jobsRemoved, q, later);
    QObject::connect(document, &BatchDocument::aboutToReset, q, [this] {
        thread.leave();
        // What was asked for was asked of the document that goes.
        afterLookUp.clear();
        takes.clear();
        progress.reset();
    });
    QObject::connect(document, &BatchDocument::wasReset, q, [this] {
        refreshNow();
        emit q->batchProgressChanged();
    });
    const auto findAnew = [this] { findServer(); };
    QObject::connect(document, &BatchDocument::pathChanged, q, findAnew);
    QObject::connect(document, &BatchDocument::settingsChanged, q, [this, findAnew] {
        thread.setMaxWorkers(document->batch().settings.effectiveMaxWorkers());
        thread.setBudget(document->batch().settings.budget);
        findAnew();
    });
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
                         emit q->jobChanged(job.result.job);
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
                     [this](const engine::BatchProgress &batch) {
                         progress = batch;
                         refreshNow();
                         emit q->batchProgressChanged();
                         emit q->runningChanged(false);
                         emit q->finished();
                     });
}

void RunSession::Private::refreshNow()
{
    refresh.stop();
    bill = takes.bill(document->catalog(), document->batch());
    runnable = static_cast<int>(wantedJobs().size());
    failed = 0;
    for (const batch::Job &job : document->batch().jobs)
        failed += takes.stateOf(job) == batch::JobState::Failed;
    emit q->billChanged();
}

QList<batch::Job> RunSession::Private::wantedJobs() const
{
    QList<batch::Job> jobs;
    for (int row = 0; row < document->jobCount(); ++row) {
        const batch::Job &job = document->job(row);
        if (job.enabled && takes.wantsRun(job) && !batch::hasError(document->problems(row)))
            jobs.append(job);
    }
    return jobs;
}

QList<batch::Job> RunSession::Private::jobsOf(const QList<batch::JobId> &ids) const
{
    QList<batch::Job> jobs;
    for (const batch::JobId id : ids) {
        const int row = document->rowOf(id);
        if (row >= 0 && !batch::hasError(document->problems(row)))
            jobs.append(document->job(row));
    }
    return jobs;
}

void RunSession::Private::findServer(const std::function<void()> &next)
{
    // A look-up that another overtakes is dropped; what waits for it goes on with the later one.
    afterLookUp.append(next);
    server.lookUp(document->path(), document->batch().settings, [this, was = server.isSandbox()] {
        if (was != server.isSandbox())
            emit q->connectionChanged();
        for (const auto &waiting : std::exchange(afterLookUp, {}))
            waiting();
    });
}

void RunSession::Private::begin(const QList<batch::Job> &jobs)
{
    if (jobs.isEmpty() && thread.isRunning())
        return; // a second click
    if (jobs.isEmpty()) {
        emit q->refused(
            RunSession::tr("There is nothing to run: every job that is switched on has succeeded, "
                           "is under way, or has an error to mend."));
        return;
    }
    if (!thread.isRunning()) {
        startRun(jobs);
        return;
    }
    if (server.baseUrl() != runUrl) {
        emit q->refused(RunSession::tr("The run that is under way goes to another server. Run "
                                       "these jobs when it has ended, or stop it first."));
        return;
    }
    const QList<batch::Job> wanted = asToRun(jobs);
    for (const batch::Job &job : jobs)
        takes.begin(job, server.timeScale());
    thread.add(wanted);
    refreshNow();
}

void RunSession::Private::beginAnew(const QList<batch::JobId> &ids)
{
    for (const batch::JobId id : ids)
        takes.withdraw(id);
    const QList<batch::Job> jobs = jobsOf(ids);
    if (!jobs.isEmpty())
        begin(jobs);
    for (const batch::JobId id : ids)
        emit q->jobChanged(id);
}

QList<batch::Job> RunSession::Private::asToRun(QList<batch::Job> jobs) const
{
    for (batch::Job &job : jobs)
        job = takes.toRun(job);
    return jobs;
}

void RunSession::Private::startRun(const QList<batch::Job> &jobs)
{
    const auto connection = server.connect(document->catalog());
    if (!connection) {
        emit q->refused(connection.error());
        return;
    }
    engine::RunRequest request;
    request.settings = document->batch().settings;
    request.jobs = asToRun(jobs);
    request.fileStems = batch::fileStems(document->batch().jobs);
    request.earlier = takes.results();
    request.replacedCosts = takes.pastCosts();
    request.outputDir = outputDirOf(*document);
    request.connection = *connection;
    request.catalog = document->catalog();
    request.timeScale = server.timeScale();
    runUrl = connection->baseUrl;
    for (const batch::Job &job : jobs)
        takes.begin(job, request.timeScale);
    thread.start(request);
    refreshNow();
    for (const batch::Job &job : jobs)
        emit q->jobChanged(job.id);
}

} // namespace ui
