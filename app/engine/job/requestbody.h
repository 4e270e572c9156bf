// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/prediction.h"
#include "batch/job.h"
#include "catalog/model.h"
#include "catalog/request/mediainputs.h"

#include <QMap>
#include <QString>

#include <utility>

namespace engine {

/// The links that a job's references and files are sent as, by their address and what is wanted of
/// it.
using JobLinks = QMap<std::pair<QString, catalog::InputKind>, QString>;

/// The request for a job: `model`, and the parameters that the catalog makes of what the job says
/// (catalog::parametersFor). Nothing that the job says takes the place of its model. `model` may
/// be null: then nothing is known of its parameters. An address that has no link stays as it is.
atlas::Submission requestFor(const batch::Job &job, const catalog::Model *model,
                             const JobLinks &links = {});

} // namespace engine
