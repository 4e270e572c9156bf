// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/commandtext.h"
#include "cli/output/heldtext.h"
#include "cli/output/terminal.h"
#include "cli/work/batchclaim.h"
#include "cli/work/batchwork.h"
#include "cli/work/leftout.h"
#include "cli/work/statusreading.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;
using batch::JobResult;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Resolve)
};

bool isHeld(const JobResult &result)
{
    return result.state == batch::JobState::Unresolved;
}

/// What a person can decide about: held, or paid for and not fetched.
QList<JobResult> openResults(const batch::Batch &batch, const engine::History &history)
{
    QList<JobResult> results = engine::planOf(batch, history, engine::Purpose::Resume).earlier;
    results.removeIf(
        [](const JobResult &result) { return !isHeld(result) && !batch::canBeTakenUp(result); });
    return results;
}

/// The submission that `options.job` names. The error is for people.
tl::expected<JobResult, QString> findOpen(const QList<JobResult> &open, const Options &options)
{
    QList<JobResult> found;
    for (const JobResult &result : open) {
        if (result.submission == options.job)
            return result;
        if (result.name == options.job)
            found.append(result);
    }
    if (found.size() == 1)
        return found.constFirst();
    if (found.isEmpty()) {
        return tl::unexpected(Words::tr("No job “%1” of %2 waits for a decision. Nothing was done.")
                                  .arg(options.job, options.file));
    }
    QStringList lines{Words::tr("Several jobs are called “%1”. Name one by the id of its "
                                "submission:")
                          .arg(options.job)};
    for (const JobResult &result : found)
        lines += u"  %1  %2"_s.arg(result.submission, timeText(result.submittedAt));
    return tl::unexpected(lines.join(u'\n'));
}

/// It was accepted for certain: to send it again would be to pay twice.
QString refusalFor(const JobResult &paid, const Options &options)
{
    const QStringList lines{
        Words::tr("“%1” was paid for and is not fetched yet; it is not submitted a second time. To "
                  "fetch it, for nothing more:")
            .arg(paid.name),
        "  "_L1 + commandText(options, u"resume"_s),
        Words::tr("To give it up and pay for another one, forget it first, then run:"),
        "  "_L1 + commandText(options, u"resolve"_s, {options.job, u"--forget"_s}),
        "  "_L1 + commandText(options, u"run"_s)};
    return lines.join(u'\n');
}

int submitAgain(const Options &options)
{
    auto work = beginWork(options);
    if (!work)
        return work.error();
    const engine::History &history = work->claim.history;
    const QList<JobResult> open = openResults(work->batch(), history);
    QList<JobResult> held = open;
    held.removeIf([](const JobResult &result) { return !isHeld(result); });
    auto found = findOpen(held, options);
    if (!found) {
        const auto paid = findOpen(open, options);
        const QString why = paid ? refusalFor(*paid, options) : paid.error();
        return fail(options, BadInput, why);
    }
    for (const RefusedJob &refused : std::as_const(work->input.refused)) {
        if (refused.job == found->job)
            return failForRefused(options, work->input, {refused});
    }
    return carryOut(engine::planToSubmitAgain(work->batch(), history, found->submission), *work,
                    options, RunOutcome::Scope::Jobs);
}

int forget(const Options &options)
{
    const auto input = readKnownInput(options);
    if (!input)
        return input.error();
    const batch::Batch &batch = input->file.batch;
    const engine::BatchKey key = keyOf(options, *input, serverOf(options, *input));
    const auto claim = claimBatch(options, key, *input);
    if (!claim)
        return claim.error();
    const auto found = findOpen(openResults(batch, claim->history), options);
    if (!found)
        return fail(options, BadInput, found.error());

    const auto forgotten = engine::forget(*claim, found->submission);
    if (!forgotten)
        return failForLedger(options, forgotten.error());
    if (options.json)
        printJson({{u"forgotten"_s, found->name},
                   {u"submission"_s, found->submission},
                   {u"paid"_s, !isHeld(*found)}});
    else if (isHeld(*found))
        print(Words::tr("“%1” is held no longer.").arg(found->name));
    else
        print(Words::tr("“%1” was paid for and will not be fetched any more. USD%2 for it stays on "
                        "the bill.")
                  .arg(found->name, found->cost.toDecimal()));
    return Succeeded;
}

} // namespace

int resolveJob(const Options &options)
{
    return options.forgets ? forget(options) : submitAgain(options);
}

} // namespace cli
