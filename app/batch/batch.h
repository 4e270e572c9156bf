// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"
#include "batch/modeloverride.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace batch {

/// How often a prediction is asked for: first after `initial` s, then each time `factor` times
/// longer, at most `max` s (article: 5 s, ×1.5, 30 s).
struct Polling
{
    double initial = 5; ///< s
    double factor = 1.5;
    double max = 30; ///< s

    friend bool operator==(const Polling &, const Polling &) = default;
};

/// What a batch file says about all of its jobs. An empty optional means that the file doesn't
/// say: the default holds and a save adds no line.
struct BatchSettings
{
    std::optional<QString> outputDir; ///< as written: relative paths count from the batch file
    std::optional<int> maxWorkers;    ///< slots
    std::optional<Polling> polling;
    std::optional<QString> baseUrl;      ///< another server than Atlas Cloud's
    std::optional<Cost> budget;          ///< what the batch may cost at most
    QMap<QString, ModelOverride> models; ///< by id: what the file itself says of models
    QJsonObject extra;                   ///< keys that Rushes doesn't know; kept for the save

    QString effectiveOutputDir() const
    {
        return outputDir.value_or(defaults::outputDir.toString());
    }
    int effectiveMaxWorkers() const { return maxWorkers.value_or(defaults::maxWorkers); }
    Polling effectivePolling() const { return polling.value_or(Polling()); }

    friend bool operator==(const BatchSettings &, const BatchSettings &) = default;
};

/// A batch: what to make, in order, and how.
struct Batch
{
    BatchSettings settings;
    QList<Job> jobs;

    friend bool operator==(const Batch &, const Batch &) = default;
};

} // namespace batch

Q_DECLARE_METATYPE(batch::Batch)
