// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/reading/keys/mapreader.h"

namespace config {

/// What makes one entry many jobs: its `matrix`, `count` and `exclude`. Whether they fit together
/// is for the expansion to say.
void readVariations(MapReader &reader, batch::JobSource &entry);

} // namespace config
