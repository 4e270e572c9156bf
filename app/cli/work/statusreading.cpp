// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/statusreading.h"

#include "account/preferences.h"
#include "cli/output/terminal.h"

#include <QDateTime>

namespace cli {

tl::expected<BatchStatus, store::LedgerError> readStatus(const engine::BatchKey &key,
                                                         const BatchInput &input)
{
    const auto survey = engine::survey(key, input.file.batch, input.catalog);
    if (!survey)
        return tl::unexpected(survey.error());
    store::Ledger ledger;
    const QDateTime month = store::monthOf(QDateTime::currentDateTimeUtc());
    const auto thisMonth = ledger.costsSince(key.server, month);
    if (!thisMonth)
        return tl::unexpected(thisMonth.error());

    BatchStatus status = statusOf(input.file.batch, *survey, key.outputDir);
    status.thisMonth = *thisMonth;
    if (key.server != store::ownSandbox)
        status.monthlyLimit = account::preferences().monthlyLimit;
    return status;
}

int report(const BatchStatus &status, const Options &options)
{
    if (options.json)
        printJson(status.toJson());
    else
        print(status.toText(options));
    return status.exitCode();
}

} // namespace cli
