// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/jobrun.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace engine {

using batch::JobState;

JobRun::JobRun(int position, JobPlan plan, const RunTools &tools, QObject *parent)
    : QObject(parent)
    , m_position(position)
    , m_plan(std::move(plan))
    , m_tools(tools)
{
    const batch::Job &job = m_plan.job;
    m_progress.result.state = JobState::Draft;
    m_progress.result.job = job.id;
    m_progress.result.name = job.name;
    m_progress.result.model = job.model;
    m_progress.result.type = job.type;
    m_progress.result.cost = m_plan.estimate.cost;
    m_progress.result.costIsGuess = m_plan.estimate.guess;
    m_progress.typical = m_plan.typical;
}

JobRun::~JobRun() = default;

JobProgress JobRun::progress() const
{
    JobProgress progress = m_progress;
    if (batch::isActive(state()) && !isParked() && m_sentAt)
        progress.elapsed = m_tools.clock.elapsed() - *m_sentAt;
    return progress;
}

void JobRun::update(const std::function<void(JobProgress &)> &edit)
{
    const batch::JobResult before = m_progress.result;
    edit(m_progress);
    m_tools.host.jobChanged(*this, before);
}

void JobRun::become(JobState state)
{
    Q_ASSERT(batch::mayBecome(m_progress.result.state, state));
    ++m_step;
    m_progress.result.state = state;
    m_progress.result.error.clear();
    m_progress.note.clear();
    m_progress.parked = false;
}

void JobRun::end(JobState state, const QString &error)
{
    if (m_timer)
        m_timer->stop();
    update([&](JobProgress &progress) {
        if (m_sentAt)
            progress.elapsed = m_tools.clock.elapsed() - *m_sentAt;
        become(state);
        progress.result.error = error;
        progress.result.generationTime = secondsSoFar();
        progress.result.finishedAt = m_tools.clock.now();
        if (state == JobState::Failed || state == JobState::Cancelled)
            progress.result.cost = {};
    });
    recordOutcome();
    retire();
}

/// What it worked with isn't needed any more; it may be what is calling just now.
void JobRun::retire()
{
    if (m_watch) {
        m_watch->stop();
        m_watch->setParent(this);
        m_watch.release()->deleteLater();
    }
    if (m_delivery) {
        m_delivery->setParent(this);
        m_delivery.release()->deleteLater();
    }
}

double JobRun::secondsSoFar() const
{
    if (!m_firstSentAt)
        return m_earlierTime;
    const Milliseconds time = m_tools.clock.elapsed() - *m_firstSentAt;
    return m_earlierTime + static_cast<double>(time.count()) / 1000;
}

void JobRun::recordOutcome()
{
    if (!m_submission.isEmpty())
        m_tools.host.recordOutcome(m_submission, result());
}

void JobRun::setNote(const QString &note)
{
    update([&](JobProgress &progress) { progress.note = note; });
}

void JobRun::fail(const QString &why)
{
    m_tools.host.log(*this, tr("failed: %1").arg(why));
    end(JobState::Failed, why);
}

void JobRun::cancel()
{
    end(JobState::Cancelled, {});
}

void JobRun::enter()
{
    update([this](JobProgress &) { become(JobState::Waiting); });
}

void JobRun::takeUp(const batch::JobResult &earlier)
{
    m_takenUp = true;
    m_earlierTime = earlier.generationTime;
    m_firstSentAt = m_sentAt = m_tools.clock.elapsed();
    update([&](JobProgress &progress) {
        become(JobState::Generating);
        progress.result.predictionId = earlier.predictionId;
        progress.result.attempts = earlier.attempts;
        progress.result.outputs = earlier.outputs;
    });
    m_tools.host.log(*this, tr("taken up again, prediction %1").arg(earlier.predictionId));
    watch(PredictionWatch::First::Now);
}

void JobRun::unpark()
{
    Q_ASSERT(isParked());
    m_mayHavePart = m_mayHavePart || m_delivery;
    retire();
    m_takenUp = true;
    update([](JobProgress &progress) {
        progress.parked = false;
        progress.note.clear();
        progress.result.error.clear();
    });
    watch(PredictionWatch::First::Now);
}

void JobRun::park(const QString &why)
{
    ++m_step;
    if (m_watch)
        m_watch->stop();
    if (m_delivery)
        m_delivery->leave();
    m_tools.host.log(*this, tr("left for later: %1").arg(why));
    update([&](JobProgress &progress) {
        if (m_delivery)
            progress.result.outputs = m_delivery->outputs();
        if (m_sentAt)
            progress.elapsed = m_tools.clock.elapsed() - *m_sentAt;
        progress.parked = true;
        progress.note = tr("%1 It was paid for and can be taken up again.").arg(why);
        progress.result.error = why;
        progress.result.generationTime = secondsSoFar();
    });
}

void JobRun::goOn()
{
    if (m_acceptedUnsaved)
        recordAccepted();
    if (m_watch)
        m_watch->goOn();
}

void JobRun::runStopped()
{
    if (m_watch && m_watch->isHeld())
        park(tr("The server refused the key."));
}

