// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/jobstate.h"
#include "catalog/estimate.h"
#include "catalog/model.h"
#include "catalog/request/modelchange.h"
#include "engine/progress.h"

#include <QList>
#include <QString>

/// How the parts of a job read, in the interface language.
namespace ui::jobtext {

QString type(batch::MediaType type);
/// A parameter as the batch file has it ("aspect_ratio", "params.steps"), in a person's words where
/// there are any.
QString parameterName(const QString &key);
/// The model's display name, or the id of one that the catalog doesn't know.
QString model(const catalog::Catalog &catalog, const QString &modelId);
/// How large or how long it will be (sizeOf): "2048 × 2048", "16:9", "10 s · 1080p". `model` may be
/// null.
QString size(const batch::Job &job, const catalog::Model *model);
/// Size, length and resolution as they will reach the model, by its own names: "size 1024*1024";
/// empty where none does.
QString sizeAsSent(const batch::Job &job, const catalog::Model &model);
/// "5 s".
QString seconds(double length);
/// "$0.06"; a guess is "≈ $0.05".
QString cost(const catalog::Estimate &estimate);
QString cost(batch::Cost cost, bool isGuess);
/// How the figure is made: "8 s × $0.03", "$0.04 each"; empty where the price isn't known.
QString calculation(const batch::Job &job, const catalog::Model &model);
/// "$0.022 / s", "$0.04", "from $0.02 / s", "≈ $0.05 / s" where nobody says that it is per second;
/// empty where the price isn't known.
QString price(const catalog::Model &model);
/// "30–90 s", "20 s"; empty where it isn't known.
QString typicalTime(const catalog::Model &model);
QString typicalTime(const catalog::TypicalTime &time);
/// "45 %".
QString percent(double fraction);
/// What there is to say beyond the state's word: why it failed, what it waits for, what a result
/// lacks; may be empty.
QString detail(batch::JobState state, const engine::JobProgress *progress);

/// What a change of model took from a job: "Seed was dropped from Cat: Veo 3.1 has none."; empty
/// where it took nothing.
QString dropped(const QList<catalog::Dropped> &dropped, const QString &jobName,
                const QString &modelName);
/// Likewise that parameters stay which the new model doesn't have, because the batch's defaults say
/// them; empty for none.
QString stillSaid(const QList<catalog::Dropped> &said, const QString &jobName,
                  const QString &modelName);

} // namespace ui::jobtext
