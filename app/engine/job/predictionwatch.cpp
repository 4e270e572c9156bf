// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/predictionwatch.h"

#include <algorithm>
#include <utility>

namespace engine {

using std::chrono::milliseconds;

namespace {

bool isUnreached(const tl::expected<atlas::Prediction, atlas::Error> &answer)
{
    return !answer && answer.error().kind == atlas::ErrorKind::Network;
}

} // namespace

PredictionWatch::PredictionWatch(atlas::Client &client, Clock &clock, PollSchedule schedule,
                                 milliseconds maxWait, std::function<bool()> mayAsk,
                                 QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_fullSchedule(schedule)
    , m_schedule(schedule)
    , m_maxWait(maxWait)
    , m_mayAsk(std::move(mayAsk))
    , m_timer(clock.createTimer(this))
{
    connect(m_timer, &Timer::timeout, this, &PredictionWatch::ask);
}

PredictionWatch::~PredictionWatch()
{
    stop();
}

void PredictionWatch::start(const QString &predictionId, First first)
{
    stop();
    m_predictionId = predictionId;
    m_schedule = m_fullSchedule;
    m_heardAt = m_clock.elapsed();
    m_deadline = m_heardAt + m_maxWait;
    m_watching = true;
    if (first == First::Now)
        ask();
    else
        schedule(m_maxWait);
}

void PredictionWatch::stop()
{
    m_watching = false;
    m_heldSince.reset();
    m_timer->stop();
    dropCall();
}

void PredictionWatch::goOn()
{
    if (!m_heldSince)
        return;
    m_heardAt = m_clock.elapsed();
    m_deadline += m_heardAt - *m_heldSince;
    m_heldSince.reset();
    ask();
}

void PredictionWatch::askNow()
{
    if (!m_watching || m_heldSince)
        return;
    m_timer->stop();
    dropCall();
    m_schedule = m_fullSchedule;
    ask();
}

void PredictionWatch::dropCall()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    m_call->abort();
    m_call.clear();
}

void PredictionWatch::schedule(milliseconds longest)
{
    m_timer->start(std::max(milliseconds(1), std::min(m_schedule.next(), longest)));
}

void PredictionWatch::ask()
{
    if (!m_mayAsk()) {
        hold();
        return;
    }
    dropCall();
    m_askedAt = m_clock.elapsed();
    m_call = m_client.poll(m_predictionId);
    connect(m_call, &atlas::PollCall::finished, this, &PredictionWatch::answered);
}

void PredictionWatch::hold()
{
    m_heldSince = m_clock.elapsed();
    emit held();
}

void PredictionWatch::answered(const tl::expected<atlas::Prediction, atlas::Error> &answer)
{
    m_call.clear();
    const milliseconds askedAt = m_askedAt;
    const milliseconds since = std::exchange(m_heardAt, m_clock.elapsed());
    if (isUnreached(answer))
        m_deadline += m_heardAt - since;
    take(answer);
    // Last: who hears it may ask at once (askNow).
    if (!isUnreached(answer))
        emit reached(askedAt);
}

void PredictionWatch::take(const tl::expected<atlas::Prediction, atlas::Error> &answer)
{
    QString lastError;
    if (answer) {
        switch (answer->status) {
        case atlas::Prediction::Status::Completed:
            m_watching = false;
            emit completed(*answer);
            return;
        case atlas::Prediction::Status::Failed:
            m_watching = false;
            emit failed(*answer);
            return;
        case atlas::Prediction::Status::Running:
            break;
        }
    } else if (answer.error().kind == atlas::ErrorKind::Key) {
        emit keyRefused(answer.error(), m_askedAt);
        if (m_watching && !m_mayAsk())
            hold();
        else if (m_watching)
            schedule(m_deadline - m_clock.elapsed());
        return;
    } else {
        lastError = answer.error().message;
        emit askedInVain(answer.error(), m_askedAt);
    }
    if (!m_watching)
        return;
    if (m_clock.elapsed() >= m_deadline) {
        m_watching = false;
        emit gaveUp(lastError);
    } else {
        // The last question comes when the time is up, whatever the schedule says. While the
        // server can't be reached time stands still, and what is left may be next to nothing.
        schedule(isUnreached(answer) ? milliseconds::max() : m_deadline - m_clock.elapsed());
    }
}

} // namespace engine
