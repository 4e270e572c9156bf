// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"

#include <QList>

/// A clock that goes on only when a test says so, and then at once.
class ManualClock : public engine::Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    engine::Timer *createTimer(QObject *parent) override;

    /// Lets that much time pass, and every timer fire that is due in it, in the order of their
    /// times; a timer that is started on the way counts too.
    void advance(std::chrono::milliseconds time);
    /// The date moves on, and nothing else: the machine slept, or somebody set its clock.
    void jump(std::chrono::milliseconds time) { m_jumped += time; }

private:
    class ManualTimer;

    std::chrono::milliseconds m_elapsed{0};
    std::chrono::milliseconds m_jumped{0};
    QList<ManualTimer *> m_timers;
};
