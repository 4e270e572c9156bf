// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"
#include "catalog/catalog.h"

#include <QHash>
#include <QList>

namespace catalog {

/// What is wrong with the references (`job:NAME`) among a batch's jobs: batch::checkReferences, and
/// a job whose result isn't what the model's parameter takes. A parameter that takes a picture
/// takes an image job's result, or the last frame of a video job's; one that takes a video takes a
/// video job's. By job; those without fault are not in it. Quick enough for every change of a batch
/// of 10,000 jobs; looks at no files.
QHash<batch::JobId, QList<batch::Problem>> checkReferences(const Catalog &catalog,
                                                           const QList<batch::Job> &jobs);

} // namespace catalog
