// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "catalog/catalog.h"
#include "engine/resume/history.h"
#include "store/batchlock.h"
#include "store/ledger.h"

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <variant>

namespace engine {

/// Which batch, in the ledger's words.
struct BatchKey
{
    QString batch;     ///< store::batchName
    QString server;    ///< store::serverName, or store::ownSandbox
    QString outputDir; ///< absolute
};

/// The right to run a batch, and all that was submitted for it before: nobody else changes it
/// while the lock is held.
struct Claim
{
    std::shared_ptr<store::BatchLock> lock;
    History history;
    QString outputDir; ///< absolute
};

struct ClaimError
{
    std::optional<store::LockOwner> owner;          ///< who is at work on the batch
    std::optional<store::LedgerError::Kind> ledger; ///< or what is wrong with the ledger
    QString message;                                ///< for people
};

/// Takes the batch, reads the ledger, and looks whether the files are there. A batch that the
/// ledger doesn't know there, and whose file was moved, renamed or copied (origin.h), is known to
/// it from then on. `models` says what holds where a job doesn't say it; `gone` were in the batch
/// before (historyOf). Blocks on the disk.
tl::expected<Claim, ClaimError> claim(const BatchKey &key, const batch::Batch &batch,
                                      const catalog::Catalog &models,
                                      const QList<batch::Job> &gone = {});

/// The same without taking it: how the batch stands, and who is at work on it. Changes nothing.
struct Survey
{
    History history;
    std::optional<store::LockOwner> owner;
};
tl::expected<Survey, store::LedgerError> survey(const BatchKey &key, const batch::Batch &batch,
                                                const catalog::Catalog &models,
                                                const QList<batch::Job> &gone = {});

/// The past of a batch that is claimed, read anew: it may have other jobs by now. What a run of
/// ours has under way stands as if that one had ended at this moment. Blocks on the disk.
tl::expected<History, store::LedgerError> review(const BatchKey &key, const batch::Batch &batch,
                                                 const catalog::Catalog &models,
                                                 const QList<batch::Job> &gone);

/// A person gives up a submission of the claimed batch that is unresolved, or paid for and not
/// fetched: the ledger has it as forgotten, and what had come of it in part is removed.
/// Does nothing for another one. Blocks on the disk.
tl::expected<void, store::LedgerError> forget(const Claim &claim, const QString &submission);

} // namespace engine
