// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace store {

/// `manifest.json`: what a batch made, for other programs (docs/atlas-api.md: "The article").
/// Beside the article's keys it counts `cancelled`, `unresolved` and `unfinished` jobs, so that
/// the counts add up to `total_jobs`, and a result has `prediction_id`, `attempts`, `finished_at`
/// (UTC), `outputs` where there is more than one, and `committed`: what an unfinished or
/// unresolved job will or may still cost. What isn't there is null.
/// `status` is "success" or "failed" as in the article, or, where a job has not ended so, its
/// state's key ("unresolved", "waiting", "generating", "downloading", "cancelled"). `total_cost`
/// and `cost` are USD, rounded to four decimals; `generation_time` is s to one decimal;
/// `local_path` is relative to the manifest's folder.
struct Manifest
{
    QDateTime generatedAt; ///< local time
    QList<batch::JobResult> results;

    batch::Cost totalCost() const;
    int count(batch::JobState state) const;
    QByteArray toJson(const QString &folder) const;
};

/// The name of the file in the output folder.
inline constexpr QStringView manifestName = u"manifest.json";
/// Where the manifest of that output folder is or goes: under its name, or, where a file of
/// another kind has that, as `rushes-manifest.json`. Looks at the beginning of what is there.
QString manifestPath(const QString &folder);

/// The predictions that the manifest in that output folder names, the first 500 of them; none where
/// it isn't there or can't be read. Blocks on the disk.
QStringList predictionsIn(const QString &folder);

/// Writes the manifest into `folder`, whole or not at all; the error is for people.
tl::expected<void, QString> writeManifest(const Manifest &manifest, const QString &folder);

} // namespace store
