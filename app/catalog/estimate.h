// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/bill.h"
#include "catalog/catalog.h"

namespace catalog {

/// What an unknown model is taken to cost (article: 0.05 a generation).
inline constexpr batch::Cost unknownModelCost = batch::Cost::fromMicros(50'000);

/// What a job will cost.
struct Estimate
{
    batch::Cost cost;
    bool guess = false; ///< the model's price isn't known

    friend bool operator==(const Estimate &, const Estimate &) = default;
};

Estimate estimate(const Catalog &catalog, const batch::Job &job);

/// The bill of a batch before anything of it has run: its enabled jobs, all still to come.
batch::Bill estimate(const Catalog &catalog, const batch::Batch &batch);

/// How long a job usually takes: the model's own time, or that of its kind where it isn't known
/// (article: images 10–30 s, videos 30 s to 5 min).
TypicalTime typicalTime(const Catalog &catalog, const batch::Job &job);

/// How long a batch will take with its slots, about, s: the sum of the jobs' typical times over
/// the slots, and at least the longest of them.
double typicalBatchTime(const Catalog &catalog, const batch::Batch &batch);

} // namespace catalog
