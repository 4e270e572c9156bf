// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"

#include <QList>

#include <optional>

namespace batch {

// What two jobs of one entry must not share. Those of the entry are the jobs from `first` on.

/// Gives jobs that would be called the same names of their own (tellApart), and says which these
/// are. `axes` is their order.
QList<EntryProblem> tellNamesApart(QList<MadeJob> &jobs, qsizetype first, const QList<Axis> &axes);

/// Jobs that are switched on and ask for the very same. It is an error where their seeds were meant
/// to differ and a take of one has the other's: that is one picture, paid for twice. Else it is a
/// warning, as a model without a seed makes something else each time. The first one counts.
std::optional<EntryProblem> findSameRequest(const QList<MadeJob> &jobs, qsizetype first, int takes);

} // namespace batch
