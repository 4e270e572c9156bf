// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/watch.h"

#include "cli/exitcode.h"
#include "cli/output/ownertext.h"
#include "cli/output/runview.h"
#include "cli/work/batchclaim.h"
#include "cli/work/patience.h"
#include "cli/work/statusreading.h"

#include <QCoreApplication>
#include <QHash>

namespace cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Watch)
};

using States = QHash<batch::JobId, batch::JobState>;

States statesOf(const BatchStatus &status)
{
    States states;
    for (const batch::JobResult &result : status.manifest.results)
        states.insert(result.job, result.state);
    return states;
}

/// What ended since the last look.
void showEnds(RunView &view, const BatchStatus &status, const States &before)
{
    for (const batch::JobResult &result : status.manifest.results) {
        const auto last = before.constFind(result.job);
        if (last != before.constEnd() && *last != result.state && batch::isFinal(result.state))
            view.jobEnded(result);
    }
}

} // namespace

int watchBatch(const Options &options, const engine::BatchKey &key, const BatchInput &input)
{
    const std::unique_ptr<RunView> view = makeRunView();
    Patience patience;
    States before;
    bool saidWho = false;
    for (;;) {
        const auto status = readStatus(key, input);
        // A ledger that is busy for a while is one that is being worked with.
        if (!status && status.error().kind != store::LedgerError::Kind::Busy) {
            view->close();
            return failForLedger(options, status.error());
        }
        if (status) {
            if (status->running && !saidWho)
                view->notice(
                    Words::tr("Looks on at %1; submits nothing.").arg(ownerText(*status->running)));
            saidWho = true;
            showEnds(*view, *status, before);
            before = statesOf(*status);
            view->update(status->progress());
            if (!status->running) {
                view->close();
                return report(*status, options);
            }
        }
        if (!patience.waitASecond()) {
            view->close();
            return fail(options, Interrupted,
                        Words::tr("Looks on no longer; the other program goes on."));
        }
    }
}

} // namespace cli
