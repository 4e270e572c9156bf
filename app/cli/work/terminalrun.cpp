// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/terminalrun.h"

#include "store/ledger.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace cli {

using batch::JobState;
using engine::PauseReason;
using engine::RunThread;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Run)
};

batch::JobResult notBegun(const batch::Job &job)
{
    batch::JobResult result;
    result.job = job.id;
    result.name = job.name;
    result.model = job.model;
    result.type = job.type;
    result.state = JobState::Waiting;
    return result;
}

/// Only an answer of the server can have brought this change.
bool showsAnAnswer(const batch::JobResult &before, const batch::JobResult &now)
{
    const bool accepted = before.predictionId != now.predictionId && !now.predictionId.isEmpty();
    const bool generated = before.state == JobState::Generating && now.state != before.state;
    return accepted || generated || now.state == JobState::Succeeded;
}

} // namespace

TerminalRun::TerminalRun(engine::RunRequest request, QString resumeCommand, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_resumeCommand(std::move(resumeCommand))
    , m_view(makeRunView())
    , m_thread([] { return std::make_unique<store::Ledger>(); })
{
    m_networkTimer.setSingleShot(true);
    m_networkTimer.setInterval(std::chrono::minutes(2));
    connect(&m_networkTimer, &QTimer::timeout, this, &TerminalRun::giveUpNetwork);
    connect(&m_interrupt, &Interrupt::requested, this, &TerminalRun::onInterrupt);
    connect(&m_thread, &RunThread::jobChanged, this, &TerminalRun::onJobChanged);
    connect(&m_thread, &RunThread::progressChanged, this, &TerminalRun::onProgress);
    connect(&m_thread, &RunThread::logged, this,
            [this](const QString &line) { m_view->log(line); });
    connect(&m_thread, &RunThread::fileProblem, this, [this](const QString &message) {
        m_fileProblem = message;
        m_view->notice(message);
    });
    connect(&m_thread, &RunThread::finished, this, &TerminalRun::onFinished);
}

void TerminalRun::setNetworkPatience(std::chrono::milliseconds patience)
{
    m_networkTimer.setInterval(patience);
}

RunOutcome TerminalRun::exec()
{
    for (const batch::JobResult &result : m_request.earlier) {
        m_order.append(result.job);
        m_results.insert(result.job, result);
        m_outcome.kept.insert(result.job);
    }
    for (const batch::Job &job : m_request.jobs) {
        m_outcome.kept.remove(job.id);
        if (m_results.contains(job.id))
            continue;
        m_order.append(job.id);
        m_results.insert(job.id, notBegun(job));
    }

    QEventLoop loop;
    connect(&m_thread, &RunThread::finished, &loop, &QEventLoop::quit);
    m_networkTimer.start();
    m_thread.start(m_request);
    loop.exec();

    m_view->close();
    collectResults();
    return m_outcome;
}

void TerminalRun::collectResults()
{
    m_outcome.outputDir = m_request.outputDir;
    m_outcome.manifest.generatedAt = QDateTime::currentDateTime();
    for (const batch::JobId job : m_order)
        m_outcome.manifest.results.append(m_results.value(job));
    if (m_fileProblem.isEmpty())
        return;
    // What was in the way may be gone by now.
    const auto written = store::writeManifest(m_outcome.manifest, m_request.outputDir);
    if (!written)
        m_outcome.unwritten = written.error();
}

void TerminalRun::onJobChanged(const engine::JobProgress &progress)
{
    const batch::JobResult &result = progress.result;
    const batch::JobResult before = m_results.value(result.job);
    m_results.insert(result.job, result);
    if (showsAnAnswer(before, result))
        m_wasReached = true;
    if (before.state != result.state && batch::isFinal(result.state)
        && result.state != JobState::Cancelled)
        m_view->jobEnded(result);
}

void TerminalRun::onProgress(const engine::BatchProgress &progress)
{
    m_progress = progress;
    m_view->update(progress);
    onNetwork(progress);
    if (progress.paused && progress.paused != PauseReason::Network && !m_outcome.stoppedBy)
        onPause(progress);
    // A submission that is on its way would be left unresolved.
    if (m_leavesWhenAnswered && progress.submitting == 0)
        m_thread.leave();
}

void TerminalRun::onNetwork(const engine::BatchProgress &progress)
{
    const bool away = progress.paused == PauseReason::Network;
    if (away == m_isAway)
        return;
    m_isAway = away;
    if (away) {
        m_view->notice(progress.pauseMessage);
        // An absence that begins as late as this is not one from the beginning.
        if (m_networkTimer.remainingTime() < m_networkTimer.interval() / 2)
            m_networkTimer.stop();
        return;
    }
    m_wasReached = true;
}

void TerminalRun::onPause(const engine::BatchProgress &progress)
{
    m_outcome.stoppedBy = progress.paused;
    m_outcome.stopMessage = progress.pauseMessage;
    m_view->notice(progress.pauseMessage);
    // On a disk that takes nothing there is nothing to fetch to.
    m_view->notice(
        progress.paused == PauseReason::Disk
            ? Words::tr("Nothing more is submitted; what was submitted stays with the server. To "
                        "fetch it later: %1")
                  .arg(m_resumeCommand)
            : Words::tr("Nothing more is submitted; what was submitted is still fetched."));
    m_thread.stop();
}

void TerminalRun::giveUpNetwork()
{
    if (m_wasReached || !m_isAway || m_outcome.stoppedBy)
        return;
    m_outcome.stoppedBy = PauseReason::Network;
    m_outcome.stopMessage = Words::tr("The server could not be reached since the run began.");
    m_view->notice(m_outcome.stopMessage);
    m_leavesWhenAnswered = true;
    m_thread.stop();
}

void TerminalRun::onInterrupt(int count)
{
    m_outcome.interrupted = true;
    if (count > 1) {
        m_view->notice(Words::tr("Leaves at once. What was submitted stays with the server; to "
                                 "fetch it later: %1")
                           .arg(m_resumeCommand));
        m_thread.leave();
        return;
    }
    const int active = m_progress.submitting + m_progress.generating + m_progress.downloading;
    m_view->notice(Words::tr("Submits no more and waits for the %1 jobs that were submitted. Press "
                             "Ctrl-C again to leave at once and fetch them later with: %2")
                       .arg(active)
                       .arg(m_resumeCommand));
    m_thread.stop();
}

void TerminalRun::onFinished(const engine::BatchProgress &progress)
{
    m_progress = progress;
    m_view->update(progress);
    m_outcome.elapsed = progress.elapsed;
    if (progress.paused && progress.paused != PauseReason::Network && !m_outcome.stoppedBy) {
        m_outcome.stoppedBy = progress.paused;
        m_outcome.stopMessage = progress.pauseMessage;
        m_view->notice(progress.pauseMessage);
    }
}

} // namespace cli
