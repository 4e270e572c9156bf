// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/pace/backoff.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace engine {

/// The jobs that want a slot, by their position in the batch, and the back-offs that hold
/// submissions back. One lane a model: a rate limit holds up that model alone (docs/atlas-api.md:
/// "Errors"), and the others' jobs go ahead. A server that can't be reached at all holds up
/// everything. Those that need something more before they can leave stand in the same order, apart.
/// Every step costs O(log n).
class JobQueue : public QObject
{
    Q_OBJECT
public:
    /// `seed` is that of the back-offs' spread.
    JobQueue(Clock &clock, quint32 seed, QObject *parent = nullptr);
    ~JobQueue() override;

    /// It can leave as soon as it has a slot.
    void push(int position, const QString &model);
    /// It can't leave yet.
    void pushUnready(int position, const QString &model);
    void remove(int position, const QString &model);
    /// The first job in the batch's order whose submission may leave now.
    std::optional<int> takeNext();
    /// The first of those that can't leave yet, if its turn is near: nothing holds its model back,
    /// and fewer than `ahead` that can leave come before it.
    std::optional<int> takeUnready(int ahead);
    /// The first of those that can't leave yet and that nothing holds back, `most` at most.
    QList<int> firstUnready(int most) const;
    void clear();

    /// What happened to a submission to `model` that left at `sentAt`. The answer is how long that
    /// model's submissions wait from now on; nothing, where they have waited longer than
    /// `patience` since one came through: then the job should fail.
    std::chrono::milliseconds rateLimited(const QString &model, std::chrono::milliseconds sentAt);
    std::optional<std::chrono::milliseconds> busy(const QString &model,
                                                  std::chrono::milliseconds sentAt,
                                                  std::chrono::milliseconds patience);
    /// The server could not be reached: no request reached it.
    std::optional<std::chrono::milliseconds> unreached(std::chrono::milliseconds sentAt,
                                                       std::chrono::milliseconds patience);
    /// The server can be reached again: nothing is held back for that reason any more.
    void openWay();
    /// The server answered, whatever it said.
    void reached(std::chrono::milliseconds sentAt);
    /// The server took it.
    void accepted(const QString &model, std::chrono::milliseconds sentAt);

signals:
    /// A back-off has ended: takeNext may have something.
    void opened();

private:
    struct Lane;
    /// Some of a lane's jobs.
    struct Line
    {
        std::set<int> positions;
        std::optional<int> listedAt; ///< its key in Open
    };
    using Open = std::map<int, Lane *>; ///< the lanes that may be served, by their first job

    Lane &lane(const QString &model);
    static void list(Lane &lane, Line &line, Open &open);
    void list(Lane &lane);
    void hold(Lane &lane);
    void put(int position, Lane &lane, Line &line, Open &open);
    static std::optional<int> take(Open &open, Line Lane::*line);
    int readyBefore(int position, int most) const;

    Clock &m_clock;
    QRandomGenerator m_chance;
    std::map<QString, std::unique_ptr<Lane>> m_lanes;
    Open m_ready;
    Open m_unready;
    Gate m_way; ///< to the server
    Timer *m_wayTimer;
};

} // namespace engine
