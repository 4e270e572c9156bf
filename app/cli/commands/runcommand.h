// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/interrupt.h"
#include "cli/output/runoutcome.h"
#include "cli/output/runview.h"
#include "engine/runthread.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace cli {

/// One run from the terminal: shows it, and answers to pauses and Ctrl-C. A terminal can't ask
/// anybody, so a pause ends the run: nothing more is submitted, what was paid for is fetched.
class RunCommand : public QObject
{
    Q_OBJECT
public:
    explicit RunCommand(engine::RunRequest request, QObject *parent = nullptr);

    /// Runs until all is over.
    RunOutcome exec();

private:
    void onJobChanged(const engine::JobProgress &progress);
    void onProgress(const engine::BatchProgress &progress);
    void onInterrupt(int count);
    void onFinished(const engine::BatchProgress &progress);

    engine::RunRequest m_request;
    std::unique_ptr<RunView> m_view;
    Interrupt m_interrupt;
    QHash<batch::JobId, batch::JobResult> m_results;
    engine::BatchProgress m_progress;
    RunOutcome m_outcome;
    engine::RunThread m_thread; // last, so that it ends first
};

} // namespace cli
