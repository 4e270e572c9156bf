// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"
#include "batch/expansion/levels.h"
#include "batch/expansion/textroom.h"

namespace batch {

/// Where an entry stands, for what is said of it.
struct EntryPlace
{
    qsizetype entry = -1;
    QString includedFrom;
};

/// How many jobs the entries with variations may make: together, and how many of them are left;
/// and how much text all entries.
struct JobBudget
{
    int limit = 0;
    int &left;
    TextRoom &room;
};

/// Appends the jobs of one entry to `result`, and what is wrong with it.
void makeJobs(const Levels &levels, const JobSource &entry, const EntryPlace &place,
              VariationIds &ids, JobBudget budget, Expansion &result);

} // namespace batch
