// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"

#include <QDateTime>
#include <QObject>

namespace engine {

/// Notices that the machine slept, or that somebody set its clock: then the date has moved further
/// than the steady time that timers live in. What waits should ask at once instead of sleeping on.
class WakeWatch : public QObject
{
    Q_OBJECT
public:
    /// `timeScale`: by how much the clock's steady time is faster than its date.
    WakeWatch(Clock &clock, double timeScale, QObject *parent = nullptr);

    void start();
    void stop();

signals:
    void jumped();

private:
    void look();
    void remember();

    Clock &m_clock;
    const double m_timeScale;
    Timer *m_timer;
    QDateTime m_date;
    std::chrono::milliseconds m_steady{0};
};

} // namespace engine
