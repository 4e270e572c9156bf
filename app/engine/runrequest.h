// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "batch/batch.h"
#include "batch/references/references.h"
#include "batch/result.h"
#include "catalog/catalog.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QSet>
#include <QString>

#include <optional>

namespace engine {

/// Everything that a run needs to know: a snapshot, so that the window may go on editing.
struct RunRequest
{
    batch::BatchSettings settings;
    /// What to make, in this order. The caller leaves out disabled jobs and those with errors. A
    /// job that starts from another's result (`job:NAME`) waits for it where that one is among
    /// them; else its result among `earlier` serves, and where there is none the job fails without
    /// being submitted: nothing is made that wasn't asked for.
    QList<batch::Job> jobs;
    /// Which job each name means (batch::jobsByName), of the whole batch as it reads now: results
    /// may have older names.
    batch::JobNames names;
    /// The file stem of every job of the whole batch (batch::fileStems), so that a run of a few
    /// of them writes the same names.
    QHash<batch::JobId, QString> fileStems;
    /// Results that stand from earlier runs of this batch. They come first in the manifest, in
    /// this order, those of `jobs` replaced by what becomes of them; what they cost, or may have
    /// cost, counts for the budget. A job of `jobs` whose earlier result was left Generating or
    /// Downloading is taken up again and never submitted; one that was left Unresolved is
    /// submitted: that it stands in `jobs` is the person's decision.
    QList<batch::JobResult> earlier;
    /// Jobs that ask for something else by now than what stands for them among `earlier`. No job
    /// starts from such a result, whether it is there or is only fetched now: it fails without
    /// being submitted. Where the source is itself made anew in this run, the new one is waited
    /// for.
    QSet<batch::JobId> changed;
    /// What results that are not in `earlier` any more, because others took their place, have
    /// cost, or may have: counts for the budget too.
    batch::Cost replacedCosts;
    QString batch;     ///< the batch's name in the ledger (store::batchName)
    QString server;    ///< the server's name there (store::serverName)
    QString outputDir; ///< absolute
    /// Absolute: what a job's relative paths of pictures and clips count from, the batch file's
    /// folder. Empty: the batch has none, and they count from the program's own.
    QString inputDir;
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

/// What joins a run that goes on.
struct RunAddition
{
    /// New ones, ended ones to be tried again, parked ones to be taken up again.
    QList<batch::Job> jobs;
    /// RunRequest::catalog and names, where they are others by now. Jobs that are in the run go by
    /// what they came with.
    std::optional<catalog::Catalog> catalog = std::nullopt;
    std::optional<batch::JobNames> names = std::nullopt;
    /// Further results that stand from earlier runs, as RunRequest::earlier has them. Those of jobs
    /// that are in the run are passed over.
    QList<batch::JobResult> earlier = {};
    /// RunRequest::changed as it is by now, for `jobs` alone. What stands for a job that is in the
    /// run is what the run has of it.
    QSet<batch::JobId> changed = {};
    /// What has come to light since of costs beyond RunRequest::replacedCosts, `earlier` and the
    /// run's own bill: counts for the budget too.
    batch::Cost furtherCosts = {};
};

} // namespace engine

Q_DECLARE_METATYPE(engine::RunRequest)
