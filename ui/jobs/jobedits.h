// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/catalog.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

/// What becomes of a job when a person edits one part of it. Values in, values out.
namespace ui {

/// How large or how long a result is to be: what the Size column edits. Only what belongs to the
/// job's kind counts.
struct JobSize
{
    int width = 0;       ///< px
    int height = 0;      ///< px
    double duration = 0; ///< s
    QString resolution;  ///< such as "1080p"

    friend bool operator==(const JobSize &, const JobSize &) = default;
};

JobSize sizeOf(const batch::Job &job);
/// What the job didn't say and still wouldn't need to say stays unsaid.
batch::Job withSize(batch::Job job, const JobSize &size);

/// A model of the other kind gives way to the catalog's first of this kind; one that the catalog
/// doesn't know is kept.
batch::Job withType(batch::Job job, batch::MediaType type, const catalog::Catalog &catalog);
/// A model of the other kind makes the job one of that kind.
batch::Job withModel(batch::Job job, const QString &modelId, const catalog::Catalog &catalog);

/// The id of the model that a new job of this kind gets: the first that needs no picture to start
/// from; empty where the catalog has none.
QString firstModel(const catalog::Catalog &catalog, batch::MediaType type);

/// A job to be written, below row `row` (-1: at the top): like its nearest neighbour of that kind
/// in model and size, without a name and a prompt.
batch::Job newJobBeside(const QList<batch::Job> &jobs, int row, batch::MediaType type,
                        const catalog::Catalog &catalog);

} // namespace ui

Q_DECLARE_METATYPE(ui::JobSize)
