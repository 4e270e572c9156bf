// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>

namespace batch {

/// Gives the entries of `read` the ids of the entries in `known` that they are: those with the
/// same content, then those with the same name, each taken once, in their order. The others keep
/// the ids that they have. So do those of included files: results stay with their jobs.
void adoptIds(BatchSource &read, const BatchSource &known);
/// The same where `known` was made of `base`, by a person or by a merge: what it says by now under
/// another name and with another text is known by what `base` said.
void adoptIds(BatchSource &read, const BatchSource &known, const BatchSource &base);
/// The same for included files alone, which are the same where their paths are.
void adoptIncludedIds(QList<Included> &read, const QList<Included> &known);

} // namespace batch
