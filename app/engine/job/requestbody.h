// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/prediction.h"
#include "batch/job.h"
#include "catalog/model.h"

namespace engine {

/// The request for a job: `model`, and the parameters that the catalog makes of what the job says
/// (catalog::parametersFor). Nothing that the job says takes the place of its model. `model` may
/// be null: then nothing is known of its parameters.
atlas::Submission requestFor(const batch::Job &job, const catalog::Model *model);

} // namespace engine
