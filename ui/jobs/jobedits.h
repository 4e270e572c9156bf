// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/catalog.h"
#include "catalog/request/modelchange.h"

#include <QList>
#include <QString>

/// What becomes of a job when a person edits one part of it. Values in, values out.
namespace ui {

/// A model of the other kind gives way to the catalog's first of this kind, and what that one has
/// no parameter for is dropped; one that the catalog doesn't know is kept.
catalog::ModelChange withType(const batch::Job &job, batch::MediaType type,
                              const catalog::Catalog &catalog);

/// Takes out of `dropped` what the job, as it reads after the change, says all the same, and
/// answers that: the values for all jobs say it, and an entry can't unsay them.
QList<catalog::Dropped> takeStillSaid(QList<catalog::Dropped> *dropped, const batch::Job &job);

/// The id of the model that a new job of this kind gets: the first that needs no picture to start
/// from; empty where the catalog has none.
QString firstModel(const catalog::Catalog &catalog, batch::MediaType type);

/// A job to be written, below row `row` (-1: at the top): like its nearest neighbour of that kind
/// in model, size and shape, without a name and a prompt.
batch::Job newJobBeside(const QList<batch::Job> &jobs, int row, batch::MediaType type,
                        const catalog::Catalog &catalog);

} // namespace ui
