// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "batch/batch.h"
#include "batch/result.h"
#include "catalog/catalog.h"

#include <QList>
#include <QMetaType>
#include <QString>

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
    /// Results that stand from earlier runs of this batch, for the manifest; those of `jobs` are
    /// replaced.
    QList<batch::JobResult> earlier;
    QString outputDir; ///< absolute
    atlas::Connection connection;
    catalog::Catalog catalog;
    double timeScale = 1; ///< divides every wait
    quint32 jitterSeed = 0; ///< of the back-off's jitter; 0: a random one
};

} // namespace engine

Q_DECLARE_METATYPE(engine::RunRequest)
