// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>

namespace engine {

inline double toSeconds(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

/// A single-shot timer of some Clock. Starting it again replaces the earlier wait.
class Timer : public QObject
{
    Q_OBJECT
public:
    virtual void start(std::chrono::milliseconds wait) = 0;
    virtual void stop() = 0;
    virtual bool isActive() const = 0;

signals:
    void timeout();

protected:
    using QObject::QObject;
};

/// The time that the engine lives in. Every wait of the engine goes through it, so that tests
/// run hours in no time and no test sleeps. Used on the engine's thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Date and time for people and files, UTC.
    virtual QDateTime now() const = 0;
    /// Steady time since some beginning; only differences mean something.
    virtual std::chrono::milliseconds elapsed() const = 0;
    virtual Timer *createTimer(QObject *parent) = 0;
};

/// Real time, or real time sped up: with a scale of 60 an engine minute lasts a second, for
/// servers that run faster than life (`--time-scale`).
class SystemClock : public Clock
{
public:
    explicit SystemClock(double timeScale = 1);

    QDateTime now() const override;
    std::chrono::milliseconds elapsed() const override;
    Timer *createTimer(QObject *parent) override;

private:
    double m_timeScale;
    std::chrono::steady_clock::time_point m_begin;
};

} // namespace engine
