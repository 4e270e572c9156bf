// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a person's wish to a run: the server, the claim, the request.
#include "batch/references/references.h"
#include "session/document/batchdocument.h"
#include "session/run/runsessionprivate.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

void RunSession::Private::findServer(const std::function<void()> &next)
{
    // A look-up that another overtakes is dropped; what waits for it goes on with the later one.
    afterLookUp.append(next);
    server.lookUp(document->path(), document->batch().settings,
                  [this, was = server.isSandbox()] { serverFound(was); });
}

void RunSession::Private::serverFound(bool wasSandbox)
{
    serverIsKnown = true;
    if (wasSandbox != server.isSandbox())
        emit q->connectionChanged();
    refreshBalance();
    readPastIfStale();
    for (const auto &waiting : std::exchange(afterLookUp, {}))
        waiting();
}

void RunSession::Private::keysChanged()
{
    emit q->connectionChanged();
    refreshBalance();
    readPastIfStale();
    if (thread.isRunning() && progress && progress->paused == engine::PauseReason::Key)
        thread.resume(server.keyFor(runUrl));
}

void RunSession::Private::refreshBalance(bool anyhow)
{
    atlas::Connection connection;
    connection.baseUrl = server.baseUrl();
    connection.key = server.keyFor(connection.baseUrl);
    // A file that is merely open must not make the key leave: a person runs it there first.
    const bool unproven = server.isNamedByFileAlone() && runUrl != connection.baseUrl;
    if (server.isSandbox() || connection.key.isEmpty() || unproven)
        balance.clear();
    else if (anyhow || !balance.isOf(connection) || !balance.problem().isEmpty())
        balance.refresh(connection);
}

void RunSession::Private::ask(const Wanted &asked)
{
    isAsked = true;
    emit q->startingChanged();
    findServer([this, asked] {
        isAsked = false;
        begin(asked);
        emit q->startingChanged();
    });
}

void RunSession::Private::begin(const Wanted &asked)
{
    const QList<batch::Job> jobs = asked();
    if (!jobs.isEmpty() && heldBack(jobs).size() == jobs.size()) {
        emit q->refused(
            RunSession::tr("Not run, because what it starts from was changed after it was paid "
                           "for: %1. Run the job that it starts from first; what was paid for is "
                           "fetched, and can then be made anew.")
                .arg(batch::listOfNames(jobs)));
        return;
    }
    if (thread.isRunning()) {
        if (!jobs.isEmpty()) // else a second click
            addToRun(asked);
        return;
    }
    if (jobs.isEmpty()) {
        emit q->refused(
            RunSession::tr("There is nothing to run: every job that is switched on has succeeded, "
                           "is under way, or has an error to mend."));
        return;
    }
    // Before the batch is taken: where nothing can be sent, nobody else need be kept from it.
    if (const auto connection = server.connect(document->catalog()); !connection) {
        emit q->refused(connection.error());
        return;
    }
    if (!past.isClaiming() && !past.isWaiting())
        wanted.clear();
    wanted.append(asked);
    if (!past.isClaiming())
        past.claim();
}

void RunSession::Private::addToRun(const Wanted &asked)
{
    if (serverName() != runName) {
        emit q->refused(RunSession::tr("The run that is under way goes to another server. Run "
                                       "these jobs when it has ended, or stop it first."));
        return;
    }
    joining.append(asked);
    past.review();
}

void RunSession::Private::joinRun(const PastReading &reading)
{
    const QList<Wanted> asked = std::exchange(joining, {});
    if (!thread.isRunning() || serverName() != runName) { // it ended meanwhile, say
        for (const Wanted &each : asked)
            begin(each);
        return;
    }
    const batch::Cost known = takes.pastCostsWith(inRun);
    for (const batch::JobId job : takes.restoreDuringRun(reading.takes, inRun))
        noteChanged(job);
    const batch::Cost further = takes.pastCostsWith(inRun) - known;
    QList<batch::Job> jobs = allOf(asked);
    const QSet<batch::JobId> elsewhere = takes.underWayElsewhere(jobs);
    QList<batch::Job> left = jobs;
    left.removeIf([&elsewhere](const batch::Job &job) { return !elsewhere.contains(job.id); });
    jobs.removeIf([&elsewhere](const batch::Job &job) { return elsewhere.contains(job.id); });
    if (!elsewhere.isEmpty()) {
        isStale = true;
        emit q->refused(RunSession::tr("Not run a second time, because the same is under way for a "
                                       "job that the batch had before: %1.")
                            .arg(batch::listOfNames(left)));
    }
    if (!jobs.isEmpty()) {
        // Before they begin: what was paid for is taken up as it stands.
        const engine::RunAddition addition{asToRun(jobs), document->catalog(),
                                           names(),       takes.results(),
                                           changedJobs(), std::max(further, batch::Cost())};
        beginTakes(jobs, server.timeScale());
        thread.add(addition);
    }
    refreshNow();
}

