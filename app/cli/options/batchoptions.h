// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

#include <CLI/CLI.hpp>

namespace cli {

/// The batch file itself.
void addFile(CLI::App &command, Options &options);
void addJson(CLI::App &command, Options &options);

// The options of the commands that are about a batch file, and the file itself.

/// estimate, validate: those of `run`, so that the price of a run is one changed word away.
void addBatchOptions(CLI::App &command, Options &options);
void addRunOptions(CLI::App &command, Options &options);
/// resume and retry.
void addContinueOptions(CLI::App &command, Options &options);
void addStatusOptions(CLI::App &command, Options &options);
void addResolveOptions(CLI::App &command, Options &options);

} // namespace cli
