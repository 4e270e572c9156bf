// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "config/batchfile.h"

namespace config {

/// Whether both batches ask for the same, job by job, whatever the ids of their jobs.
bool sameContent(const batch::Batch &a, const batch::Batch &b);

} // namespace config
