// SPDX-License-Identifier: GPL-3.0-or-later
//
// What may be spent: the month's limit and the balance.
#include "engine/scriptedservice.h"
#include "engine/trial.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::PauseReason;
using Peer = HttpScript::Peer;

namespace {

/// Lets so much through as a ledger would.
class StrictStore : public MemorySubmissions
{
public:
    void recordIntent(const store::Intent &intent, Done done) override
    {
        limits.append(intent.monthlyLimit);
        if (intent.monthlyLimit && m_sum + intent.estimate > *intent.monthlyLimit) {
            done(tl::unexpected(store::StoreError(u"The month's limit is reached"_s,
                                                  store::StoreError::Kind::MonthlyLimit)));
            return;
        }
        m_sum += intent.estimate;
        MemorySubmissions::recordIntent(intent, done);
    }

    QList<std::optional<batch::Cost>> limits;

private:
    batch::Cost m_sum;
};

} // namespace

class LimitsTest : public QObject
{
    Q_OBJECT
private slots:
    void monthlyLimitPauses();
    void shortBalanceIsSaidFirst();
    void shortBalanceIsSaidWhenTheNetworkIsBack();
    void balanceThatReachesIsNoMatter();
    void unknownBalanceIsNoMatter();
    void stopWhileAskingForTheBalance();
    void nothingIsSaidAfterTheEnd();
    void cancelTakesWaitingJobsOut();
};

void LimitsTest::monthlyLimitPauses()
{
    ScriptedService service;
    StrictStore store;
    QList<batch::Job> jobs;
    for (int i = 0; i < 5; ++i)
        jobs.append(imageJob(u"cat %1"_s.arg(i))); // 0.04 each
    Trial trial(service.baseUrl(), jobs);
    trial.store = &store;
    trial.request.batch = u"/a/batch.yaml"_s;
    trial.request.server = u"a server"_s;
    trial.request.monthlyLimit = batch::Cost::fromUsd(0.10);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, PauseReason::MonthlyLimit);
    QTRY_COMPARE(run.progress().succeeded, 2);
    QCOMPARE(run.progress().waiting, 3);
    QCOMPARE(run.progress().pauseMessage, u"The month's limit is reached"_s);
    QCOMPARE(service.submissions, 2);
    const store::Intent &first = store.records().constFirst().intent;
    QCOMPARE(first.batch, u"/a/batch.yaml"_s);
    QCOMPARE(first.server, u"a server"_s);
    QCOMPARE(first.job.name, u"cat 0"_s);

    run.setMonthlyLimit(batch::Cost::fromUsd(1));
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 5);
}

void LimitsTest::shortBalanceIsSaidFirst()
{
    ScriptedService service;
    service.balance = "0.05";
    Trial trial(service.baseUrl(), {imageJob(u"one"_s), imageJob(u"two"_s)});
    trial.request.checkBalance = true;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, PauseReason::Balance);
    QVERIFY(run.progress().pauseMessage.contains(batch::Cost::fromUsd(0.08).toDisplay()));
    QCOMPARE(service.submissions, 0);

    // A person goes on all the same.
    run.resume();
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 2);
}

void LimitsTest::shortBalanceIsSaidWhenTheNetworkIsBack()
{
    ScriptedService service;
    service.balance = "0.05";
    service.goAway();
    Trial trial(service.baseUrl(), {imageJob(u"one"_s), imageJob(u"two"_s)});
    trial.request.checkBalance = true;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, PauseReason::Network);
    service.comeBack();
    QTRY_COMPARE(run.progress().paused, PauseReason::Balance);
    QCOMPARE(service.submissions, 0);
}

void LimitsTest::balanceThatReachesIsNoMatter()
{
    ScriptedService service;
    service.balance = "0.08";
    Trial trial(service.baseUrl(), {imageJob(u"one"_s), imageJob(u"two"_s)});
    trial.request.checkBalance = true;
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(service.balances, 1);
}

void LimitsTest::unknownBalanceIsNoMatter()
{
    ScriptedService service;
    service.balance = "a lot";
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.request.checkBalance = true;
    QVERIFY(trial.runToEnd().allSucceeded());
    QVERIFY(!trial.log().filter(u"balance"_s).isEmpty());
}

void LimitsTest::stopWhileAskingForTheBalance()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.request.checkBalance = true;
    engine::BatchRun &run = trial.begin();
    run.stop();
    QCOMPARE(trial.waitForEnd().cancelled, 1);
    QCOMPARE(service.submissions, 0);
}

void LimitsTest::nothingIsSaidAfterTheEnd()
{
    ScriptedService service;
    service.balance = "a lot";
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.request.checkBalance = true;
    engine::BatchRun &run = trial.begin();
    run.leave();
    QCOMPARE(trial.ends(), 1);
    QSignalSpy logged(&run, &engine::BatchRun::logged);
    QTRY_COMPARE(service.balances, 1);
    service.roundTrip();
    QVERIFY(logged.isEmpty());
}

void LimitsTest::cancelTakesWaitingJobsOut()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    const QList<batch::Job> jobs{imageJob(u"one"_s), imageJob(u"two"_s), imageJob(u"three"_s)};
    Trial trial(service.baseUrl(), jobs);
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    run.cancel({jobs.at(0).id, jobs.at(1).id, batch::newJobId()});
    QCOMPARE(run.progress().cancelled, 1);
    QCOMPARE(run.progress().generating, 1);
    mayFinish = true;
    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.succeeded, 2);
    QCOMPARE(service.submissions, 2);
    QCOMPARE(trial.job(u"two"_s).result.state, batch::JobState::Cancelled);
}

QTEST_MAIN(LimitsTest)
#include "test_limits.moc"
