// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QHash>
#include <QString>

namespace batch {

/// The stem of a result's file name, from a job's name (article): lower case, spaces become `_`,
/// letters of any script, digits and `_` are kept, everything else goes. Cut to 80 characters and
/// 200 bytes of UTF-8, so that file systems have room for what is put behind it. "job" if nothing
/// is left.
QString fileStem(const QString &name);

/// A stem for every job such that no two jobs of the same type share one, compared without case:
/// the second "Cat" becomes cat_2, and so on in the order of the list. Depends on the whole list
/// alone, so that a later run of the same batch finds the same names.
QHash<JobId, QString> fileStems(const QList<Job> &jobs);

} // namespace batch
