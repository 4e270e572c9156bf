// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace batch {

/// What a batch file's `models` section says of one model (article: how a model is added). It wins
/// over the catalog; what it doesn't say stays as the catalog has it, if it knows the model.
///
///     models:
///       my/model: {type: video, price_per_second: 0.05}
///       my/other: {type: image, price_per_image: 0.02, name: House style}
///       my/third: {type: video, price_per_second: 0.05, price_by_resolution: {1080p: 0.1}}
struct ModelOverride
{
    std::optional<MediaType> type;
    std::optional<QString> name;            ///< what people call it
    std::optional<Cost> pricePerSecond;     ///< USD a second of video
    std::optional<Cost> pricePerImage;      ///< USD
    std::optional<Cost> pricePerGeneration; ///< USD, whatever the length
    QMap<QString, Cost> priceByResolution;  ///< USD, by "1080p", in place of the one above
    QJsonObject extra;                      ///< keys that Rushes doesn't know; kept for the save

    friend bool operator==(const ModelOverride &, const ModelOverride &) = default;
};

} // namespace batch
