// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is behind a RunSession; for its own sources only.
#pragma once

#include "engine/runthread.h"
#include "session/runserver.h"
#include "session/runsession.h"
#include "session/takes.h"

#include <QTimer>

namespace ui {

class RunSession::Private
{
public:
    Private(RunSession *session, BatchDocument *batchDocument, RunOptions runOptions);

    void watchDocument();
    void watchThread();
    void refreshNow();
    QList<batch::Job> wantedJobs() const;

    /// Finds out where to send jobs, elsewhere than on this thread, and then goes on.
    void findServer(const std::function<void()> &next = [] {});
    /// Begins a run with these jobs, or adds them to the one under way.
    void begin(const QList<batch::Job> &jobs);
    void startRun(const QList<batch::Job> &jobs);
    /// Begins with jobs that a run didn't take any more.
    void beginAnew(const QList<batch::JobId> &ids);
    QList<batch::Job> asToRun(QList<batch::Job> jobs) const;
    QList<batch::Job> jobsOf(const QList<batch::JobId> &ids) const;

    RunSession *q;
    BatchDocument *document;
    RunServer server;
    QList<std::function<void()>> afterLookUp;
    engine::RunThread thread;
    QUrl runUrl; ///< the server of the present run, or of the last
    Takes takes;
    std::optional<engine::BatchProgress> progress;
    batch::Bill bill;
    int runnable = 0;
    int failed = 0;
    QTimer refresh;
};

} // namespace ui
