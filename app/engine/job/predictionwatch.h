// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/client.h"
#include "engine/clock.h"
#include "engine/job/pollschedule.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace engine {

/// Asks for one prediction with growing intervals until it has an outcome, or for as long as
/// `maxWait`. Any error only means "ask later": the server may not know the id yet, or the way
/// there may be broken; the money is spent either way (docs/architecture.md: "A job's life"). Time
/// in which the server could not be reached doesn't count.
class PredictionWatch : public QObject
{
    Q_OBJECT
public:
    /// `mayAsk` is false while the batch waits for a key; see goOn.
    PredictionWatch(atlas::Client &client, Clock &clock, PollSchedule schedule,
                    std::chrono::milliseconds maxWait, std::function<bool()> mayAsk,
                    QObject *parent = nullptr);
    ~PredictionWatch() override;

    enum class First { AfterInterval, Now };
    /// Begins anew. A prediction that was just accepted needs time; one from earlier may be done.
    void start(const QString &predictionId, First first);
    /// `mayAsk` has become true again. The time in between doesn't count.
    void goOn();
    /// Asks at once, in place of a question that is under way: the network is back, or the machine
    /// has slept.
    void askNow();
    /// No signal comes any more.
    void stop();
    /// It would ask, but may not.
    bool isHeld() const { return m_heldSince.has_value(); }

signals:
    void completed(const atlas::Prediction &prediction);
    void failed(const atlas::Prediction &prediction);
    /// It will ask again.
    void askedInVain(const atlas::Error &error, std::chrono::milliseconds sentAt);
    /// The server answered a question that left at `sentAt`, whatever it said; comes after the
    /// signal for what it said.
    void reached(std::chrono::milliseconds sentAt);
    /// 401, 403 to a question that left at `sentAt`; it will ask again when it may.
    void keyRefused(const atlas::Error &error, std::chrono::milliseconds sentAt);
    /// It would ask now, but may not; see goOn.
    void held();
    /// `maxWait` is over. `lastError` is empty if the server said to the end that it is at work.
    void gaveUp(const QString &lastError);

private:
    void schedule(std::chrono::milliseconds longest);
    void ask();
    void hold();
    void dropCall();
    void answered(const tl::expected<atlas::Prediction, atlas::Error> &answer);
    void take(const tl::expected<atlas::Prediction, atlas::Error> &answer);

    atlas::Client &m_client;
    Clock &m_clock;
    const PollSchedule m_fullSchedule;
    PollSchedule m_schedule;
    std::chrono::milliseconds m_maxWait;
    std::function<bool()> m_mayAsk;
    QString m_predictionId;
    bool m_watching = false;
    std::chrono::milliseconds m_deadline{0};
    std::chrono::milliseconds m_askedAt{0};
    std::chrono::milliseconds m_heardAt{0}; ///< when the last question ended
    std::optional<std::chrono::milliseconds> m_heldSince;
    Timer *m_timer;
    QPointer<atlas::PollCall> m_call;
};

} // namespace engine
