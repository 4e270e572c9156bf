// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/reading/keys/mapreader.h"

namespace config {

/// The mapping below the key `defaults`. Its keys `image` and `video` are the defaults for jobs of
/// that type where they hold a mapping; a text below `image` is the picture to start from.
batch::Defaults readDefaults(MapReader &reader);

} // namespace config
