// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/bill.h"
#include "catalog/catalog.h"

namespace catalog {

/// What an unknown model is taken to cost (article: 0.05 a generation).
inline constexpr batch::Cost unknownModelCost = batch::Cost::fromMicros(50'000);

/// What a job will cost, and how that is known.
struct Estimate
{
    batch::Cost cost;
    bool guess = false; ///< the model's price isn't known, or not what it is for
    PriceSource source = PriceSource::BuiltIn;
    QDateTime asOf = {};        ///< of the price, UTC; invalid: not known
    bool unitIsAssumed = false; ///< there is a price, and nobody says that it is per second

    friend bool operator==(const Estimate &, const Estimate &) = default;
};

Estimate estimate(const Catalog &catalog, const batch::Job &job);
/// How many pictures or videos the job asks for, at least 1: each is charged.
int outputCount(const batch::Job &job, const Model &model);
/// Where a figure comes from and how old it is, in the interface language: "Atlas Cloud's list,
/// fetched 2 hours ago", "built in, as of 1 November 2026", "this batch file", "a guess: …". Of a
/// price whose unit is assumed it says so.
QString originText(const Estimate &estimate, const QDateTime &now);
QString originText(const Price &price, const QDateTime &now);

/// The bill of a batch before anything of it has run: its enabled jobs, all still to come.
batch::Bill estimate(const Catalog &catalog, const batch::Batch &batch);

/// How long a job usually takes: the model's own time, or that of its kind where it isn't known
/// (article: images 10–30 s, videos 30 s to 5 min).
TypicalTime typicalTime(const Catalog &catalog, const batch::Job &job);

/// How long a batch will take with its slots, about, s: the sum of the jobs' typical times over
/// the slots, and at least the longest of them.
double typicalBatchTime(const Catalog &catalog, const batch::Batch &batch);

} // namespace catalog
