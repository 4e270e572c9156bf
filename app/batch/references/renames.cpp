// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/references/renames.h"

#include "batch/expansion/expand.h"
#include "batch/references/references.h"

#include <algorithm>

namespace batch {

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.contains(u'{');
}

JobSource followed(JobSource entry, const Renames &renames)
{
    entry.job = withReferences(
        entry.job, [&renames](const QString &name) { return renames.value(name, name); });
    return entry;
}

BatchSource withEntry(BatchSource source, qsizetype at, const JobSource &after)
{
    const QString before = source.jobs[at].job.name;
    const QString now = after.job.name;
    const bool isRenamed = before != now && isPlainName(before) && isPlainName(now);
    const QList<MadeJob> made = isRenamed ? expand(source).jobs : QList<MadeJob>();
    const auto ofEntry = std::count_if(made.begin(), made.end(),
                                       [at](const MadeJob &job) { return job.entry == at; });
    const auto bearers = std::count_if(
        made.begin(), made.end(), [&before](const MadeJob &job) { return job.job.name == before; });
    source.jobs[at] = after;
    if (ofEntry != 1 || bearers != 1)
        return source;
    for (qsizetype i = 0; i < source.jobs.size(); ++i) {
        if (i != at)
            source.jobs[i] = followed(source.jobs[i], {{before, now}});
    }
    return source;
}

} // namespace batch
