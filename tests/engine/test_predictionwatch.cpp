// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/predictionwatch.h"
#include "engine/scriptedservice.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::PredictionWatch;
using Peer = HttpScript::Peer;

/// When a prediction is asked for, and what an answer does.
class PredictionWatchTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void oneQuestionAtATime();
    void timeThatStandsStillIsNoHurry();

private:
    PredictionWatch &watchFor(std::chrono::milliseconds maxWait);

    std::unique_ptr<ScriptedService> m_service;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<atlas::Client> m_client;
    std::unique_ptr<PredictionWatch> m_watch;
};

void PredictionWatchTest::init()
{
    m_watch.reset();
    m_client.reset();
    m_clock = std::make_unique<ManualClock>();
    m_service = std::make_unique<ScriptedService>();
    m_service->poll = [this](Peer &peer, int) { m_service->running(peer); };
}

PredictionWatch &PredictionWatchTest::watchFor(std::chrono::milliseconds maxWait)
{
    atlas::Connection connection;
    connection.baseUrl = m_service->baseUrl();
    connection.key = atlas::ApiKey("a-key");
    m_client = std::make_unique<atlas::Client>(connection);
    m_watch = std::make_unique<PredictionWatch>(*m_client, *m_clock, engine::PollSchedule(),
                                                maxWait, [] { return true; });
    return *m_watch;
}

/// An answer shows that the server is back, and whoever hears it has everybody ask at once: a
/// second answer to what was asked meanwhile must not be taken for one about a later prediction.
void PredictionWatchTest::oneQuestionAtATime()
{
    PredictionWatch &watch = watchFor(10min);
    QList<Peer> open;
    m_service->poll = [this, &open](Peer &peer, int n) {
        n == 1 ? m_service->running(peer) : open.append(peer);
    };
    connect(&watch, &PredictionWatch::reached, this, [&watch, heard = 0]() mutable {
        if (++heard == 1)
            watch.askNow();
    });
    watch.start(u"first"_s, PredictionWatch::First::Now);
    QTRY_COMPARE(open.size(), 1);
    m_clock->advance(5min);
    QSignalSpy reached(&watch, &PredictionWatch::reached);
    m_service->roundTrip();
    QVERIFY(reached.isEmpty());
    QCOMPARE(m_service->polls, 2);

    QSignalSpy completed(&watch, &PredictionWatch::completed);
    watch.start(u"second"_s, PredictionWatch::First::AfterInterval);
    m_service->complete(open.first());
    m_service->roundTrip();
    QVERIFY(completed.isEmpty());
}

/// What is left of its time doesn't get less while the server is away; it may be a millisecond.
void PredictionWatchTest::timeThatStandsStillIsNoHurry()
{
    PredictionWatch &watch = watchFor(5'010ms);
    QSignalSpy reached(&watch, &PredictionWatch::reached);
    QSignalSpy inVain(&watch, &PredictionWatch::askedInVain);
    watch.start(u"a prediction"_s, PredictionWatch::First::AfterInterval);
    m_clock->advance(5s);
    QVERIFY(reached.size() == 1 || reached.wait());
    m_service->goAway();
    m_clock->advance(10ms);
    QVERIFY(inVain.size() == 1 || inVain.wait());
    const auto heard = inVain.size();
    m_clock->advance(1s);
    m_service->roundTrip();
    QCOMPARE(inVain.size(), heard);

    QSignalSpy gaveUp(&watch, &PredictionWatch::gaveUp);
    m_service->comeBack();
    m_clock->advance(30s);
    QVERIFY(gaveUp.size() == 1 || gaveUp.wait());
}

QTEST_MAIN(PredictionWatchTest)
#include "test_predictionwatch.moc"
