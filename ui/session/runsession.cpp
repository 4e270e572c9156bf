// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runsession.h"

#include "session/batchdocument.h"
#include "session/runsessionprivate.h"

namespace ui {

RunSession::RunSession(BatchDocument *document, RunOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, document, std::move(options)))
{
    d->watchDocument();
    d->watchThread();
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

bool RunSession::isSandbox() const
{
    return d->server.isSandbox();
}

batch::JobState RunSession::stateOf(batch::JobId job) const
{
    const int row = d->document->rowOf(job);
    return row < 0 ? batch::JobState::Draft : d->takes.stateOf(d->document->job(row));
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

int RunSession::runnableCount() const
{
    return d->runnable;
}

int RunSession::failedCount() const
{
    return d->failed;
}

void RunSession::run()
{
    d->findServer([this] { d->begin(d->wantedJobs()); });
}

void RunSession::runAgain(const QList<batch::JobId> &jobs)
{
    d->findServer([this, jobs] {
        QList<batch::JobId> idle;
        for (const batch::JobId job : jobs) {
            // What is under way is paid for; it is never asked for a second time meanwhile.
            const engine::JobProgress *progress = progressOf(job);
            if (!progress || progress->parked || batch::isFinal(progress->result.state))
                idle.append(job);
        }
        d->begin(d->jobsOf(idle));
    });
}

void RunSession::retryFailed()
{
    QList<batch::JobId> failed;
    for (const batch::Job &job : d->document->batch().jobs) {
        if (d->takes.stateOf(job) == batch::JobState::Failed)
            failed.append(job.id);
    }
    runAgain(failed);
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

} // namespace ui
