// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/work/batchclaim.h"
#include "cli/work/destination.h"
#include "cli/work/statusreading.h"

namespace cli {

int showStatus(const Options &options)
{
    const auto input = readKnownInput(options);
    if (!input)
        return input.error();
    const engine::BatchKey key = keyOf(options, *input, serverOf(options, *input));
    const auto status = readStatus(key, *input);
    return status ? report(*status, options) : failForLedger(options, status.error());
}

} // namespace cli