void RunSession::Private::beginAnew(const QList<batch::JobId> &ids)
{
    for (const batch::JobId id : ids)
        takes.withdraw(id);
    if (!jobsOf(ids, {}).isEmpty())
        begin([this, ids] { return jobsOf(ids, {}); });
    for (const batch::JobId id : ids)
        emit q->jobChanged(id);
}

batch::JobNames RunSession::Private::names() const
{
    return batch::jobsByName(document->batch().jobs);
}

QList<batch::Job> RunSession::Private::asToRun(QList<batch::Job> jobs) const
{
    for (batch::Job &job : jobs)
        job = takes.toRun(job);
    return jobs;
}

QSet<batch::JobId> RunSession::Private::changedJobs() const
{
    QSet<batch::JobId> ids;
    for (const batch::Job &job : document->batch().jobs) {
        if (takes.asksAnew(job))
            ids.insert(job.id);
    }
    return ids;
}

QList<batch::Job> RunSession::Private::allOf(const QList<Wanted> &all) const
{
    QList<batch::Job> jobs;
    QSet<batch::JobId> taken;
    for (const Wanted &each : all) {
        for (const batch::Job &job : each()) {
            if (taken.contains(job.id))
                continue;
            taken.insert(job.id);
            jobs.append(job);
        }
    }
    const QSet<batch::JobId> held = heldBack(jobs);
    jobs.removeIf([&held](const batch::Job &job) { return held.contains(job.id); });
    return jobs;
}

void RunSession::Private::beginTakes(const QList<batch::Job> &jobs, double timeScale)
{
    const batch::JobNames known = names();
    for (const batch::Job &job : jobs) {
        takes.begin(job, timeScale, document->catalog().usualOf(job.model), known);
        noteChanged(job.id);
        inRun.insert(job.id);
    }
}

void RunSession::Private::startRun(const ClaimedBatch &claimed)
{
    // The other program has ended: what a person waited for is all that is left.
    if (wanted.isEmpty())
        wanted.append([this] { return runnableJobs(); });
    readFor = claimed.key.server;
    mayResume = false;
    restore(claimed.past.takes);
    const QList<batch::Job> jobs = allOf(wanted);
    wanted.clear();
    const auto connection = server.connect(document->catalog());
    if (jobs.isEmpty() || !connection || claimed.key.server != serverName()) {
        past.release(claimed.lock);
        emit q->startingChanged();
        emit q->pastRead(claimed.past.missingFiles, false);
        if (!connection)
            emit q->refused(connection.error());
        return;
    }
    engine::RunRequest request;
    request.settings = document->batch().settings;
    request.jobs = asToRun(jobs);
    request.names = names();
    request.fileStems = claimed.fileStems;
    request.earlier = takes.results();
    request.changed = changedJobs();
    request.replacedCosts = takes.pastCosts();
    request.batch = claimed.key.batch;
    request.server = claimed.key.server;
    request.outputDir = claimed.key.outputDir;
    if (!document->path().isEmpty())
        request.inputDir = QFileInfo(document->path()).absolutePath();
    if (!server.isSandbox()) { // there, nothing is charged
        request.monthlyLimit = claimed.past.preferences.monthlyLimit;
        request.checkBalance = true;
    }
    request.connection = *connection;
    request.catalog = document->catalog();
    request.timeScale = server.timeScale();
    lock = claimed.lock;
    runUrl = connection->baseUrl;
    runName = claimed.key.server;
    inRun.clear();
    beginTakes(jobs, request.timeScale);
    thread.start(request);
    refreshNow();
    tellChanges();
    emit q->startingChanged();
}

void RunSession::Private::endRun(const engine::BatchProgress &batch)
{
    const bool isAnothers = readFor.isEmpty(); // the document was replaced in the meantime
    if (!isAnothers)
        progress = batch;
    past.release(std::exchange(lock, {}));
    refreshNow();
    tellChanges();
    emit q->batchProgressChanged();
    emit q->runningChanged(false);
    emit q->finished();
    refreshBalance(true);
    readPastIfStale();
}

} // namespace ui
