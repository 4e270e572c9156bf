// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/jobqueue.h"

#include <algorithm>

namespace engine {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {
Gate newGate()
{
    return Gate(Backoff(4s, 60s));
}
} // namespace

/// The waiting jobs of one model.
struct JobQueue::Lane
{
    std::set<int> positions;
    std::optional<int> listedAt; ///< its key in m_open
    Gate rateLimit = newGate();
    Gate busy = newGate();
    Timer *timer = nullptr; ///< made when it is held for the first time
};

JobQueue::JobQueue(Clock &clock, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_chance(seed ? seed : QRandomGenerator::global()->generate())
    , m_way(newGate())
    , m_wayTimer(clock.createTimer(this))
{
    connect(m_wayTimer, &Timer::timeout, this, &JobQueue::opened);
}

JobQueue::~JobQueue() = default;

JobQueue::Lane &JobQueue::lane(const QString &model)
{
    std::unique_ptr<Lane> &lane = m_lanes[model];
    if (!lane)
        lane = std::make_unique<Lane>();
    return *lane;
}

void JobQueue::list(Lane &lane)
{
    if (lane.listedAt)
        m_open.erase(*lane.listedAt);
    lane.listedAt.reset();
    const bool held = lane.timer && lane.timer->isActive();
    if (!held && !lane.positions.empty()) {
        lane.listedAt = *lane.positions.begin();
        m_open.emplace(*lane.listedAt, &lane);
    }
}

void JobQueue::hold(Lane &lane)
{
    if (!lane.timer) {
        lane.timer = m_clock.createTimer(this);
        connect(lane.timer, &Timer::timeout, this, [this, &lane] {
            list(lane);
            emit opened();
        });
    }
    const milliseconds until = std::max(lane.rateLimit.opensAt(), lane.busy.opensAt());
    lane.timer->start(std::max(until - m_clock.elapsed(), milliseconds(0)));
    list(lane);
}

void JobQueue::push(int position, const QString &model)
{
    Lane &target = lane(model);
    if (!target.positions.insert(position).second)
        return;
    ++m_size;
    if (!target.listedAt || position < *target.listedAt)
        list(target);
}

void JobQueue::remove(int position, const QString &model)
{
    Lane &target = lane(model);
    if (target.positions.erase(position) == 0)
        return;
    --m_size;
    list(target);
}

std::optional<int> JobQueue::takeNext()
{
    if (m_wayTimer->isActive() || m_open.empty())
        return std::nullopt;
    const auto [position, lane] = *m_open.begin();
    lane->positions.erase(position);
    --m_size;
    list(*lane);
    return position;
}

void JobQueue::clear()
{
    for (auto &[model, lane] : m_lanes) {
        lane->positions.clear();
        list(*lane);
    }
    m_size = 0;
}

milliseconds JobQueue::rateLimited(const QString &model, milliseconds sentAt)
{
    Lane &target = lane(model);
    const milliseconds now = m_clock.elapsed();
    const milliseconds until = target.rateLimit.close(sentAt, now, m_chance);
    hold(target);
    return std::max(until - now, milliseconds(0));
}

std::optional<milliseconds> JobQueue::busy(const QString &model, milliseconds sentAt,
                                           milliseconds patience)
{
    Lane &target = lane(model);
    if (target.busy.isNews(sentAt) && target.busy.waited() >= patience)
        return std::nullopt;
    const milliseconds now = m_clock.elapsed();
    const milliseconds until = target.busy.close(sentAt, now, m_chance);
    hold(target);
    return std::max(until - now, milliseconds(0));
}

std::optional<milliseconds> JobQueue::unreached(milliseconds sentAt, milliseconds patience)
{
    if (m_way.isNews(sentAt) && m_way.waited() >= patience)
        return std::nullopt;
    const milliseconds now = m_clock.elapsed();
    const milliseconds wait = std::max(m_way.close(sentAt, now, m_chance) - now, milliseconds(0));
    m_wayTimer->start(wait);
    return wait;
}

void JobQueue::openWay()
{
    m_way = newGate();
    m_wayTimer->stop();
    emit opened();
}

void JobQueue::reached(milliseconds sentAt)
{
    m_way.passed(sentAt);
}

void JobQueue::accepted(const QString &model, milliseconds sentAt)
{
    Lane &target = lane(model);
    target.rateLimit.passed(sentAt);
    target.busy.passed(sentAt);
}

} // namespace engine
