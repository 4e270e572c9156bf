// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/batchinput.h"
#include "cli/output/runoutcome.h"
#include "cli/work/destination.h"
#include "engine/resume/claim.h"
#include "engine/resume/plan.h"

#include <tl/expected.hpp>

namespace cli {

/// A batch that is read, sound, claimed, and has a server to go to: ready to be worked on for as
/// long as this lives.
struct BatchWork
{
    BatchInput input;
    Destination destination;
    engine::Claim claim;
    QString outputDir; ///< absolute
    QList<RefusedJob> leftOut = {};

    const batch::Batch &batch() const { return input.file.batch; }
};

/// The code to leave with comes as the error, with the words said.
tl::expected<BatchWork, int> beginWork(const Options &options);

/// Runs what the plan says, prints how it ended, and answers the code to leave with.
int carryOut(const engine::RunPlan &plan, BatchWork &work, const Options &options,
             RunOutcome::Scope scope = RunOutcome::Scope::Batch);

} // namespace cli
