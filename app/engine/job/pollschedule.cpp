// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/pollschedule.h"

#include <algorithm>

namespace engine {

namespace {
constexpr double shortestWait = 0.1; // s
}

PollSchedule::PollSchedule(const batch::Polling &polling)
    : m_wait(std::max(shortestWait, polling.initial))
    , m_factor(std::max(1.0, polling.factor))
    , m_longest(std::max(m_wait, polling.max))
{
}

std::chrono::milliseconds PollSchedule::next()
{
    const double wait = m_wait;
    m_wait = std::min(m_longest, m_wait * m_factor);
    return std::chrono::milliseconds(qRound64(wait * 1000));
}

} // namespace engine
