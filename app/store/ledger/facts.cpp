// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/facts.h"

#include "store/ledger/rows.h"
#include "store/ledger/spending.h"
#include "store/ledger/succession.h"

#include <QCoreApplication>
#include <QDateTime>

namespace store {

using namespace Qt::StringLiterals;
using batch::JobState;

namespace {

/// What the ledger has of a submission that a fact comes in for.
struct Known
{
    JobState state;
    QString predictionId;
};

tl::expected<std::optional<Known>, LedgerError> find(Connection &connection,
                                                     const QString &submission)
{
    return connection
        .run(u"SELECT state, prediction_id FROM submissions WHERE id = ?"_s, {submission})
        .map([](const QSqlQuery &row) -> std::optional<Known> {
            if (!row.isValid())
                return std::nullopt;
            return Known{stateFromKey(row.value(0).toString()).value_or(JobState::Unresolved),
                         row.value(1).toString()};
        });
}

Refusal unknown(const QString &submission)
{
    return StoreError(
        QCoreApplication::translate("store::Ledger",
                                    "The ledger of submissions doesn't know the submission %1. It "
                                    "was replaced by another one while a batch was running.")
            .arg(submission));
}

Verdict verdictOf(const tl::expected<void, LedgerError> &written)
{
    return written.map([] { return Refusal(); });
}

/// Nobody knows whether it was accepted.
constexpr QLatin1StringView isHeld("state IN ('submitting', 'unresolved')");
/// Held, or paid for and not fetched: what a person can decide about.
constexpr QLatin1StringView isOpen(
    "state IN ('submitting', 'unresolved', 'generating', 'downloading')");

} // namespace

Verdict writeIntent(Connection &connection, const Intent &intent)
{
    const auto known = find(connection, intent.submission);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return Refusal(StoreError(
            QCoreApplication::translate("store::Ledger",
                                        "The ledger of submissions has the submission %1 already; "
                                        "it isn't sent a second time.")
                .arg(intent.submission)));
    auto limit = checkMonthlyLimit(connection, intent);
    if (!limit || *limit)
        return limit;
    if (!intent.replaces.isEmpty()) {
        const auto marked =
            connection.run(u"UPDATE submissions SET decision = ? WHERE id = ? AND %1"_s.arg(isHeld),
                           {toKey(Decision::SubmittedAgain), intent.replaces});
        if (!marked)
            return tl::unexpected(marked.error());
    }
    return verdictOf(insertIntent(connection, intent));
}

Verdict writeAccepted(Connection &connection, const QString &submission,
                      const QString &predictionId)
{
    const auto found = find(connection, submission);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return unknown(submission);
    const Known &known = **found;
    if (!known.predictionId.isEmpty() && known.predictionId != predictionId)
        return Refusal(StoreError(
            QCoreApplication::translate("store::Ledger",
                                        "The ledger has the submission %1 as prediction %2, and "
                                        "the server now calls it %3. Ask the server about both.")
                .arg(submission, known.predictionId, predictionId)));
    const bool isNews = known.predictionId.isEmpty() || known.state == JobState::Submitting
        || known.state == JobState::Unresolved;
    return isNews ? verdictOf(updateAccepted(connection, submission, predictionId)) : Refusal();
}

Verdict writeOutcome(Connection &connection, const QString &submission,
                     const batch::JobResult &result)
{
    const auto known = find(connection, submission);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return unknown(submission);
    if (!mayFollow((*known)->state, result.state))
        return Refusal();
    return verdictOf(updateOutcome(connection, submission, result));
}

tl::expected<void, LedgerError> writeDecision(Connection &connection, const QString &submission,
                                              Decision decision)
{
    return connection
        .run(u"UPDATE submissions SET decision = ? WHERE id = ? AND decision <> ? AND %1"_s.arg(
                 isOpen),
             {toKey(decision), submission, toKey(Decision::SubmittedAgain)})
        .map([](const QSqlQuery &) {});
}

} // namespace store
