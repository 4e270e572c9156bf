// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QHash>
#include <QString>

namespace batch {

/// Names that jobs gave up for others: the new one by the old.
using Renames = QHash<QString, QString>;

/// Whether a reference can follow to an entry's name: one with variables is no job's.
bool isPlainName(const QString &name);

/// The entry with its references to the old names (`job:OLD`, in its image and its params) as ones
/// to the new.
JobSource followed(JobSource entry, const Renames &renames);

/// The batch with `after` in place of the entry at `at`. Where that gives its job another name, the
/// other entries' references to it follow: a job that its entry makes alone, under a name without
/// variables that no other job has.
BatchSource withEntry(BatchSource source, qsizetype at, const JobSource &after);

} // namespace batch
