// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"

#include <algorithm>

namespace catalog {

Estimate estimate(const Catalog &catalog, const batch::Job &job)
{
    const Model *model = catalog.find(job.model);
    if (!model || !model->price)
        return {unknownModelCost, true};
    if (model->price->unit == PriceUnit::Second && job.type == batch::MediaType::Video)
        return {model->price->each.times(job.effectiveDuration()), false};
    return {model->price->each, false};
}

batch::Bill estimate(const Catalog &catalog, const batch::Batch &batch)
{
    batch::Bill bill;
    for (const batch::Job &job : batch.jobs) {
        if (!job.enabled)
            continue;
        const Estimate each = estimate(catalog, job);
        bill.add(job.model, each.cost, batch::JobState::Draft, each.guess);
    }
    return bill;
}

TypicalTime typicalTime(const Catalog &catalog, const batch::Job &job)
{
    const Model *model = catalog.find(job.model);
    if (model && model->typicalTime)
        return *model->typicalTime;
    return job.type == batch::MediaType::Image ? TypicalTime{10, 30} : TypicalTime{30, 300};
}

double typicalBatchTime(const Catalog &catalog, const batch::Batch &batch)
{
    double sum = 0;
    double longest = 0;
    for (const batch::Job &job : batch.jobs) {
        if (!job.enabled)
            continue;
        const TypicalTime time = typicalTime(catalog, job);
        const double middle = (time.least + time.most) / 2;
        sum += middle;
        longest = std::max(longest, middle);
    }
    return std::max(longest, sum / std::max(1, batch.settings.effectiveMaxWorkers()));
}

} // namespace catalog
