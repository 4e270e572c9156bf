// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

#include <CLI/CLI.hpp>

namespace cli {

/// The options of `models`.
void addModelOptions(CLI::App &command, Options &options);

} // namespace cli
