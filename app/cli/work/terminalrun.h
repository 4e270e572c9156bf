// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/runoutcome.h"
#include "cli/output/runview.h"
#include "cli/work/interrupt.h"
#include "engine/runthread.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace cli {

/// One run from the terminal: shows it, and answers to pauses and Ctrl-C. A terminal can't ask
/// anybody, so a pause ends the run: nothing more is submitted, what was paid for is fetched. Only
/// the network's absence is waited out; but a server that could not be reached from the beginning
/// is given up after a while.
class TerminalRun : public QObject
{
    Q_OBJECT
public:
    /// `resumeCommand` is what continues it, for people.
    TerminalRun(engine::RunRequest request, QString resumeCommand, QObject *parent = nullptr);

    /// How long a server is waited for that was never reached (two minutes of real time).
    void setNetworkPatience(std::chrono::milliseconds patience);

    /// Runs until all is over.
    RunOutcome exec();

private:
    void onJobChanged(const engine::JobProgress &progress);
    void onProgress(const engine::BatchProgress &progress);
    void onNetwork(const engine::BatchProgress &progress);
    void onPause(const engine::BatchProgress &progress);
    void giveUpNetwork();
    void onInterrupt(int count);
    void onFinished(const engine::BatchProgress &progress);
    void collectResults();

    engine::RunRequest m_request;
    QString m_resumeCommand;
    std::unique_ptr<RunView> m_view;
    Interrupt m_interrupt;
    QList<batch::JobId> m_order; ///< of the results
    QHash<batch::JobId, batch::JobResult> m_results;
    engine::BatchProgress m_progress;
    QTimer m_networkTimer;
    bool m_wasReached = false; ///< the server, in this run
    bool m_isAway = false;     ///< the server, at present
    bool m_leavesWhenAnswered = false;
    QString m_fileProblem;
    RunOutcome m_outcome;
    engine::RunThread m_thread; // last, so that it ends first
};

} // namespace cli
