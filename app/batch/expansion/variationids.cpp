// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "batch/expansion/names.h"

#include <QSet>

#include <algorithm>

namespace batch {

namespace {

/// Empty for what an entry makes without axes, and for the first of its takes.
QString keyOf(const MadeJob &made)
{
    return combinationKey(made.combination.values, made.combination.take.value_or(1));
}

} // namespace

void VariationIds::give(JobId entry, QList<MadeJob> &jobs, qsizetype first)
{
    const bool isAlone = jobs.size() - first == 1;
    if (isAlone && keyOf(jobs[first]).isEmpty()) {
        jobs[first].job.id = entry;
        return;
    }
    Known &known = m_known[entry];
    QStringList keys;
    QSet<JobId> given;
    QList<qsizetype> unknown;
    for (qsizetype i = first; i < jobs.size(); ++i) {
        keys.append(keyOf(jobs[i]));
        const JobId id = keys.last().isEmpty() ? entry : known.byKey.value(keys.last()).id;
        jobs[i].job.id = id;
        if (id == JobId{} || given.contains(id))
            unknown.append(i);
        else
            given.insert(id);
    }
    for (const qsizetype i : std::as_const(unknown)) {
        JobId id = known.byName.value(jobs[i].job.name);
        if (id == JobId{} || given.contains(id)) {
            const bool isEntryFree =
                std::none_of(known.byKey.cbegin(), known.byKey.cend(),
                             [entry](const Variation &each) { return each.id == entry; });
            id = isAlone && isEntryFree ? entry : newJobId();
        }
        jobs[i].job.id = id;
        given.insert(id);
    }
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!keys[i].isEmpty())
            note(known, keys[i], {jobs[first + i].job.id, jobs[first + i].job.name});
    }
}

void VariationIds::note(Known &known, const QString &key, const Variation &variation)
{
    Variation &last = known.byKey[key];
    if (last.name != variation.name && known.byName.value(last.name) == last.id)
        known.byName.remove(last.name);
    last = variation;
    known.byName.insert(variation.name, variation.id);
}

} // namespace batch
