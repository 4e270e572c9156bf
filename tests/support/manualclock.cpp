// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"

#include <optional>

using std::chrono::milliseconds;

class ManualClock::ManualTimer final : public engine::Timer
{
public:
    ManualTimer(ManualClock &clock, QObject *parent)
        : Timer(parent)
        , m_clock(clock)
    {
        m_clock.m_timers.append(this);
    }
    ~ManualTimer() override { m_clock.m_timers.removeOne(this); }

    void start(milliseconds wait) override { m_due = m_clock.m_elapsed + wait; }
    void stop() override { m_due.reset(); }
    bool isActive() const override { return m_due.has_value(); }

    std::optional<milliseconds> due() const { return m_due; }
    void fire()
    {
        m_due.reset();
        emit timeout();
    }

private:
    ManualClock &m_clock;
    std::optional<milliseconds> m_due;
};

QDateTime ManualClock::now() const
{
    return QDateTime(QDate(2026, 2, 28), QTime(12, 0), Qt::UTC)
        .addMSecs((m_elapsed + m_jumped).count());
}

engine::Timer *ManualClock::createTimer(QObject *parent)
{
    return new ManualTimer(*this, parent);
}

void ManualClock::advance(milliseconds time)
{
    const milliseconds end = m_elapsed + time;
    for (;;) {
        ManualTimer *next = nullptr;
        for (ManualTimer *timer : std::as_const(m_timers)) {
            if (timer->due() && *timer->due() <= end && (!next || *timer->due() < *next->due()))
                next = timer;
        }
        if (!next)
            break;
        m_elapsed = std::max(m_elapsed, *next->due());
        next->fire();
    }
    m_elapsed = end;
}
