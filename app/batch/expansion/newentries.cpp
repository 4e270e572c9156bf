// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/newentries.h"

#include <algorithm>

namespace batch {

namespace {

/// How many of the jobs count for the limit on variations.
int variationsAmong(const Expansion &expansion)
{
    return int(std::count_if(expansion.jobs.begin(), expansion.jobs.end(),
                             [](const MadeJob &made) { return !made.key.isEmpty(); }));
}

} // namespace

NewEntries::NewEntries(const BatchSource &batch)
    : m_batch(batch)
{
    const Expansion present = expand(batch);
    m_budget = std::max(0, batch.effectiveMaxVariations() - variationsAmong(present));
    for (const MadeJob &made : present.jobs)
        m_names.note(made.job.name);
    noteEntries(batch.jobs);
}

NewEntries::NewEntries(const BatchSource &batch, const QList<Job> &made)
    : m_batch(batch)
    , m_budget(batch.effectiveMaxVariations())
    , m_names(made)
{
    noteEntries(batch.jobs);
}

void NewEntries::noteEntries(const QList<JobSource> &entries)
{
    for (const JobSource &entry : entries)
        m_names.note(entry.job.name);
}

Expansion NewEntries::add(JobSource &entry)
{
    const QString wanted = entry.job.name;
    const bool isNamed = !wanted.isEmpty();
    if (isNamed && m_names.isTaken(wanted))
        entry.job.name = m_names.nextNumbered(wanted);
    int left = m_budget;
    Expansion expansion = expanded(entry, left);
    while (isNamed && !isFree(expansion)) {
        entry.job.name = m_names.nextNumbered(wanted);
        left = m_budget;
        expansion = expanded(entry, left);
    }
    m_budget = left;
    m_names.note(entry.job.name);
    for (const MadeJob &made : expansion.jobs)
        m_names.note(made.job.name);
    return expansion;
}

Expansion NewEntries::expanded(const JobSource &entry, int &budget)
{
    m_batch.jobs = {entry};
    return expandEntry(m_batch, 0, m_ids, budget);
}

bool NewEntries::isFree(const Expansion &expansion) const
{
    return std::none_of(expansion.jobs.begin(), expansion.jobs.end(),
                        [this](const MadeJob &made) { return m_names.isTaken(made.job.name); });
}

} // namespace batch
