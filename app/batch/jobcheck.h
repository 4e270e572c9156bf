// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"

namespace batch {

/// What is wrong with a job whatever its model: a missing name, model or prompt, a size or length
/// that no model could make. What a model allows is the catalog's to say (catalog/modelcheck.h).
QList<Problem> check(const Job &job);

} // namespace batch
