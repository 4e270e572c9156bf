// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "cli/batchinput.h"
#include "cli/options.h"
#include "sandbox/sandbox.h"

#include <tl/expected.hpp>

#include <memory>

namespace cli {

/// Where a run's jobs go: Atlas Cloud, another server, or a sandbox that lives as long as this.
struct Destination
{
    atlas::Connection connection;
    double timeScale = 1;
    std::unique_ptr<sandbox::Sandbox> sandbox; ///< null: a real server
};

/// Finds the server and the key, or starts the sandbox. Without a key or a server that may have
/// it: says so, and gives the code to leave with as the error.
tl::expected<Destination, int> findDestination(const Options &options, const BatchInput &input);

} // namespace cli
