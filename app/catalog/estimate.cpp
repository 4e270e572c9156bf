// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"

#include "catalog/reading/numbers.h"
#include "catalog/request/commonnames.h"

#include <algorithm>
#include <cmath>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

// Beyond any length and number that a model makes: a figure that somebody is still typing must not
// overflow the sum.
constexpr double longestVideo = 24 * 3600; // s
constexpr double mostOutputs = 1000;

double quantity(const batch::Job &job, const Model &model)
{
    const bool perSecond =
        job.type == batch::MediaType::Video && model.price->unit == PriceUnit::Second;
    const double length = perSecond ? std::min(durationFor(job, &model), longestVideo) : 1;
    return outputCount(job, model) * length;
}

} // namespace

int outputCount(const batch::Job &job, const Model &model)
{
    static const QStringList names{u"num_images"_s,  u"image_count"_s, u"max_images"_s,
                                   u"num_videos"_s,  u"video_count"_s, u"n"_s,
                                   u"num_outputs"_s, u"num_samples"_s, u"batch_size"_s};
    double most = 1;
    for (const QString &name : names) {
        const Parameter *parameter = model.parameter(name);
        if (model.hasSchema && !parameter)
            continue;
        QJsonValue said = job.params.value(name);
        if ((said.isUndefined() || said.isNull()) && parameter)
            said = parameter->defaultValue;
        if (const auto count = toNumber(said))
            most = std::max(most, std::floor(*count));
    }
    return static_cast<int>(std::min(most, mostOutputs));
}

Estimate estimate(const Catalog &catalog, const batch::Job &job)
{
    const Model *model = catalog.find(job.model);
    if (!model || !model->price)
        return {unknownModelCost, true};
    const Price &price = *model->price;
    const batch::Cost each =
        price.byResolution.isEmpty() ? price.each : price.at(resolutionFor(job, model));
    return {each.times(quantity(job, *model)), price.unitIsAssumed, price.source, price.asOf,
            price.unitIsAssumed};
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
        sum += time.middle();
        longest = std::max(longest, time.middle());
    }
    return std::max(longest, sum / std::max(1, batch.settings.effectiveMaxWorkers()));
}

} // namespace catalog
