// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the engine does upon each answer of the service, one by one.
#include "engine/scriptedservice.h"
#include "engine/trial.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;
using Peer = HttpScript::Peer;

class AnswersTest : public QObject
{
    Q_OBJECT
private slots:
    void refusedIsFailed_data();
    void refusedIsFailed();
    void pausesTheBatch_data();
    void pausesTheBatch();
    void refusedKeyAtAPollPauses();
    void stopWithARefusedKeyParks();
    void serverErrorIsTriedOnceMore();
    void unclearAnswerIsUnresolved_data();
    void unclearAnswerIsUnresolved();
    void rateLimitHoldsUpItsModelAlone();
    void busyForTooLongFails();
    void pollErrorsMeanLater_data();
    void pollErrorsMeanLater();
    void severalOutputs();
    void brokenDownloadsAreParked_data();
    void brokenDownloadsAreParked();
    void noKeyAtDownloads();
};

void AnswersTest::refusedIsFailed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 404, 413, 422, 451})
        QTest::addRow("%d", status) << status;
}

void AnswersTest::refusedIsFailed()
{
    QFETCH(const int, status);
    ScriptedService service;
    service.submit = [&](Peer &peer, int n) {
        if (n == 1)
            ScriptedService::refuse(peer, status, "the words of the server");
        else
            service.accept(peer, n);
    };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s), imageJob(u"two"_s)});
    trial.request.settings.maxWorkers = 1;

    const engine::BatchProgress end = trial.runToEnd();

    QCOMPARE(end.failed, 1);
    QCOMPARE(end.succeeded, 1);
    QCOMPARE(service.submissions, 2);
    QVERIFY(trial.job(u"one"_s).result.error.contains(u"the words of the server"_s));
    QCOMPARE(trial.job(u"one"_s).result.cost, batch::Cost());
    QCOMPARE(trial.memory.records().first().result.state, JobState::Failed);
}

void AnswersTest::pausesTheBatch_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<engine::PauseReason>("reason");
    QTest::addRow("401") << 401 << engine::PauseReason::Key;
    QTest::addRow("403") << 403 << engine::PauseReason::Key;
    QTest::addRow("402") << 402 << engine::PauseReason::Balance;
}

void AnswersTest::pausesTheBatch()
{
    QFETCH(const int, status);
    QFETCH(const engine::PauseReason, reason);
    ScriptedService service;
    const QByteArray goodKey = "Bearer good";
    service.submit = [&](Peer &peer, int n) {
        if (peer.request().header("Authorization") == goodKey)
            service.accept(peer, n);
        else
            ScriptedService::refuse(peer, status, "not like this");
    };
    Trial trial(service.baseUrl(), mixedJobs(3));
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, reason);
    QCOMPARE(run.progress().pauseMessage, u"not like this"_s);
    QCOMPARE(run.progress().waiting, 3);
    QCOMPARE(service.submissions, 1);
    QCOMPARE(run.progress().remaining, std::nullopt);

    run.resume(atlas::ApiKey("good"));

    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 4);
    QVERIFY(!trial.log().join(u'\n').contains(u"good"_s));
}

void AnswersTest::refusedKeyAtAPollPauses()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) {
        if (peer.request().header("Authorization") == "Bearer good")
            service.complete(peer);
        else
            ScriptedService::refuse(peer, 401, "this key was revoked");
    };
    Trial trial(service.baseUrl(), mixedJobs(3));
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Key);
    QCOMPARE(run.progress().generating, 1);
    QCOMPARE(service.submissions, 1);

    run.resume(atlas::ApiKey("good"));

    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 3);
}

void AnswersTest::stopWithARefusedKeyParks()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { ScriptedService::refuse(peer, 401, "revoked"); };
    Trial trial(service.baseUrl(), mixedJobs(3));
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Key);

    run.stop();

    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.generating, 1);
    QCOMPARE(end.cancelled, 2);
    QVERIFY(trial.job(u"picture 1"_s).parked);
}

void AnswersTest::serverErrorIsTriedOnceMore()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int n) {
        if (n == 1)
            ScriptedService::refuse(peer, 500, "oops");
        else
            service.accept(peer, n);
    };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});

    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(service.submissions, 2);
    QCOMPARE(trial.job(u"one"_s).result.error, QString());
}

void AnswersTest::unclearAnswerIsUnresolved_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("502") << 502 << QByteArray("<html>Bad Gateway</html>");
    QTest::newRow("504") << 504 << QByteArray("<html>Gateway Timeout</html>");
    QTest::newRow("no JSON") << 200 << QByteArray("accepted, thank you");
    QTest::newRow("no id") << 200 << QByteArray(R"({"code":200,"data":{}})");
}

void AnswersTest::unclearAnswerIsUnresolved()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    ScriptedService service;
    service.submit = [&](Peer &peer, int) { peer.reply(status, body); };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});

    const engine::BatchProgress end = trial.runToEnd();

    QCOMPARE(end.unresolved, 1);
    QCOMPARE(service.submissions, 1);
    QCOMPARE(end.bill.all.committed, batch::Cost::fromUsd(0.04));
}

