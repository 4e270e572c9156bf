// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"

#include <QTimer>

#include <cmath>

namespace engine {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

class ScaledTimer final : public Timer
{
public:
    ScaledTimer(double timeScale, QObject *parent)
        : Timer(parent)
        , m_timeScale(timeScale)
        , m_timer(this)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Timer::timeout);
    }

    void start(std::chrono::milliseconds wait) override
    {
        const double real = std::ceil(static_cast<double>(wait.count()) / m_timeScale);
        m_timer.start(std::chrono::milliseconds(std::max<qint64>(0, static_cast<qint64>(real))));
    }
    void stop() override { m_timer.stop(); }
    bool isActive() const override { return m_timer.isActive(); }

private:
    double m_timeScale;
    QTimer m_timer;
};

} // namespace

SystemClock::SystemClock(double timeScale)
    : m_timeScale(timeScale > 0 ? timeScale : 1)
    , m_begin(std::chrono::steady_clock::now())
{
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::elapsed() const
{
    const Milliseconds real = std::chrono::steady_clock::now() - m_begin;
    return std::chrono::milliseconds(static_cast<qint64>(real.count() * m_timeScale));
}

Timer *SystemClock::createTimer(QObject *parent)
{
    return new ScaledTimer(m_timeScale, parent);
}

} // namespace engine
