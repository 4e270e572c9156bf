// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/spending.h"

#include "store/ledger/rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;

tl::expected<batch::Cost, LedgerError> costsOf(Connection &connection, const QString &server,
                                               const QDateTime &since)
{
    // See Decision::Forgotten: what was known to be accepted was paid for.
    return connection
        .run(uR"(SELECT COALESCE(SUM(CASE
                    WHEN charged_micros IS NOT NULL THEN charged_micros
                    WHEN decision = ? AND state IN ('submitting', 'unresolved') THEN 0
                    WHEN state IN ('failed', 'waiting', 'cancelled') THEN 0
                    ELSE cost_micros END), 0)
                 FROM submissions WHERE server = ? AND submitted_at >= ?)"_s,
             {toKey(Decision::Forgotten), server, since.toMSecsSinceEpoch()})
        .map([](const QSqlQuery &sum) {
            return batch::Cost::fromMicros(sum.value(0).toLongLong());
        });
}

tl::expected<std::optional<StoreError>, LedgerError> checkMonthlyLimit(Connection &connection,
                                                                       const Intent &intent)
{
    if (!intent.monthlyLimit)
        return std::nullopt;
    const auto used = costsOf(connection, intent.server, monthOf(intent.at));
    if (!used)
        return tl::unexpected(used.error());
    if (*used + intent.estimate <= *intent.monthlyLimit)
        return std::nullopt;
    const batch::Cost left = std::max(*intent.monthlyLimit - *used, batch::Cost());
    return StoreError(
        QCoreApplication::translate("store::Ledger",
                                    "The monthly limit is %1; %2 of it is left, and “%3” is "
                                    "estimated at %4. Raise the limit in the preferences to go on.")
            .arg(intent.monthlyLimit->toDisplay(), left.toDisplay(), intent.job.name,
                 intent.estimate.toDisplay()),
        StoreError::Kind::MonthlyLimit);
}

QDateTime monthOf(const QDateTime &at)
{
    const QDate day = at.toLocalTime().date();
    return QDate(day.year(), day.month(), 1).startOfDay().toUTC();
}

} // namespace store
