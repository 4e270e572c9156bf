// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/claim.h"

#include "engine/job/resultfile.h"
#include "engine/outputfolder.h"
#include "engine/resume/origin.h"

#include <utility>

namespace engine {

namespace {

using store::LedgerError;
using store::Submission;
using Submissions = tl::expected<QList<Submission>, LedgerError>;

/// Those of the origin, as they will stand for the batch when it has been taken over.
Submissions readOrigin(store::Ledger &ledger, const BatchKey &key, const Origin &origin)
{
    Submissions submissions = ledger.submissions(origin.batch, key.server);
    if (!submissions || !origin.isGone)
        return submissions;
    for (Submission &submission : *submissions) {
        if (submission.batch == origin.batch)
            submission.batch = key.batch;
    }
    return submissions;
}

Submissions takeOver(store::Ledger &ledger, const BatchKey &key, const Origin &origin)
{
    const auto taken = origin.isGone ? ledger.renameBatch(origin.batch, key.batch)
                                     : ledger.continueBatch(origin.batch, key.batch);
    if (!taken)
        return tl::unexpected(taken.error());
    return ledger.submissions(key.batch, key.server);
}

using FollowOrigin = Submissions (*)(store::Ledger &, const BatchKey &, const Origin &);

Submissions readSubmissions(store::Ledger &ledger, const BatchKey &key, const batch::Batch &batch,
                            FollowOrigin follow)
{
    Submissions submissions = ledger.submissions(key.batch, key.server);
    if (!submissions || !submissions->isEmpty())
        return submissions;
    const auto origin = originOf(ledger, key.batch, key.outputDir, batch);
    if (!origin)
        return tl::unexpected(origin.error());
    return *origin ? follow(ledger, key, **origin) : submissions;
}

tl::expected<History, LedgerError> readHistory(const BatchKey &key, const batch::Batch &batch,
                                               const catalog::Catalog &models,
                                               const QList<batch::Job> &gone, bool atWork,
                                               FollowOrigin follow)
{
    store::Ledger ledger;
    const auto submissions = readSubmissions(ledger, key, batch, follow);
    if (!submissions)
        return tl::unexpected(submissions.error());
    History history = historyOf(batch, key.batch, *submissions, atWork, models, gone);
    verifyFiles(history, key.outputDir);
    return history;
}

} // namespace

tl::expected<Claim, ClaimError> claim(const BatchKey &key, const batch::Batch &batch,
                                      const catalog::Catalog &models, const QList<batch::Job> &gone)
{
    auto lock = store::BatchLock::acquire(key.batch, key.outputDir);
    if (!lock)
        return tl::unexpected(ClaimError{lock.error().owner, {}, lock.error().message});
    auto history = readHistory(key, batch, models, gone, false, takeOver);
    if (!history)
        return tl::unexpected(ClaimError{{}, history.error().kind, history.error().message});
    return Claim{*std::move(lock), *std::move(history), key.outputDir};
}

tl::expected<Survey, store::LedgerError> survey(const BatchKey &key, const batch::Batch &batch,
                                                const catalog::Catalog &models,
                                                const QList<batch::Job> &gone)
{
    // A run that begins while the ledger is read must not be taken for a dead one.
    const auto owner = [&key] { return store::BatchLock::owner(key.batch, key.outputDir); };
    std::optional<store::LockOwner> present = owner();
    auto history = readHistory(key, batch, models, gone, present.has_value(), readOrigin);
    if (history && !present && (present = owner()))
        history = readHistory(key, batch, models, gone, true, readOrigin);
    if (!history)
        return tl::unexpected(history.error());
    return Survey{*std::move(history), present};
}

tl::expected<History, store::LedgerError> review(const BatchKey &key, const batch::Batch &batch,
                                                 const catalog::Catalog &models,
                                                 const QList<batch::Job> &gone)
{
    return readHistory(key, batch, models, gone, false, readOrigin);
}

tl::expected<void, store::LedgerError> forget(const Claim &claim, const QString &submission)
{
    const Standing *standing = claim.history.ofSubmission(submission);
    if (!standing)
        return {};
    store::Ledger ledger;
    if (!standing->missingFiles.isEmpty()) {
        // The ledger has it as fetched: only now does it learn that the files are gone.
        tl::expected<void, store::StoreError> recorded;
        ledger.recordOutcome(submission, standing->result,
                             [&recorded](const auto &answer) { recorded = answer; });
        if (!recorded)
            return tl::unexpected(
                LedgerError{LedgerError::Kind::Unwritable, recorded.error().message});
    }
    const auto decided = ledger.decide(submission, store::Decision::Forgotten);
    const batch::JobResult &result = standing->result;
    if (decided && batch::canBeTakenUp(result))
        removePartsOf(result.predictionId, resultFolder(claim.outputDir, result.type));
    return decided;
}

} // namespace engine
