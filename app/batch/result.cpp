// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/result.h"

namespace batch {

bool canBeTakenUp(const JobResult &result)
{
    return !result.predictionId.isEmpty()
        && (result.state == JobState::Generating || result.state == JobState::Downloading);
}

Cost boundCost(const JobResult &result)
{
    return bindsMoney(result.state) ? result.cost : Cost();
}

} // namespace batch
