// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runstatus.h"

#include "session/runsession.h"

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
    update();
}

void RunStatus::update()
{
    const auto &progress = m_session->batchProgress();
    const bool running = m_session->isRunning();
    QString text;
    if (progress && progress->total > 0)
        text = progressText(*progress, running, m_session->runnableCount());
    else if (running)
        text = tr("Starting");
    else if (m_session->runnableCount() > 0)
        text = tr("%n job(s) ready to run", nullptr, m_session->runnableCount());
    else
        text = tr("Nothing to run yet");
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_bar->setVisible(running);
    if (progress) {
        m_bar->setRange(0, std::max(1, progress->total));
        m_bar->setValue(progress->ended());
    }
}

} // namespace ui
