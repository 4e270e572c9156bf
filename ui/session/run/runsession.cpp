// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run/runsession.h"

#include "account/preferences.h"
#include "session/document/batchdocument.h"
#include "session/run/runsessionprivate.h"
#include "store/submission.h"

namespace ui {

RunSession::RunSession(BatchDocument *document, RunOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, document, std::move(options)))
{
    d->watchDocument();
    d->watchThread();
    d->watchPast();
    d->server.setKeyListener([this, d = d.get()] { d->keysChanged(); });
    d->findServer();
    d->refreshNow();
}

RunSession::~RunSession() = default;

bool RunSession::isRunning() const
{
    return d->thread.isRunning();
}

bool RunSession::isStopping() const
{
    return isRunning() && d->progress && d->progress->stopping;
}

bool RunSession::isStarting() const
{
    return d->isAsked || (d->past.isClaiming() && !d->past.isWaiting());
}

bool RunSession::isSandbox() const
{
    return d->server.isSandbox();
}

batch::JobState RunSession::stateOf(batch::JobId job) const
{
    const batch::Job *made = d->document->madeJob(job);
    return made ? d->takes.stateOf(*made) : batch::JobState::Draft;
}

const engine::JobProgress *RunSession::progressOf(batch::JobId job) const
{
    return d->takes.progressOf(job);
}

double RunSession::fractionOf(batch::JobId job) const
{
    return d->takes.fractionOf(job);
}

const std::optional<engine::BatchProgress> &RunSession::batchProgress() const
{
    return d->progress;
}

const batch::Bill &RunSession::bill() const
{
    return d->bill;
}

const RunSession::Counts &RunSession::counts() const
{
    return d->counts;
}

void RunSession::run()
{
    d->ask([this] { return d->runnableJobs(); });
    emit leftOut(d->leftOutJobs());
}

void RunSession::runAgain(const QList<batch::JobId> &jobs)
{
    QSet<batch::JobId> decided;
    for (const batch::JobId job : jobs) {
        const engine::JobProgress *progress = progressOf(job);
        if (progress && progress->result.state == batch::JobState::Unresolved)
            decided.insert(job);
    }
    d->ask([this, jobs, decided] { return d->jobsOf(jobs, decided); });
    emit leftOut(d->leftOutOf(jobs));
}

void RunSession::retryFailed()
{
    d->ask([this] { return d->failedJobs(); });
    emit leftOut(d->leftOutOf(d->failedIds()));
}

void RunSession::resumeUnfetched()
{
    d->ask([this] { return d->parkedJobs(); });
}

void RunSession::stop()
{
    d->thread.stop();
}

void RunSession::leave()
{
    d->thread.leave();
}

void RunSession::resume()
{
    d->findServer([this] { d->thread.resume(d->server.keyFor(d->runUrl)); });
}

void RunSession::setMonthlyLimit(std::optional<batch::Cost> limit)
{
    if (d->runName != store::ownSandbox)
        d->thread.setMonthlyLimit(limit);
}

Balance *RunSession::balance() const
{
    return &d->balance;
}

BatchPast *RunSession::past() const
{
    return &d->past;
}

RunServer *RunSession::server() const
{
    return &d->server;
}

void RunSession::findServer()
{
    d->findServer();
}

} // namespace ui
