// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/work/batchwork.h"
#include "engine/resume/plan.h"

#include <tl/expected.hpp>

namespace cli {

/// What is to be made, without the jobs that their models would refuse: those are told on stderr
/// and kept in `work.leftOut`, and stand as disabled in its batch. What was paid for is fetched all
/// the same. The code to leave with comes as the error where nothing is left to do for that
/// reason.
tl::expected<engine::RunPlan, int> planFor(engine::Purpose purpose, BatchWork &work,
                                           const Options &options);

/// Ends a command that was to make nothing but jobs that their models would refuse.
int failForRefused(const Options &options, const BatchInput &input,
                   const QList<RefusedJob> &refused);

} // namespace cli
