// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/leftout.h"

#include "cli/exitcode.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using engine::RunPlan;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::LeftOut)
};

bool submits(const RunPlan &plan, batch::JobId job)
{
    const auto isIn = [job](const QList<batch::Job> &jobs) {
        return std::ranges::find(jobs, job, &batch::Job::id) != jobs.end();
    };
    return isIn(plan.afterwards) || (isIn(plan.jobs) && !plan.takenUp.contains(job));
}

} // namespace

tl::expected<RunPlan, int> planFor(engine::Purpose purpose, BatchWork &work, const Options &options)
{
    const RunPlan plan = engine::planOf(work.batch(), work.claim.history, purpose);
    BatchInput &input = work.input;
    for (const RefusedJob &job : std::as_const(input.refused)) {
        if (submits(plan, job.job))
            work.leftOut.append(job);
    }
    if (work.leftOut.isEmpty())
        return plan;

    input.refused = work.leftOut;
    input.file.batch = input.acceptedBatch();
    RunPlan rest = engine::planOf(work.batch(), work.claim.history, purpose);
    // By what the file says: nobody switched these off to have their old results serve.
    rest.changed = plan.changed;
    if (rest.jobs.isEmpty())
        return tl::unexpected(failForRefused(options, input, work.leftOut));
    for (const RefusedJob &job : std::as_const(work.leftOut))
        printError(Words::tr("“%1” is left out, because its model would refuse it.").arg(job.name));
    return rest;
}

int failForRefused(const Options &options, const BatchInput &input,
                   const QList<RefusedJob> &refused)
{
    return fail(options, BadInput,
                Words::tr("Nothing was done, because the models would refuse all that is to be "
                          "made."),
                {{u"left_out"_s, toJson(refused)}, {u"diagnostics"_s, toJson(input.diagnostics)}});
}

} // namespace cli
