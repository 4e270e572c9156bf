// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QList>
#include <QString>

namespace catalog {

/// Something that a job said and that its new model has no parameter for.
struct Dropped
{
    QString name;  ///< as the batch file wrote it: "negative_prompt", "params.guidance_scale"
    QString value; ///< for people

    friend bool operator==(const Dropped &, const Dropped &) = default;
};

/// A job after a change of model.
struct ModelChange
{
    batch::Job job;
    QList<Dropped> dropped;
};

/// The job with another model: prompt, length and every parameter that the new model has stay,
/// under its own names; the others are dropped. A value that the new model has a parameter for but
/// doesn't allow is kept, for check() to mark. A model of the other kind makes the job one of that
/// kind. Nothing is dropped where the new model's schema isn't known.
ModelChange changeModel(const Catalog &catalog, const batch::Job &job, const QString &modelId);

} // namespace catalog
