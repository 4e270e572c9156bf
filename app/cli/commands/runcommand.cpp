// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/terminal.h"
#include "cli/work/leftout.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Run)
};

} // namespace

int runBatch(const Options &options)
{
    auto work = beginWork(options);
    if (!work)
        return work.error();
    const auto purpose = options.again ? engine::Purpose::Again : engine::Purpose::Run;
    const auto plan = planFor(purpose, *work, options);
    if (!plan)
        return plan.error();
    if (plan->jobs.isEmpty() && plan->earlier.isEmpty()) {
        return fail(
            options, BadInput,
            Words::tr("No job of %1 is enabled, so there is nothing to make.").arg(options.file));
    }
    if (plan->jobs.isEmpty())
        printError(Words::tr("Nothing is left to be made."));
    return carryOut(*plan, *work, options);
}

} // namespace cli
