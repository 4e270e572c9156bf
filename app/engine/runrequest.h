// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "batch/batch.h"
#include "batch/result.h"
#include "catalog/catalog.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace engine {

/// Everything that a run needs to know: a snapshot, so that the window may go on editing.
struct RunRequest
{
    batch::BatchSettings settings;
    /// What to make, in this order. The caller leaves out disabled jobs and those with errors.
    QList<batch::Job> jobs;
    /// The file stem of every job of the whole batch (batch::fileStems), so that a run of a few
    /// of them writes the same names.
    QHash<batch::JobId, QString> fileStems;
    /// Results that stand from earlier runs of this batch. They come first in the manifest, in
    /// this order, those of `jobs` replaced by what becomes of them; what they cost, or may have
    /// cost, counts for the budget. A job of `jobs` whose earlier result was left Generating or
    /// Downloading is taken up again and never submitted; one that was left Unresolved is
    /// submitted: that it stands in `jobs` is the person's decision.
    QList<batch::JobResult> earlier;
    /// What results that are not in `earlier` any more, because others took their place, have
    /// cost, or may have: counts for the budget too.
    batch::Cost replacedCosts;
    QString batch;     ///< the batch's name in the ledger (store::batchName)
    QString server;    ///< the server's name there (store::serverName)
    QString outputDir; ///< absolute
    /// What all batches may cost on this server in a calendar month.
    std::optional<batch::Cost> monthlyLimit;
    /// Asks for the balance first, and pauses before anything is spent where it falls short of
    /// what is to be submitted.
    bool checkBalance = false;
    atlas::Connection connection;
    catalog::Catalog catalog;
    /// Divides every wait; but a `max_wait` that the job doesn't name lasts two real minutes at
    /// least.
    double timeScale = 1;
    quint32 jitterSeed = 0; ///< of the back-off's jitter; 0: a random one
};

} // namespace engine

Q_DECLARE_METATYPE(engine::RunRequest)
