// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

#include <CLI/CLI.hpp>

namespace cli {

// The options of the commands that show or change the batch file itself.

void addSetOptions(CLI::App &command, Options &options);
void addAddOptions(CLI::App &command, Options &options);
void addRemoveOptions(CLI::App &command, Options &options);
void addImportOptions(CLI::App &command, Options &options);
void addExpandOptions(CLI::App &command, Options &options);

} // namespace cli
