// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/jobqueue.h"

#include <algorithm>
#include <iterator>

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
    Line ready;
    Line unready;
    Gate rateLimit = newGate();
    Gate busy = newGate();
    Timer *timer = nullptr; ///< made when it is held for the first time

    bool isHeld() const { return timer && timer->isActive(); }
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

void JobQueue::list(Lane &lane, Line &line, Open &open)
{
    if (line.listedAt)
        open.erase(*line.listedAt);
    line.listedAt.reset();
    if (!lane.isHeld() && !line.positions.empty()) {
        line.listedAt = *line.positions.begin();
        open.emplace(*line.listedAt, &lane);
    }
}

void JobQueue::list(Lane &lane)
{
    list(lane, lane.ready, m_ready);
    list(lane, lane.unready, m_unready);
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

void JobQueue::put(int position, Lane &lane, Line &line, Open &open)
{
    if (!line.positions.insert(position).second)
        return;
    if (!line.listedAt || position < *line.listedAt)
        list(lane, line, open);
}

void JobQueue::push(int position, const QString &model)
{
    Lane &target = lane(model);
    put(position, target, target.ready, m_ready);
}

void JobQueue::pushUnready(int position, const QString &model)
{
    Lane &target = lane(model);
    put(position, target, target.unready, m_unready);
}

void JobQueue::remove(int position, const QString &model)
{
    const auto known = m_lanes.find(model);
    if (known == m_lanes.end())
        return;
    Lane &target = *known->second;
    const auto gone =
        target.ready.positions.erase(position) + target.unready.positions.erase(position);
    if (gone == 0)
        return;
    list(target);
}

std::optional<int> JobQueue::take(Open &open, Line Lane::*line)
{
    const auto [position, lane] = *open.begin();
    (lane->*line).positions.erase(position);
    list(*lane, lane->*line, open);
    return position;
}

std::optional<int> JobQueue::takeNext()
{
    if (m_wayTimer->isActive() || m_ready.empty())
        return std::nullopt;
    return take(m_ready, &Lane::ready);
}

std::optional<int> JobQueue::takeUnready(int ahead)
{
    if (m_wayTimer->isActive() || m_unready.empty())
        return std::nullopt;
    if (readyBefore(m_unready.begin()->first, ahead) >= ahead)
        return std::nullopt;
    return take(m_unready, &Lane::unready);
}

QList<int> JobQueue::firstUnready(int most) const
{
    if (m_wayTimer->isActive())
        return {};
    QList<int> first;
    for (const auto &[position, lane] : m_unready) {
        const std::set<int> &all = lane->unready.positions;
        std::copy_n(all.begin(), std::min<qsizetype>(most, std::ssize(all)),
                    std::back_inserter(first));
    }
    std::sort(first.begin(), first.end());
    return first.first(std::min<qsizetype>(most, first.size()));
}

/// How many can leave before that one; no more than `most` are counted.
int JobQueue::readyBefore(int position, int most) const
{
    int count = 0;
    for (auto open = m_ready.begin(); open != m_ready.end() && open->first < position; ++open) {
        for (const int each : open->second->ready.positions) {
            if (each > position || count >= most)
                break;
            ++count;
        }
    }
    return count;
}

void JobQueue::clear()
{
    for (auto &[model, lane] : m_lanes) {
        lane->ready.positions.clear();
        lane->unready.positions.clear();
        list(*lane);
    }
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
