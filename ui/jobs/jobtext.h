// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/jobstate.h"
#include "catalog/estimate.h"
#include "catalog/model.h"
#include "engine/progress.h"

#include <QString>

/// How the parts of a job read, in the interface language.
namespace ui::jobtext {

QString type(batch::MediaType type);
/// The model's display name, or the id of one that the catalog doesn't know.
QString model(const catalog::Catalog &catalog, const QString &modelId);
/// "2048 × 2048", "10 s · 1080p".
QString size(const batch::Job &job);
/// "$0.06"; a guess is "≈ $0.05".
QString cost(const catalog::Estimate &estimate);
/// "$0.022 / s", "$0.04"; empty where the price isn't known.
QString price(const catalog::Model &model);
/// "30–90 s"; empty where it isn't known.
QString typicalTime(const catalog::Model &model);
/// "45 %".
QString percent(double fraction);
/// What there is to say beyond the state's word: why it failed, what it waits for; may be empty.
QString detail(batch::JobState state, const engine::JobProgress *progress);

} // namespace ui::jobtext
