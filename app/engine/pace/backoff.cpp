// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/backoff.h"

#include <algorithm>

namespace engine {

using std::chrono::milliseconds;

Backoff::Backoff(milliseconds first, milliseconds longest)
    : m_first(first)
    , m_longest(longest)
    , m_step(first)
{
}

milliseconds Backoff::next(QRandomGenerator &chance)
{
    const double spread = 0.8 + 0.4 * chance.generateDouble();
    const auto wait = milliseconds(qRound64(static_cast<double>(m_step.count()) * spread));
    m_step = std::min(m_longest, m_step * 2);
    return wait;
}

milliseconds Gate::close(milliseconds sentAt, milliseconds now, QRandomGenerator &chance)
{
    if (!isNews(sentAt))
        return m_opensAt;
    const milliseconds wait = m_backoff.next(chance);
    // Strictly later than all that was sent before it closed.
    m_closedAt = now + milliseconds(1);
    m_opensAt = now + std::max(wait, milliseconds(1));
    m_waited += wait;
    return m_opensAt;
}

void Gate::passed(milliseconds sentAt)
{
    if (!isNews(sentAt))
        return;
    m_backoff.reset();
    m_waited = {};
}

} // namespace engine
