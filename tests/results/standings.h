// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "config/batchfile.h"
#include "results/gallery/tile.h"
#include "session/document/batchdocument.h"

#include <QHash>

/// What became of jobs, as a test wants it.
class Standings
{
public:
    ui::StandingOf source()
    {
        return [this](batch::JobId job) {
            const auto at = m_progress.constFind(job);
            if (at == m_progress.constEnd())
                return ui::Standing();
            return ui::Standing{at->result.state, &*at, at->fraction()};
        };
    }

    void set(const batch::Job &job, batch::JobState state, const QStringList &paths = {},
             const QString &error = {})
    {
        engine::JobProgress &progress = m_progress[job.id];
        progress.result.job = job.id;
        progress.result.name = job.name;
        progress.result.model = job.model;
        progress.result.type = job.type;
        progress.result.state = state;
        progress.result.attempts = state == batch::JobState::Waiting ? 0 : 1;
        progress.result.error = error;
        progress.result.cost = batch::Cost::fromMicros(80'000);
        progress.result.outputs.clear();
        for (const QString &path : paths)
            progress.result.outputs.append(batch::Output{QUrl(), path});
    }
    engine::JobProgress &of(batch::JobId job) { return m_progress[job]; }
    void forget(batch::JobId job) { m_progress.remove(job); }

private:
    QHash<batch::JobId, engine::JobProgress> m_progress;
};

inline batch::Job makeJob(const QString &name, batch::MediaType type = batch::MediaType::Image)
{
    batch::Job job;
    job.name = name;
    job.type = type;
    job.model = type == batch::MediaType::Video
        ? QStringLiteral("google/veo3.1/text-to-video")
        : QStringLiteral("openai/gpt-image-2/text-to-image");
    job.prompt = QStringLiteral("A cup of coffee on a wooden table, morning light");
    return job;
}
