// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/output/terminal.h"
#include "cli/work/leftout.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Retry)
};

} // namespace

int retryBatch(const Options &options)
{
    auto work = beginWork(options);
    if (!work)
        return work.error();
    const auto plan = planFor(engine::Purpose::Retry, *work, options);
    if (!plan)
        return plan.error();
    if (plan->jobs.isEmpty())
        printError(Words::tr("No job has failed."));
    return carryOut(*plan, *work, options);
}

} // namespace cli
