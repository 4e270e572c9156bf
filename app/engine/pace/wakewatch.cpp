// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/wakewatch.h"

#include <cmath>

namespace engine {

namespace {
constexpr double lookEvery = 5'000; // ms of the date
constexpr double tolerance = 3'000; // ms: clocks are set right by less now and then
} // namespace

WakeWatch::WakeWatch(Clock &clock, double timeScale, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timeScale(timeScale > 0 ? timeScale : 1)
    , m_timer(clock.createTimer(this))
{
    connect(m_timer, &Timer::timeout, this, &WakeWatch::look);
}

void WakeWatch::start()
{
    remember();
    m_timer->start(std::chrono::milliseconds(std::llround(lookEvery * m_timeScale)));
}

void WakeWatch::stop()
{
    m_timer->stop();
}

void WakeWatch::remember()
{
    m_date = m_clock.now();
    m_steady = m_clock.elapsed();
}

void WakeWatch::look()
{
    const auto byDate = static_cast<double>(m_date.msecsTo(m_clock.now()));
    const auto bySteady = static_cast<double>((m_clock.elapsed() - m_steady).count()) / m_timeScale;
    start();
    if (std::abs(byDate - bySteady) > tolerance)
        emit jumped();
}

} // namespace engine
