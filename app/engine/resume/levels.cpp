// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/levels.h"

#include "batch/references/references.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <utility>

namespace engine {

using batch::Job;

QList<Level> inLevels(const QList<Job> &jobs)
{
    QHash<QString, QList<qsizetype>> followers; // by the name of what they start from
    QList<qsizetype> awaited(jobs.size());
    QHash<QString, qsizetype> bearers;
    for (const Job &job : jobs)
        ++bearers[job.name];
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        const QStringList names = batch::referredJobs(jobs.at(i));
        for (const QString &name : names) {
            followers[name].append(i);
            awaited[i] += bearers.value(name);
        }
    }
    QList<Level> levels;
    QList<qsizetype> next;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        if (awaited.at(i) == 0)
            next.append(i);
    }
    while (!next.isEmpty()) {
        Level level;
        QList<qsizetype> after;
        for (const qsizetype i : std::as_const(next)) {
            level.append(&jobs.at(i));
            for (const qsizetype follower : followers.value(jobs.at(i).name)) {
                if (--awaited[follower] == 0)
                    after.append(follower);
            }
        }
        levels.append(level);
        next = after;
    }
    Level rest;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        if (awaited.at(i) > 0)
            rest.append(&jobs.at(i));
    }
    levels.append(rest);
    return levels;
}

} // namespace engine
