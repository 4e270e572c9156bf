// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/output/terminal.h"
#include "cli/work/batchwork.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Resume)
};

} // namespace

int resumeBatch(const Options &options)
{
    auto work = beginWork(options);
    if (!work)
        return work.error();
    const engine::RunPlan plan =
        engine::planOf(work->batch(), work->claim.history, engine::Purpose::Resume);
    if (plan.jobs.isEmpty())
        printError(Words::tr("Nothing waits to be fetched."));
    return carryOut(plan, *work, options, RunOutcome::Scope::Fetch);
}

} // namespace cli
