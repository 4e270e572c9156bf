// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/request/counterparts.h"

#include <QJsonValue>

namespace catalog {

/// Gives the job's own field what a parameter says, in whatever form that is; false where the
/// field can't hold it, and the job is not to be used then.
bool setCommon(batch::Job &job, CommonName name, const QJsonValue &value);
/// Takes away what the job says there. Not for what every job has.
void clearField(batch::Job &job, batch::Field field);
/// The field that a parameter of that role fills; of a size the width, of a picture `image`.
batch::Field fieldFor(CommonName name);

} // namespace catalog
