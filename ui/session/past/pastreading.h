// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/preferences.h"
#include "batch/batch.h"
#include "catalog/catalog.h"
#include "engine/resume/claim.h"
#include "session/takes.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace ui {

/// Which batch is asked for, and what the window knows of it: a value for another thread.
struct PastQuery
{
    QString path;    ///< of the batch file; empty for one that was never saved
    QString ownName; ///< the ledger's name for it then
    QString server;
    QString outputDir; ///< absolute
    batch::Batch batch;
    /// Jobs that are no longer in the batch and of which a take is known: their ids stay, so that
    /// an undo finds its take again.
    QList<batch::Job> gone;
    catalog::Catalog catalog;
    double timeScale = 1;
};

/// The batch's past, as the ledger has it.
struct PastReading
{
    Takes takes;
    int missingFiles = 0; ///< files that had been fetched and are gone
    std::optional<store::LockOwner> owner;
    account::Preferences preferences; ///< as they are at this moment
};

/// The batch is ours to run, until `lock` is given back.
struct ClaimedBatch
{
    engine::BatchKey key;
    std::shared_ptr<store::BatchLock> lock;
    PastReading past;
    QHash<batch::JobId, QString> fileStems; ///< of jobs that are gone, too
};

// Both block on the disk.

tl::expected<PastReading, store::LedgerError> readPast(const PastQuery &query);
/// While the batch is ours and a run of it is under way.
tl::expected<PastReading, store::LedgerError> reviewPast(const PastQuery &query);
tl::expected<ClaimedBatch, engine::ClaimError> claimBatch(const PastQuery &query);
/// Takes the batch and gives up these of its submissions (engine::forget).
tl::expected<void, engine::ClaimError> forgetSubmissions(const PastQuery &query,
                                                         const QStringList &submissions);
/// Gives up submissions that nobody knows the fate of, without taking the batch.
tl::expected<void, engine::ClaimError> forgetHeld(const QStringList &submissions);

/// The ledger's name for the batch.
QString ledgerName(const QString &path, const QString &ownName);

} // namespace ui
