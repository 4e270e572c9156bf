// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/jobchoices.h"

#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <algorithm>

namespace ui {

namespace {

QString resultOf(const RunSession *session, const batch::Job &job)
{
    const engine::JobProgress *progress = session ? session->progressOf(job.id) : nullptr;
    return progress && !progress->result.outputs.isEmpty()
        ? progress->result.outputs.constFirst().path
        : QString();
}

} // namespace

QList<JobChoice> jobChoices(const BatchDocument &document, const RunSession *session,
                            const QSet<batch::JobId> &except)
{
    QList<JobChoice> all;
    for (const batch::Job &job : document.batch().jobs) {
        const int row = document.rowOf(job.id);
        const bool left = row >= 0 && except.contains(document.entry(row).id());
        if (!left && !job.name.isEmpty())
            all.append({job.name, job.type, resultOf(session, job)});
    }
    return all;
}

QString resultOf(const BatchDocument &document, const RunSession *session, const QString &name)
{
    const auto &jobs = document.batch().jobs;
    const auto job = std::find_if(jobs.begin(), jobs.end(),
                                  [&name](const batch::Job &each) { return each.name == name; });
    return job == jobs.end() ? QString() : resultOf(session, *job);
}

} // namespace ui
