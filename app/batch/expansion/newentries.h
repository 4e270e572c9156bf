// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"
#include "batch/freenames.h"
#include "batch/source.h"

#include <QList>

namespace batch {

/// Entries on their way into a batch, one after the other. Each gets a name under which none of
/// the jobs that it makes is called like another one: result files and `job:NAME` go by the names
/// of jobs, and two takes of "lamp" are "lamp" and "lamp 2".
class NewEntries
{
public:
    explicit NewEntries(const BatchSource &batch);
    /// The same where it is known what the batch makes. How much of its limit on variations that
    /// takes is not known by that: the new entries may use all of it.
    NewEntries(const BatchSource &batch, const QList<Job> &made);

    /// The entry keeps its name, or gets a number where that is taken (FreeNames). What it makes,
    /// as it does in the batch behind those that were added before; the place of the entry in
    /// MadeJob and EntryProblem means nothing.
    Expansion add(JobSource &entry);

private:
    void noteEntries(const QList<JobSource> &entries);
    Expansion expanded(const JobSource &entry, int &budget);
    bool isFree(const Expansion &expansion) const;

    BatchSource m_batch; ///< with no entry but the one that is looked at
    VariationIds m_ids;
    int m_budget = 0; ///< how many jobs entries with variations may still make
    FreeNames m_names;
};

} // namespace batch
