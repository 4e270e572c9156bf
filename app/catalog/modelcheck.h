// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"
#include "catalog/catalog.h"

namespace catalog {

/// All that is wrong with a job: batch::check, and what its model doesn't allow (a video longer
/// than it makes, a resolution it doesn't offer, an image model in a video job, no picture for an
/// image-to-video model). An unknown model is a warning: its price is a guess.
QList<batch::Problem> check(const Catalog &catalog, const batch::Job &job);

} // namespace catalog
