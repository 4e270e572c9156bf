// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"

#include <chrono>

namespace engine {

/// When to ask for a prediction: each wait is longer than the one before (article: 5 s, then
/// ×1.5, at most 30 s). A value: `next` hands out the waits one after another.
class PollSchedule
{
public:
    /// Numbers that make no schedule are bent to the nearest one that does: a first wait of at
    /// least 0.1 s, a factor of at least 1, a longest wait of at least the first.
    explicit PollSchedule(const batch::Polling &polling = {});

    std::chrono::milliseconds next();

private:
    double m_wait; ///< s
    double m_factor;
    double m_longest; ///< s
};

} // namespace engine
