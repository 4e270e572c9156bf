// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the ledger knows of a document's jobs, and what people decide about it.
#include "config/batchfile.h"
#include "engine/job/requestbody.h"
#include "session/document/batchdocument.h"
#include "session/run/runsessionprivate.h"
#include "store/submission.h"

#include <QStandardPaths>
#include <QUuid>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;
using batch::JobState;

namespace {

/// More changes than this are told as one.
constexpr qsizetype manyChanges = 50;

/// A batch that was never saved has no folder for its results to count from.
QString outputDirOf(const BatchDocument &document)
{
    const QString path = document.path().isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
            + u"/Rushes/untitled.yaml"_s
        : document.path();
    return config::outputDirFor(document.batch().settings, path);
}

QString newOwnName()
{
    return u"untitled:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

void RunSession::Private::watchPast()
{
    ownName = newOwnName();
    knownPath = document->path();
    QObject::connect(document, &BatchDocument::aboutToReset, q, [this] {
        past.drop();
        wanted.clear();
        joining.clear();
        isStale = false;
        readFor.clear();
        serverIsKnown = false;
    });
    QObject::connect(document, &BatchDocument::wasReset, q, [this] {
        ownName = newOwnName();
        knownPath = document->path();
        mayResume = true;
    });
    // Jobs that came with the file may have been made elsewhere already.
    QObject::connect(document, &BatchDocument::wasReloaded, q, [this] {
        isStale = true;
        readPastIfStale();
    });
    QObject::connect(document, &BatchDocument::pathChanged, q, [this](const QString &path) {
        if (path == knownPath)
            return;
        past.continueAs(knownPath, ownName, path);
        knownPath = path;
    });
    QObject::connect(&past, &BatchPast::wasRead, q,
                     [this](const std::shared_ptr<PastReading> &reading) { pastRead(*reading); });
    QObject::connect(&past, &BatchPast::reviewed, q,
                     [this](const std::shared_ptr<PastReading> &reading) { joinRun(*reading); });
    QObject::connect(&past, &BatchPast::claimed, q,
                     [this](const std::shared_ptr<ClaimedBatch> &claimed) { startRun(*claimed); });
    QObject::connect(&past, &BatchPast::refused, q, [this](const QString &message) {
        wanted.clear();
        emit q->refused(message);
    });
    QObject::connect(&past, &BatchPast::problemChanged, q, [this] {
        if (past.problem()) {
            wanted.clear();
            joining.clear();
        }
    });
    QObject::connect(&past, &BatchPast::stateChanged, q, [this] {
        refresh.start();
        emit q->startingChanged();
    });
}

QString RunSession::Private::serverName() const
{
    return server.isSandbox() ? store::ownSandbox.toString() : store::serverName(server.baseUrl());
}

PastQuery RunSession::Private::query() const
{
    PastQuery query;
    query.path = document->path();
    query.ownName = ownName;
    query.server = serverName();
    query.outputDir = outputDirOf(*document);
    query.batch = document->batch();
    for (const batch::JobId id : takes.ids()) {
        if (!document->madeJob(id))
            query.gone.append(*takes.jobOf(id));
    }
    query.catalog = document->catalog();
    query.timeScale = server.timeScale();
    return query;
}

void RunSession::Private::readPastIfStale()
{
    if (!serverIsKnown || thread.isRunning() || past.isClaiming())
        return;
    if (readFor == serverName()) {
        if (std::exchange(isStale, false))
            past.read();
        return;
    }
    isStale = false;
    // What another server made is no result of this one.
    if (!readFor.isEmpty()) {
        takes.clear();
        progress.reset();
        refreshNow();
        emit q->jobsChanged();
        emit q->batchProgressChanged();
    }
    const bool isNew = document->path().isEmpty() && readFor.isEmpty();
    readFor = serverName();
    // Nothing was ever submitted for a batch that is begun just now.
    if (!isNew)
        past.read();
}

void RunSession::Private::pastRead(const PastReading &reading)
{
    if (thread.isRunning())
        return;
    restore(reading.takes);
    const bool resuming = std::exchange(mayResume, false) && reading.preferences.resumesByItself
        && !reading.owner && counts.unfetched > 0;
    emit q->pastRead(reading.missingFiles, resuming);
    if (resuming)
        q->resumeUnfetched();
}

void RunSession::Private::restore(const Takes &pastTakes)
{
    const QList<batch::JobId> restored = takes.restore(pastTakes);
    refreshNow();
    for (const batch::JobId job : restored)
        changed.insert(job);
    tellChanges();
}

void RunSession::Private::noteChanged(batch::JobId job)
{
    changed.insert(job);
    if (!telling.isActive())
        telling.start();
}

void RunSession::Private::tellChanges()
{
    telling.stop();
    const auto jobs = std::exchange(changed, {});
    if (jobs.size() > manyChanges) {
        emit q->jobsChanged();
        return;
    }
    for (const batch::JobId job : jobs)
        emit q->jobChanged(job);
}

QList<HeldSubmission> RunSession::held() const
{
    QList<HeldSubmission> held;
    const auto add = [&](batch::JobId id, const batch::Job *inDocument) {
        const engine::JobProgress *progress = d->takes.progressOf(id);
        if (!progress || progress->result.state != JobState::Unresolved)
            return;
        const batch::JobResult &result = progress->result;
        const batch::Job &asSubmitted = *d->takes.jobOf(id);
        HeldSubmission submission{id,
                                  inDocument ? inDocument->name : result.name,
                                  result.model,
                                  result.submittedAt,
                                  result.cost,
                                  result.costIsGuess,
                                  d->takes.requestOf(id),
                                  result.predictionId,
                                  result.error,
                                  !inDocument,
                                  inDocument && d->takes.asksAnew(*inDocument)};
        if (submission.request.isEmpty()) {
            const catalog::Model *model = d->document->catalog().find(asSubmitted.model);
            submission.request = engine::requestFor(asSubmitted, model).body;
        }
        held.append(submission);
    };
    for (const batch::Job &job : d->document->batch().jobs)
        add(job.id, &job);
    for (const batch::JobId id : d->strays())
        add(id, nullptr);
    return held;
}

bool RunSession::mayForget(batch::JobId job) const
{
    const engine::JobProgress *progress = d->takes.progressOf(job);
    if (!progress)
        return false;
    return progress->result.state == JobState::Unresolved
        || (progress->parked && !isRunning() && !isStarting());
}

void RunSession::forget(const QList<batch::JobId> &jobs)
{
    QStringList submissions;
    for (const batch::JobId job : jobs) {
        if (!mayForget(job))
            continue;
        submissions.append(d->takes.progressOf(job)->result.submission);
        d->takes.forget(job);
        d->noteChanged(job);
    }
    if (submissions.isEmpty())
        return;
    d->refreshNow();
    d->past.forget(submissions);
}

QStringList RunSession::strayFiles() const
{
    QStringList files;
    for (const batch::JobId job : d->inRun) {
        const engine::JobProgress *progress =
            d->document->madeJob(job) ? nullptr : d->takes.progressOf(job);
        if (!progress || progress->result.state != JobState::Succeeded)
            continue;
        for (const batch::Output &output : progress->result.outputs) {
            if (!output.path.isEmpty())
                files.append(output.path);
        }
    }
    files.sort();
    return files;
}

} // namespace ui
