// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/jobrun.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace engine {

using batch::JobState;

namespace {

bool allOnDisk(const QList<batch::Output> &outputs)
{
    return !outputs.isEmpty()
        && std::none_of(outputs.begin(), outputs.end(),
                        [](const batch::Output &output) { return output.path.isEmpty(); });
}

} // namespace

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

void JobRun::end(JobState state, const QString &error, const QString &note)
{
    if (m_timer)
        m_timer->stop();
    update([&](JobProgress &progress) {
        if (m_sentAt)
            progress.elapsed = m_tools.clock.elapsed() - *m_sentAt;
        become(state);
        progress.note = note;
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
    if (!result().submission.isEmpty())
        m_tools.host.recordOutcome(result());
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
    m_mayHavePart = true;
    m_earlierTime = earlier.generationTime;
    m_firstSentAt = m_sentAt = m_tools.clock.elapsed();
    update([&](JobProgress &progress) {
        become(JobState::Generating);
        progress.result.submission = earlier.submission;
        progress.result.submittedAt = earlier.submittedAt;
        progress.result.predictionId = earlier.predictionId;
        progress.result.attempts = earlier.attempts;
        progress.result.outputs = earlier.outputs;
        progress.result.cost = earlier.cost;
        progress.result.costIsGuess = earlier.costIsGuess;
    });
    m_tools.host.log(*this, tr("taken up again, prediction %1").arg(earlier.predictionId));
    if (allOnDisk(earlier.outputs)) {
        // The program ended between the last file and the word about it.
        update([this](JobProgress &) { become(JobState::Downloading); });
        end(JobState::Succeeded, {});
        return;
    }
    watch(PredictionWatch::First::Now);
}

void JobRun::unpark()
{
    Q_ASSERT(isParked());
    m_mayHavePart = m_mayHavePart || m_delivery;
    m_diskFailed = false;
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
    parkFor(why, false);
}

void JobRun::parkFor(const QString &why, bool disk)
{
    ++m_step;
    m_diskFailed = disk;
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
    saveAcceptance();
    if (waitsForDisk())
        unpark();
    else if (m_watch)
        m_watch->goOn();
}

void JobRun::hurry()
{
    if (m_watch)
        m_watch->askNow();
    if (m_delivery)
        m_delivery->hurry();
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
        if (!m_accepted.predictionId.isEmpty()) {
            begin();
            park(tr("The run ended before the result was fetched."));
        } else if (m_call) {
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
    const qsizetype count = m_mayHavePart ? std::max<qsizetype>(1, outputs.size()) : 0;
    for (qsizetype i = 0; i < count; ++i) {
        ResultFile file = m_plan.place;
        file.partTag = partTagOf(result().predictionId);
        file.output = static_cast<int>(i);
        file.removePart();
    }
}

} // namespace engine
