// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <chrono>

namespace engine {

/// Waits that double, up to a longest one, and are spread by chance so that what failed together
/// doesn't come back together.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest);

    /// The next wait: 80 % to 120 % of first, 2 × first, 4 × first, … `longest`.
    std::chrono::milliseconds next(QRandomGenerator &chance);
    /// Begins with the first wait again.
    void reset() { m_step = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    std::chrono::milliseconds m_step;
};

/// A back-off that many requests share: while it is closed none is sent. Times are those of
/// Clock::elapsed().
///
/// Requests that left before the gate closed tell nothing new when they are turned away, or let
/// through, after it: a burst of refusals counts as one.
class Gate
{
public:
    explicit Gate(Backoff backoff)
        : m_backoff(backoff)
    {
    }

    /// A request that was sent at `sentAt` was turned away. Returns when to go on.
    std::chrono::milliseconds close(std::chrono::milliseconds sentAt, std::chrono::milliseconds now,
                                    QRandomGenerator &chance);
    /// A request that was sent at `sentAt` came through.
    void passed(std::chrono::milliseconds sentAt);
    /// Whether a request that was sent at `sentAt` knows more than the gate does already.
    bool isNews(std::chrono::milliseconds sentAt) const { return sentAt >= m_closedAt; }
    std::chrono::milliseconds opensAt() const { return m_opensAt; }
    /// All that was waited here since a request came through last.
    std::chrono::milliseconds waited() const { return m_waited; }

private:
    Backoff m_backoff;
    std::chrono::milliseconds m_closedAt{0};
    std::chrono::milliseconds m_opensAt{0};
    std::chrono::milliseconds m_waited{0};
};

} // namespace engine
