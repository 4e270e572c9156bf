// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/batchwork.h"

#include "account/preferences.h"
#include "batch/filename.h"
#include "batch/references/references.h"
#include "cli/exitcode.h"
#include "cli/output/commandtext.h"
#include "cli/output/terminal.h"
#include "cli/work/batchclaim.h"
#include "cli/work/terminalrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;
using engine::RunPlan;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Work)
};

bool isWritableFolder(const QString &path)
{
    return QDir().mkpath(path) && QFileInfo(path).isWritable();
}

engine::RunRequest requestFor(const RunPlan &plan, const BatchWork &work, const Options &options)
{
    engine::RunRequest request;
    request.settings = work.batch().settings;
    request.jobs = plan.jobs;
    request.names = batch::jobsByName(work.batch().jobs);
    request.fileStems = batch::fileStems(work.batch().jobs);
    request.earlier = plan.earlier;
    request.changed = plan.changed;
    request.replacedCosts = plan.replacedCosts;
    request.batch = store::batchName(options.file);
    request.server = work.destination.server;
    request.outputDir = work.outputDir;
    request.inputDir = QFileInfo(options.file).absolutePath();
    request.connection = work.destination.connection;
    request.catalog = work.input.catalog;
    request.timeScale = work.destination.timeScale;
    if (!options.sandbox) {
        request.monthlyLimit = account::preferences().monthlyLimit;
        request.checkBalance = !options.despiteBalance;
    }
    return request;
}

/// Nothing is to be done: how the batch stands, also in its folder.
RunOutcome untouched(const RunPlan &plan, const BatchWork &work)
{
    RunOutcome outcome;
    outcome.outputDir = work.outputDir;
    outcome.manifest.generatedAt = QDateTime::currentDateTime();
    outcome.manifest.results = plan.earlier;
    for (const batch::JobResult &result : plan.earlier)
        outcome.kept.insert(result.job);
    // Where the ledger is empty, the list that is there may be all that has the predictions' ids.
    if (plan.earlier.isEmpty())
        return outcome;
    const auto written = store::writeManifest(outcome.manifest, work.outputDir);
    if (!written)
        outcome.unwritten = written.error();
    return outcome;
}

QString namesOf(const QSet<batch::JobId> &ids, QList<batch::Job> jobs)
{
    jobs.removeIf([&ids](const batch::Job &job) { return !ids.contains(job.id); });
    return batch::listOfNames(jobs);
}

void sayWhatIsSpecial(const RunPlan &plan)
{
    if (!plan.orphans.isEmpty()) {
        printError(Words::tr("No longer in the batch, and taken as they were submitted: %1")
                       .arg(namesOf(plan.orphans, plan.jobs)));
    }
    if (!plan.outdated.isEmpty()) {
        printError(Words::tr("Changed after they were submitted; what was paid for is fetched "
                             "first: %1")
                       .arg(namesOf(plan.outdated, plan.jobs)));
    }
}

/// The jobs that were changed after they were submitted, and whose old results are there now, with
/// those that waited for them.
RunPlan planForChanged(const RunPlan &before, const RunOutcome &outcome)
{
    RunPlan plan;
    plan.replacedCosts = before.replacedCosts;
    plan.earlier = outcome.manifest.results;
    plan.changed = before.changed;
    for (const batch::Job &job : before.jobs) {
        if (!before.takenUp.contains(job.id))
            plan.changed.remove(job.id); // it was made anew just now
    }
    QSet<batch::JobId> open = before.outdated;
    for (const batch::JobResult &result : std::as_const(plan.earlier)) {
        if (result.state == batch::JobState::Succeeded || result.state == batch::JobState::Failed)
            open.remove(result.job);
    }
    open += batch::followersOf(before.afterwards, open, [](const batch::Job &) { return true; });
    for (const batch::Job &job : before.afterwards) {
        if (!open.contains(job.id))
            plan.jobs.append(job);
    }
    return plan;
}

tl::expected<RunOutcome, int> run(const RunPlan &plan, BatchWork &work, const Options &options)
{
    if (plan.jobs.isEmpty())
        return untouched(plan, work);
    sayWhatIsSpecial(plan);
    if (options.sandbox) {
        const auto started = startSandbox(work.destination, options, work.input.catalog);
        if (!started)
            return tl::unexpected(started.error());
    }
    const QString resume = commandText(options, u"resume"_s);
    RunOutcome outcome = TerminalRun(requestFor(plan, work, options), resume).exec();
    outcome.notBegun = static_cast<int>(plan.afterwards.size());
    if (outcome.interrupted || outcome.stoppedBy)
        return outcome;
    const RunPlan changed = planForChanged(plan, outcome);
    if (changed.jobs.isEmpty())
        return outcome;
    const auto before = outcome.elapsed;
    outcome = TerminalRun(requestFor(changed, work, options), resume).exec();
    outcome.elapsed += before;
    outcome.notBegun = static_cast<int>(plan.afterwards.size() - changed.jobs.size());
    for (const batch::Job &job : plan.jobs)
        outcome.kept.remove(job.id);
    return outcome;
}

} // namespace

tl::expected<BatchWork, int> beginWork(const Options &options)
{
    // What was paid for is fetched even if another job can't be made any more.
    const bool submits = options.command != Command::Resume;
    auto input = submits ? readSoundInput(options) : readKnownInput(options);
    if (!input)
        return tl::unexpected(input.error());
    auto destination = findDestination(options, *input);
    if (!destination)
        return tl::unexpected(destination.error());
    const engine::BatchKey key = keyOf(options, *input, destination->server);
    if (!isWritableFolder(key.outputDir)) {
        return tl::unexpected(
            fail(options, BadInput,
                 Words::tr("Nothing was submitted, because the results can't be written to %1. "
                           "Name another folder with --output-dir.")
                     .arg(key.outputDir)));
    }
    auto claim = claimBatch(options, key, *input);
    if (!claim)
        return tl::unexpected(claim.error());
    return BatchWork{*std::move(input), *std::move(destination), *std::move(claim), key.outputDir};
}

int carryOut(const RunPlan &plan, BatchWork &work, const Options &options, RunOutcome::Scope scope)
{
    auto outcome = run(plan, work, options);
    if (!outcome)
        return outcome.error();
    outcome->scope = scope;
    outcome->leftOut = work.leftOut;
    if (options.json)
        printJson(outcome->toJson());
    else
        print(outcome->toText(options));
    return outcome->exitCode();
}

} // namespace cli
