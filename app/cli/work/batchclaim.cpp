// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/batchclaim.h"

#include "cli/exitcode.h"
#include "cli/output/commandtext.h"
#include "cli/output/ownertext.h"
#include "cli/output/terminal.h"
#include "cli/work/patience.h"
#include "cli/work/watch.h"

#include <QCoreApplication>
#include <QDir>

#include <optional>

namespace cli {

using namespace Qt::StringLiterals;
using engine::Claim;
using engine::ClaimError;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Claim)
};

QString commandKey(Command command)
{
    switch (command) {
    case Command::Resume:
        return u"resume"_s;
    case Command::Retry:
        return u"retry"_s;
    default:
        return u"run"_s;
    }
}

/// The damaged one goes aside, unless that can't be done.
tl::expected<void, QString> beginNewLedger()
{
    const auto salvage = store::Ledger::keepAside();
    if (!salvage)
        return tl::unexpected(salvage.error());
    printError(Words::tr("The damaged ledger is kept as %1. Submissions that could still be read "
                         "and stand in the new one: %2.")
                   .arg(QDir::toNativeSeparators(salvage->keptAs))
                   .arg(salvage->submissions));
    return {};
}

int failForOwner(const Options &options, const store::LockOwner &owner)
{
    const QString message =
        Words::tr("Another program is at work on this batch or its output folder: %1. Nothing was "
                  "done. Add --wait to begin when it has ended, or --watch to look on.")
            .arg(ownerText(owner));
    return fail(options, Busy, message, {{u"running"_s, toJson(owner)}});
}

} // namespace

engine::BatchKey keyOf(const Options &options, const BatchInput &input, const QString &server)
{
    return {store::batchName(options.file), server,
            config::outputDirFor(input.file.batch.settings, options.file)};
}

int failForLedger(const Options &options, const store::LedgerError &error)
{
    if (error.kind != store::LedgerError::Kind::Damaged)
        return fail(options, BadInput, error.message);
    const QString command = commandText(options, commandKey(options.command), {u"--new-ledger"_s});
    const QString message =
        Words::tr("%1\nNothing was submitted. To keep the damaged ledger aside and go on with a "
                  "new one:\n  %2")
            .arg(error.message, command);
    return fail(options, BadInput, message);
}

tl::expected<Claim, int> claimBatch(const Options &options, const engine::BatchKey &key,
                                    const BatchInput &input)
{
    std::optional<Patience> patience;
    bool newLedger = options.newLedger;
    for (;;) {
        auto claim = engine::claim(key, input.file.batch, input.catalog);
        if (claim)
            return *std::move(claim);
        const ClaimError &error = claim.error();
        if (error.ledger == store::LedgerError::Kind::Damaged && newLedger) {
            newLedger = false;
            const auto begun = beginNewLedger();
            if (begun)
                continue;
            return tl::unexpected(fail(options, BadInput, begun.error()));
        }
        if (error.ledger)
            return tl::unexpected(failForLedger(options, {*error.ledger, error.message}));
        if (!error.owner)
            return tl::unexpected(fail(options, BadInput, error.message));
        if (options.watches)
            return tl::unexpected(watchBatch(options, key, input));
        if (!options.waits)
            return tl::unexpected(failForOwner(options, *error.owner));
        if (!patience) {
            patience.emplace();
            printError(Words::tr("Another program is at work on this batch or its output folder: "
                                 "%1. Waits until it has ended.")
                           .arg(ownerText(*error.owner)));
        }
        if (!patience->waitASecond())
            return tl::unexpected(fail(options, Interrupted, Words::tr("Nothing was done.")));
    }
}

} // namespace cli
