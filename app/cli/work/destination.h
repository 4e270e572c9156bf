// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "cli/batchinput.h"
#include "cli/options/options.h"
#include "sandbox/sandbox.h"

#include <tl/expected.hpp>

#include <memory>

namespace cli {

/// Where a run's jobs go: Atlas Cloud, another server, or a sandbox that lives as long as this.
struct Destination
{
    QString server; ///< its name in the ledger
    atlas::Connection connection;
    double timeScale = 1;
    std::unique_ptr<sandbox::Sandbox> sandbox; ///< null: a real server
};

/// The ledger's name of the server that the jobs go to; needs no key.
QString serverOf(const Options &options, const BatchInput &input);

/// Finds the server and the key; a sandbox is not started yet. Without a key or a server that may
/// have it: says so, and gives the code to leave with as the error.
tl::expected<Destination, int> findDestination(const Options &options, const BatchInput &input);
/// Starts the sandbox with these models, and with all that earlier ones accepted. The batch must be
/// claimed.
tl::expected<void, int> startSandbox(Destination &destination, const Options &options,
                                     const catalog::Catalog &catalog);

} // namespace cli
