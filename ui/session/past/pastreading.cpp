// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/past/pastreading.h"

#include "batch/filename.h"
#include "batch/references/references.h"
#include "store/submission.h"

namespace ui {

namespace {

engine::BatchKey keyOf(const PastQuery &query)
{
    return {ledgerName(query.path, query.ownName), query.server, query.outputDir};
}

PastReading readingOf(const PastQuery &query, const engine::History &history,
                      const std::optional<store::LockOwner> &owner)
{
    PastReading reading;
    reading.takes =
        Takes::of(history,
                  {query.catalog, query.timeScale, owner.has_value(),
                   QDateTime::currentDateTimeUtc(), batch::jobsByName(query.batch.jobs)});
    for (const engine::Standing &standing : history.jobs)
        reading.missingFiles += static_cast<int>(standing.missingFiles.size());
    reading.owner = owner;
    reading.preferences = account::preferences();
    return reading;
}

/// What the batch's jobs are called doesn't hang on the jobs that are gone.
QHash<batch::JobId, QString> stemsOf(const PastQuery &query)
{
    QHash<batch::JobId, QString> stems = batch::fileStems(query.batch.jobs + query.gone);
    if (!query.gone.isEmpty())
        stems.insert(batch::fileStems(query.batch.jobs));
    return stems;
}

engine::ClaimError asClaimError(const store::LedgerError &error)
{
    return {{}, error.kind, error.message};
}

} // namespace

QString ledgerName(const QString &path, const QString &ownName)
{
    return path.isEmpty() ? ownName : store::batchName(path);
}

tl::expected<PastReading, store::LedgerError> readPast(const PastQuery &query)
{
    const auto survey = engine::survey(keyOf(query), query.batch, query.catalog, query.gone);
    if (!survey)
        return tl::unexpected(survey.error());
    return readingOf(query, survey->history, survey->owner);
}

tl::expected<PastReading, store::LedgerError> reviewPast(const PastQuery &query)
{
    const auto history = engine::review(keyOf(query), query.batch, query.catalog, query.gone);
    if (!history)
        return tl::unexpected(history.error());
    return readingOf(query, *history, std::nullopt);
}

tl::expected<ClaimedBatch, engine::ClaimError> claimBatch(const PastQuery &query)
{
    ClaimedBatch claimed;
    claimed.key = keyOf(query);
    const auto claim = engine::claim(claimed.key, query.batch, query.catalog, query.gone);
    if (!claim)
        return tl::unexpected(claim.error());
    claimed.lock = claim->lock;
    claimed.past = readingOf(query, claim->history, std::nullopt);
    claimed.fileStems = stemsOf(query);
    // Jobs that only the ledger knows keep the names that they had.
    QList<batch::Job> strangers;
    for (const engine::Standing &orphan : claim->history.orphans)
        strangers.append(orphan.submitted);
    const auto theirs = batch::fileStems(strangers);
    for (auto it = theirs.begin(); it != theirs.end(); ++it) {
        if (!claimed.fileStems.contains(it.key()))
            claimed.fileStems.insert(it.key(), it.value());
    }
    return claimed;
}

tl::expected<void, engine::ClaimError> forgetSubmissions(const PastQuery &query,
                                                         const QStringList &submissions)
{
    const auto claim = engine::claim(keyOf(query), query.batch, query.catalog, query.gone);
    if (!claim)
        return tl::unexpected(claim.error());
    for (const QString &submission : submissions) {
        if (const auto forgotten = engine::forget(*claim, submission); !forgotten)
            return tl::unexpected(asClaimError(forgotten.error()));
    }
    return {};
}

tl::expected<void, engine::ClaimError> forgetHeld(const QStringList &submissions)
{
    store::Ledger ledger;
    for (const QString &submission : submissions) {
        const auto decided = ledger.decide(submission, store::Decision::Forgotten);
        if (!decided)
            return tl::unexpected(asClaimError(decided.error()));
    }
    return {};
}

} // namespace ui