void AnswersTest::rateLimitHoldsUpItsModelAlone()
{
    ScriptedService service;
    QByteArrayList order;
    service.submit = [&](Peer &peer, int n) {
        const bool imagen = peer.request().body.contains("imagen4");
        order.append(imagen ? "imagen" : "flux");
        if (n == 1)
            ScriptedService::refuse(peer, 429, "slow down");
        else
            service.accept(peer, n);
    };
    QList<batch::Job> jobs;
    for (int i = 0; i < 3; ++i) {
        jobs.append(imageJob(u"imagen %1"_s.arg(i)));
        jobs.last().model = u"google/imagen4-ultra/text-to-image"_s;
    }
    for (int i = 0; i < 3; ++i)
        jobs.append(imageJob(u"flux %1"_s.arg(i)));
    Trial trial(service.baseUrl(), jobs);
    // One slot, and a back-off that the test sees the other model's jobs pass in.
    trial.request.settings.maxWorkers = 1;
    trial.request.timeScale = 20;

    QVERIFY(trial.runToEnd().allSucceeded());

    // The first imagen was turned away: flux went ahead although it stands behind.
    QCOMPARE(order.size(), 7);
    QCOMPARE(order.at(0), "imagen"_ba);
    QCOMPARE(order.at(1), "flux"_ba);
    QCOMPARE(trial.job(u"imagen 0"_s).result.attempts, 1);
}

void AnswersTest::busyForTooLongFails()
{
    ScriptedService service;
    service.submit = [](Peer &peer, int) { ScriptedService::refuse(peer, 503, "too busy"); };
    QList<batch::Job> jobs{imageJob(u"one"_s)};
    jobs[0].maxWait = 60;
    Trial trial(service.baseUrl(), jobs);

    QCOMPARE(trial.runToEnd().failed, 1);

    // 4 + 8 + 16 + 32 s, each give or take a fifth, are enough.
    QVERIFY2(service.submissions >= 5 && service.submissions <= 6,
             qPrintable(QString::number(service.submissions)));
    QVERIFY(trial.job(u"one"_s).result.error.contains(u"too busy"_s));
}

void AnswersTest::pollErrorsMeanLater_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 402, 404, 429, 451, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void AnswersTest::pollErrorsMeanLater()
{
    QFETCH(const int, status);
    ScriptedService service;
    service.poll = [&](Peer &peer, int n) {
        if (n <= 6)
            ScriptedService::refuse(peer, status, "not now");
        else
            service.complete(peer);
    };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});

    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(service.submissions, 1);
}

void AnswersTest::severalOutputs()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.complete(peer, 3); };
    Trial trial(service.baseUrl(), {imageJob(u"Cat"_s), imageJob(u"Cat 2"_s)});

    QVERIFY(trial.runToEnd().allSucceeded());

    QCOMPARE(
        trial.files(),
        QStringList({u"images/cat-2.png"_s, u"images/cat-3.png"_s, u"images/cat.png"_s,
                     u"images/cat_2-2.png"_s, u"images/cat_2-3.png"_s, u"images/cat_2.png"_s}));
    QCOMPARE(trial.job(u"Cat"_s).result.outputs.size(), 3);
}

void AnswersTest::brokenDownloadsAreParked_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("gone for good") << 404 << QByteArray("gone");
    QTest::newRow("server error") << 500 << QByteArray("error");
    QTest::newRow("a page") << 200 << QByteArray("<!DOCTYPE html><html>Sign in</html>");
    QTest::newRow("cut off, whole by its length") << 200 << ScriptedService::picture().chopped(20);
    QTest::newRow("empty") << 200 << QByteArray();
}

void AnswersTest::brokenDownloadsAreParked()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    ScriptedService service;
    service.download = [&](Peer &peer, int) { peer.reply(status, body); };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});

    const engine::BatchProgress end = trial.runToEnd();

    QCOMPARE(end.downloading, 1);
    QVERIFY(trial.job(u"one"_s).parked);
    QVERIFY(!trial.job(u"one"_s).result.error.isEmpty());
    QCOMPARE(end.bill.all.committed, batch::Cost::fromUsd(0.04));
    QVERIFY2(service.downloads >= 6, qPrintable(QString::number(service.downloads)));
    QCOMPARE(trial.files(), QStringList());
    QCOMPARE(trial.manifestLines(), QStringList(u"one downloading"_s));

    // The server has mended: the next run of the batch fetches it, and pays nothing.
    service.download = [&](Peer &peer, int) { service.sendPicture(peer); };
    Trial later(service.baseUrl(), trial.request.jobs);
    later.request.earlier = {trial.job(u"one"_s).result};
    QVERIFY(later.runToEnd().allSucceeded());
    QCOMPARE(service.submissions, 1);
    QCOMPARE(later.manifestLines(), QStringList(u"one success"_s));
}

void AnswersTest::noKeyAtDownloads()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), mixedJobs(3));
    QVERIFY(trial.runToEnd().allSucceeded());
    for (const HttpScript::Request &request : service.http().requests()) {
        if (request.target.startsWith("/files/"))
            QVERIFY(!request.hasHeader("Authorization"));
        else
            QCOMPARE(request.header("Authorization"), "Bearer a-key"_ba);
    }
}

QTEST_MAIN(AnswersTest)
#include "test_answers.moc"
