// SPDX-License-Identifier: GPL-3.0-or-later
//
// The network goes away and comes back.
#include "engine/scriptedservice.h"
#include "engine/trial.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using batch::JobState;
using engine::PauseReason;
using Peer = HttpScript::Peer;

class NetworkTest : public QObject
{
    Q_OBJECT
private slots:
    void awayFromTheBeginning();
    void awayWhileGenerating();
    void awayWhileDownloading();
    void awayIsNoTimeToWait();
    void oneBrokenAnswerIsNoAbsence();
    void stopWhileAway();
    void leftWhileAwayAsksNoMore();
};

void NetworkTest::awayFromTheBeginning()
{
    ScriptedService service;
    service.goAway();
    QList<batch::Job> jobs = mixedJobs(6);
    for (batch::Job &job : jobs)
        job.maxWait = 60;
    Trial trial(service.baseUrl(), jobs);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, PauseReason::Network);
    QVERIFY(!run.progress().pauseMessage.isEmpty());
    QCOMPARE(run.progress().waiting, 6);

    service.comeBack();
    QVERIFY(trial.waitForEnd().allSucceeded());
    QVERIFY(!run.progress().paused);
    QCOMPARE(service.submissions, 6);
    QCOMPARE(trial.job(u"picture 1"_s).result.attempts, 1);
}

void NetworkTest::awayWhileGenerating()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    Trial trial(service.baseUrl(), mixedJobs(6));
    trial.request.settings.maxWorkers = 2;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 2);

    service.goAway();
    QTRY_COMPARE(run.progress().paused, PauseReason::Network);
    QCOMPARE(run.progress().generating, 2);
    mayFinish = true;
    service.comeBack();

    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 6);
    for (const batch::Job &job : mixedJobs(6))
        QCOMPARE(trial.job(job.name).result.attempts, 1);
}

void NetworkTest::awayWhileDownloading()
{
    ScriptedService service;
    service.download = [&](Peer &peer, int n) {
        if (n > 1) {
            service.sendPicture(peer);
            return;
        }
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
        peer.reset();
        service.goAway();
    };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, PauseReason::Network);
    // More tries than a delivery has: none of them counts.
    const auto triesOf = [&trial] { return trial.log().filter(u"download failed"_s).size(); };
    QTRY_VERIFY_WITH_TIMEOUT(triesOf() > 10, 60'000);
    QCOMPARE(run.progress().downloading, 1);
    QVERIFY(!trial.isFinished());

    service.comeBack();
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 1);
}

void NetworkTest::awayIsNoTimeToWait()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    batch::Job job = imageJob(u"one"_s);
    job.maxWait = 600; // one real second
    Trial trial(service.baseUrl(), {job});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    service.goAway();
    QTRY_COMPARE(run.progress().paused, PauseReason::Network);
    // Far longer than it would have waited for an answer.
    QTRY_VERIFY(run.progress().elapsed > std::chrono::seconds(3));
    QVERIFY(!trial.job(u"one"_s).parked);

    mayFinish = true;
    service.comeBack();
    QVERIFY(trial.waitForEnd().allSucceeded());
}

void NetworkTest::oneBrokenAnswerIsNoAbsence()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int n) { n <= 2 ? peer.reset() : service.complete(peer); };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    bool paused = false;
    connect(
        &trial.begin(), &engine::BatchRun::progressChanged, this,
        [&paused](const engine::BatchProgress &progress) { paused = paused || progress.paused; });
    QVERIFY(trial.waitForEnd().allSucceeded());
    QVERIFY(!paused);
    QVERIFY(service.balances > 0);
}

void NetworkTest::stopWhileAway()
{
    ScriptedService service;
    service.goAway();
    Trial trial(service.baseUrl(), mixedJobs(4));
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, PauseReason::Network);
    run.stop();
    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.cancelled, 4);
    QVERIFY(!end.paused);
}

void NetworkTest::leftWhileAwayAsksNoMore()
{
    ScriptedService service;
    service.goAway();
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, PauseReason::Network);
    run.leave();
    QCOMPARE(trial.ends(), 1);
    service.comeBack();
    QSignalSpy logged(&run, &engine::BatchRun::logged);
    // What it would do in the next three minutes comes before what these end with.
    engine::SystemClock clock(trial.request.timeScale);
    engine::Timer *minutes = clock.createTimer(&run);
    QSignalSpy over(minutes, &engine::Timer::timeout);
    minutes->start(3min);
    QTRY_COMPARE(over.size(), 1);
    service.roundTrip();
    QVERIFY(logged.isEmpty());
    QCOMPARE(service.balances, 0);
}

QTEST_MAIN(NetworkTest)
#include "test_network.moc"
