// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

namespace config {

/// Whether one file could hold the batch and be opened again (reading/limits.h). An estimate from
/// what the entries say, which takes a hundredth of the time of writing it: for whoever must know
/// before there is a batch that can't be saved. `more` are entries that are to come to it.
bool fitsInOneFile(const batch::BatchSource &batch, const QList<batch::JobSource> &more = {});

} // namespace config
