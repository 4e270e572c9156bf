// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli {

/// What rushes-cli ends with (docs/architecture.md: "The command line").
enum ExitCode {
    Succeeded = 0,     ///< all jobs succeeded
    JobsFailed = 1,    ///< some job did not
    BadInput = 2,      ///< bad usage or a bad file; nothing was sent
    NoKey = 3,         ///< no key, or a refused one
    NoMoney = 4,       ///< the budget, the month's limit or the balance is used up
    Busy = 5,          ///< another program is at work on this batch
    Interrupted = 130, ///< by Ctrl-C or SIGTERM
};

} // namespace cli
