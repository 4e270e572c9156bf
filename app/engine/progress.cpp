// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/progress.h"

#include <algorithm>

namespace engine {

double JobProgress::fraction() const
{
    switch (result.state) {
    case batch::JobState::Generating: {
        if (typical.most <= 0)
            return 0;
        // Nine tenths at the typical end; what takes longer creeps on and never arrives.
        const double share = static_cast<double>(elapsed.count()) / 1000 / typical.most;
        return share <= 1 ? 0.9 * share : 0.9 + 0.09 * (1 - 1 / share);
    }
    case batch::JobState::Downloading:
        if (bytesTotal <= 0)
            return 0;
        return std::clamp(static_cast<double>(bytesReceived) / static_cast<double>(bytesTotal), 0.0,
                          1.0);
    case batch::JobState::Succeeded:
        return 1;
    default:
        return 0;
    }
}

} // namespace engine