void JobRun::leave()
{
    switch (state()) {
    case JobState::Waiting:
        cancel();
        break;
    case JobState::Submitting:
        if (m_call) {
            m_call->disconnect(this);
            m_call->abort();
            end(JobState::Unresolved,
                tr("The run ended before the server answered: nobody knows whether it accepted "
                   "the job."));
        } else {
            cancel();
        }
        break;
    case JobState::Generating:
    case JobState::Downloading:
        if (!isParked())
            park(tr("The run ended before the result was fetched."));
        break;
    default:
        break;
    }
}

void JobRun::tidyUp()
{
    if (m_delivery) {
        m_delivery->discard();
        return;
    }
    const QList<batch::Output> &outputs = result().outputs;
    for (qsizetype i = 0; m_mayHavePart && i < outputs.size(); ++i) {
        if (!outputs.at(i).path.isEmpty())
            continue;
        ResultFile file = m_plan.place;
        file.output = static_cast<int>(i);
        file.removePart();
    }
}

void JobRun::watch(PredictionWatch::First first)
{
    if (!m_watch) {
        const auto maxWait = Milliseconds(qRound64(m_plan.job.effectiveMaxWait() * 1000));
        m_watch = std::make_unique<PredictionWatch>(
            m_tools.client, m_tools.clock, m_tools.schedule, maxWait,
            [&host = m_tools.host] { return host.mayAsk(); });
        connect(m_watch.get(), &PredictionWatch::completed, this, &JobRun::generated);
        connect(m_watch.get(), &PredictionWatch::failed, this, &JobRun::generationFailed);
        connect(m_watch.get(), &PredictionWatch::askedInVain, this,
                [this](const atlas::Error &error) {
                    m_tools.host.log(*this, tr("no answer yet: %1").arg(error.message));
                });
        connect(m_watch.get(), &PredictionWatch::keyRefused, this,
                [this](const atlas::Error &error, Milliseconds sentAt) {
                    m_tools.host.keyRefused(error, sentAt);
                });
        connect(m_watch.get(), &PredictionWatch::held, this, [this] {
            if (m_tools.host.submissionPermit() == JobHost::Permit::Never)
                runStopped();
        });
        connect(m_watch.get(), &PredictionWatch::gaveUp, this, [this](const QString &lastError) {
            const QString waited =
                tr("There was no result after %1 s.").arg(qRound64(m_plan.job.effectiveMaxWait()));
            park(lastError.isEmpty() ? waited : waited + u' ' + lastError);
        });
    }
    m_watch->start(result().predictionId, first);
}

void JobRun::generated(const atlas::Prediction &prediction)
{
    QList<batch::Output> outputs;
    for (const QUrl &url : prediction.outputs)
        outputs.append({url, {}});
    if (state() == JobState::Downloading && m_delivery) {
        m_delivery->renew(outputs);
        return;
    }
    // What an earlier run fetched already stays.
    for (qsizetype i = 0; i < outputs.size() && i < result().outputs.size(); ++i)
        outputs[i].path = result().outputs.at(i).path;
    m_tools.host.log(*this, tr("generated"));
    update([&](JobProgress &progress) {
        if (state() != JobState::Downloading)
            become(JobState::Downloading);
        progress.result.outputs = outputs;
        progress.bytesReceived = 0;
        progress.bytesTotal = -1;
    });
    recordOutcome();
    deliver();
}

void JobRun::deliver()
{
    m_delivery = std::make_unique<Delivery>(m_tools.downloads, m_tools.clock, m_plan.place,
                                            result().outputs, m_tools.downloadTimeout);
    connect(m_delivery.get(), &Delivery::progress, this, [this](qint64 received, qint64 total) {
        update([&](JobProgress &progress) {
            progress.bytesReceived = received;
            progress.bytesTotal = total;
            progress.note.clear();
        });
    });
    connect(m_delivery.get(), &Delivery::retrying, this,
            [this](const QString &why, Milliseconds wait) {
                m_tools.host.log(*this, tr("download failed: %1").arg(why));
                setNote(tr("The download failed and is tried again in %1 s: %2")
                            .arg((wait.count() + 999) / 1000)
                            .arg(why));
            });
    connect(m_delivery.get(), &Delivery::linkExpired, this, [this] {
        m_tools.host.log(*this, tr("the link has expired, asks for a new one"));
        setNote(tr("The link has expired: a new one is asked for."));
        watch(PredictionWatch::First::Now);
    });
    connect(m_delivery.get(), &Delivery::delivered, this, &JobRun::delivered);
    connect(m_delivery.get(), &Delivery::gaveUp, this, [this](const QString &why) {
        park(tr("The result could not be downloaded: %1").arg(why));
    });
    m_delivery->start();
}

void JobRun::delivered()
{
    m_progress.result.outputs = m_delivery->outputs();
    m_tools.host.log(*this, tr("done: %1").arg(result().outputs.constFirst().path));
    end(JobState::Succeeded, {});
}

} // namespace engine
