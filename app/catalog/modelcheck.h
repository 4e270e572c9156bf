// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"
#include "catalog/catalog.h"

namespace catalog {

/// All that is wrong with a job: batch::check, and what its model doesn't allow. Errors are what
/// the service would refuse (an image model in a video job, a parameter that is missing or
/// unknown, of the wrong type, not in the enum, out of range, too long, …): for a model with a
/// schema there is an error exactly where the request's parameters don't satisfy it. Warnings are
/// what would go unheeded: a value that the model has no parameter for, a model that isn't known
/// (its price is a guess) or no longer listed. Without a schema only the type is checked.
///
/// A problem names the field that it is marked at, and the model's parameter where it is about
/// one. The message says what is allowed.
QList<batch::Problem> check(const Catalog &catalog, const batch::Job &job);

} // namespace catalog
