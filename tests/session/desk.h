// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"
#include "session/document/batchdocument.h"
#include "session/past/batchpast.h"
#include "session/run/runsession.h"

#include <QSignalSpy>

#include <optional>

/// A document of a few images, and its session, 600 times as fast as life. Its end is that of the
/// window: another Desk of the same path is the batch opened again.
struct Desk
{
    static batch::Job imageJob(const QString &name)
    {
        batch::Job job;
        job.name = name;
        job.model = QStringLiteral("black-forest-labs/flux-2-pro/text-to-image");
        job.prompt = QStringLiteral("A picture of ") + name;
        // A busy machine must not make a test fail: half an hour of real time.
        job.maxWait = 1'000'000;
        return job;
    }
    static config::BatchFile file(const QString &path, const QStringList &names)
    {
        config::BatchFile file;
        file.path = path;
        for (const QString &name : names)
            file.source.jobs.append(imageJob(name));
        return file;
    }

    Desk(const QString &path, const QStringList &names)
        : Desk(file(path, names))
    {
    }
    explicit Desk(const config::BatchFile &opened)
    {
        document.reset(opened);
        ui::RunOptions options;
        options.timeScale = 600;
        session.emplace(&document, options);
        read.emplace(&*session, &ui::RunSession::pastRead);
    }

    batch::JobId id(int row) const { return document.job(row).id; }
    batch::JobState state(int row) const { return session->stateOf(id(row)); }
    const ui::RunSession::Counts &counts() const { return session->counts(); }
    bool isRead() const { return !read->isEmpty(); }
    bool isPausedFor(engine::PauseReason reason) const
    {
        const auto &progress = session->batchProgress();
        return session->isRunning() && progress && progress->paused == reason;
    }

    ui::BatchDocument document{catalog::Catalog::builtIn()};
    std::optional<ui::RunSession> session;
    std::optional<QSignalSpy> read;
};
