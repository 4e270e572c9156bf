// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runstatus.h"

#include "session/past/batchpast.h"
#include "session/run/runsession.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString remainingText(std::chrono::milliseconds remaining)
{
    const double seconds = static_cast<double>(remaining.count()) / 1000;
    if (seconds < 60) {
        // Steps of five, so that the line is calm.
        const int rounded = std::max(5, static_cast<int>(std::ceil(seconds / 5)) * 5);
        return RunStatus::tr("about %n s left", nullptr, rounded);
    }
    const int minutes = static_cast<int>(std::ceil(seconds / 60));
    if (minutes < 100)
        return RunStatus::tr("about %n min left", nullptr, minutes);
    return RunStatus::tr("about %1 h %2 min left").arg(minutes / 60).arg(minutes % 60);
}

QString progressText(const engine::BatchProgress &progress, bool running, int runnable)
{
    QStringList parts;
    parts.append(RunStatus::tr("%1 of %2 done").arg(progress.succeeded).arg(progress.total));
    if (progress.failed > 0)
        parts.append(RunStatus::tr("%n failed", nullptr, progress.failed));
    if (progress.unresolved > 0)
        parts.append(RunStatus::tr("%n unresolved", nullptr, progress.unresolved));
    if (progress.cancelled > 0)
        parts.append(RunStatus::tr("%n not run", nullptr, progress.cancelled));
    const int unfinished = progress.generating + progress.downloading;
    if (!running && unfinished > 0)
        parts.append(RunStatus::tr("%n paid for and not fetched yet", nullptr, unfinished));
    // What was added since the run; jobs that it left are counted above.
    if (!running && unfinished == 0 && progress.cancelled == 0 && runnable > 0)
        parts.append(RunStatus::tr("%n job(s) ready to run", nullptr, runnable));
    if (running && progress.paused)
        parts.append(RunStatus::tr("paused"));
    else if (running && progress.stopping)
        parts.append(RunStatus::tr("stopping: fetching what was paid for"));
    else if (running && progress.remaining)
        parts.append(remainingText(*progress.remaining));
    return parts.join(u" · "_s);
}

/// How the batch stands when no run of this window has said anything about it.
QString standingText(const RunSession::Counts &counts, bool mayRun)
{
    const int fresh = counts.runnable - counts.unfetched;
    QStringList parts;
    const bool begun =
        counts.succeeded > 0 || counts.failed > 0 || counts.unfetched > 0 || counts.unresolved > 0;
    if (begun || !mayRun)
        parts.append(RunStatus::tr("%1 of %2 done").arg(counts.succeeded).arg(counts.enabled));
    if (counts.failed > 0)
        parts.append(RunStatus::tr("%n failed", nullptr, counts.failed));
    if (counts.unresolved > 0)
        parts.append(RunStatus::tr("%n unresolved", nullptr, counts.unresolved));
    if (counts.unfetched > 0)
        parts.append(RunStatus::tr("%n paid for and not fetched yet", nullptr, counts.unfetched));
    if (mayRun && fresh > 0)
        parts.append(RunStatus::tr("%n job(s) ready to run", nullptr, fresh));
    return parts.isEmpty() ? RunStatus::tr("Nothing to run yet") : parts.join(u" · "_s);
}

} // namespace

RunStatus::RunStatus(RunSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 6);
    row->setSpacing(12);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, 6);
    m_bar->setAccessibleName(tr("Progress of the run"));
    // Keeps its room while hidden, so that the line does not jump when a run begins.
    QSizePolicy policy = m_bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(policy);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);

    connect(session, &RunSession::batchProgressChanged, this, &RunStatus::update);
    connect(session, &RunSession::runningChanged, this, &RunStatus::update);
    connect(session, &RunSession::billChanged, this, &RunStatus::update);
    connect(session, &RunSession::startingChanged, this, &RunStatus::update);
    update();
}

QString RunStatus::text() const
{
    const auto &progress = m_session->batchProgress();
    const bool running = m_session->isRunning();
    const BatchPast &past = *m_session->past();
    if (past.owner() && past.isWaiting())
        return tr("Waiting for %1").arg(past.owner()->toDisplay());
    if (past.owner() && past.isWatching()) {
        return tr("Watching %1").arg(past.owner()->toDisplay()) + u" · "_s
            + standingText(m_session->counts(), false);
    }
    if (m_session->isStarting() || (running && (!progress || progress->total == 0)))
        return tr("Starting");
    if (progress && progress->total > 0)
        return progressText(*progress, running, m_session->runnableCount());
    return standingText(m_session->counts(), true);
}

void RunStatus::update()
{
    const auto &progress = m_session->batchProgress();
    m_text->setText(text());
    m_text->setAccessibleName(m_text->text());
    m_bar->setVisible(m_session->isRunning() || m_session->past()->isWatching());
    if (m_session->past()->isWatching()) {
        m_bar->setRange(0, std::max(1, m_session->counts().enabled));
        m_bar->setValue(m_session->counts().succeeded + m_session->counts().failed);
    } else if (progress) {
        m_bar->setRange(0, std::max(1, progress->total));
        m_bar->setValue(progress->ended());
    }
}

} // namespace ui
