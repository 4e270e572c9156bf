// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QList>

namespace engine {

using Level = QList<const batch::Job *>;

/// The jobs in levels: what a job starts from (`job:NAME`) is in an earlier one. Those that wait
/// for themselves are in the last.
QList<Level> inLevels(const QList<batch::Job> &jobs);

} // namespace engine
