// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/model.h"

#include <QJsonObject>

/// Which jobs ask for the same, with the defaults of their model.
namespace catalog {

/// What the model makes of what a job doesn't say: what parametersFor() sends then. A resolution is
/// in lower case, or the short side of a size: "1080p". Without a schema it is the article's.
batch::Usual usualOf(const Model &model);

/// Whether the job asks for what another one got. What that one didn't say is what its request had
/// in its place, however the model's defaults read by now; and two that say the same ask for the
/// same. `usual` is the model's, as of now; `request` may be empty.
bool asksForTheSame(const batch::Job &job, const batch::Job &submitted, const QJsonObject &request,
                    const batch::Usual &usual);

} // namespace catalog
