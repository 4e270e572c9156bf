// SPDX-License-Identifier: GPL-3.0-or-later
//
// What comes in between: commands that meet a run that is ending, another document, another key.
#include "session/run/runsession.h"

#include "config/batchfile.h"
#include "engine/scriptedservice.h"
#include "session/document/batchdocument.h"
#include "session/run/balance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

constexpr auto keyVariable = "ATLAS_CLOUD_API_KEY";
constexpr auto serverVariable = "ATLASCLOUD_BASE_URL";

batch::Job imageJob(const QString &name)
{
    batch::Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = u"A picture of "_s + name;
    // A busy machine must not make a test fail: half an hour of real time.
    job.maxWait = 1'000'000;
    return job;
}

/// A document of those jobs, in a folder of its own, and its session.
struct Desk
{
    explicit Desk(const QStringList &names)
    {
        document.reset(fileWith(names));
        ui::RunOptions options;
        options.timeScale = 600;
        session.emplace(&document, options);
    }
    config::BatchFile fileWith(const QStringList &names) const
    {
        config::BatchFile file;
        file.path = dir.filePath(u"batch.yaml"_s);
        for (const QString &name : names)
            file.source.jobs.append(imageJob(name));
        return file;
    }
    batch::JobId id(int row) const { return document.job(row).id; }
    JobState state(int row) const { return session->stateOf(id(row)); }

    QTemporaryDir dir;
    ui::BatchDocument document{catalog::Catalog::builtIn()};
    std::optional<ui::RunSession> session;
};

bool anyRequestHolds(const ScriptedService &service, const QByteArray &secret)
{
    const auto &requests = service.http().requests();
    return std::any_of(requests.begin(), requests.end(), [&](const HttpScript::Request &request) {
        return request.header("Authorization").contains(secret);
    });
}

} // namespace

class TestRunSession : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void whatComesTooLateGetsARunOfItsOwn();
    void whatWasAskedOfAnotherDocumentIsForgotten();
    void aKeyGoesToItsOwnServerOnly();
    void jobsJoinNoRunOfAnotherServer();
    void whatItsModelWouldRefuseIsLeftOut();
    void aFileThatIsMerelyOpenSendsTheKeyNowhere();
    void theBalanceIsAskedForWithAKeyAndAfterARun();
};

void TestRunSession::init()
{
    qputenv(keyVariable, "a-key");
}

void TestRunSession::cleanup()
{
    qunsetenv(keyVariable);
    qunsetenv(serverVariable);
}

void TestRunSession::whatItsModelWouldRefuseIsLeftOut()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    qputenv(serverVariable, service.baseUrl().toEncoded());
    Desk desk({u"one"_s, u"two"_s, u"three"_s});
    batch::Job wrong = desk.document.job(1);
    wrong.width = 4096; // FLUX.2 Pro makes 2048 px at most
    desk.document.changeJob(1, wrong, u"Change"_s);
    QTRY_COMPARE(desk.session->counts().leftOut, 1);
    QCOMPARE(desk.session->counts().runnable, 2);
    QCOMPARE(desk.session->bill().all.jobs, 2);
    QCOMPARE(desk.session->bill().all.toCome, batch::Cost::fromUsd(0.08));

    QSignalSpy leftOut(&*desk.session, &ui::RunSession::leftOut);
    desk.session->run();
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.first().first().value<QList<batch::JobId>>(), QList({wrong.id}));
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(2), JobState::Succeeded, 20'000);
    QTRY_VERIFY(!desk.session->isRunning());
    QCOMPARE(desk.state(1), JobState::Draft);
    QCOMPARE(service.submissions, 2);
    // The same where certain jobs are asked for.
    leftOut.clear();
    desk.session->runAgain({desk.id(1)});
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.first().first().value<QList<batch::JobId>>(), QList({wrong.id}));
    QTRY_VERIFY(!desk.session->isStarting());
    QCOMPARE(service.submissions, 2);
    // Mended, it is there to be run.
    desk.document.undoStack()->undo();
    QTRY_COMPARE(desk.session->counts().leftOut, 0);
    QCOMPARE(desk.session->counts().runnable, 1);
}

void TestRunSession::aFileThatIsMerelyOpenSendsTheKeyNowhere()
{
    ScriptedService service;
    Desk desk({u"one"_s});
    config::BatchFile file = desk.fileWith({u"one"_s});
    file.source.settings.baseUrl = QString::fromUtf8(service.baseUrl().toEncoded());
    QSignalSpy read(&*desk.session, &ui::RunSession::pastRead);
    desk.document.reset(file);
    QTRY_VERIFY(!read.isEmpty());
    desk.session->findServer();
    QTRY_COMPARE(desk.session->server()->baseUrl(), service.baseUrl());
    QCoreApplication::processEvents();
    QCOMPARE(service.http().requests().size(), 0);

    // Who runs it there means that server.
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, 20'000);
    QTRY_VERIFY(desk.session->balance()->amount());
}

void TestRunSession::theBalanceIsAskedForWithAKeyAndAfterARun()
{
    ScriptedService service;
    service.balance = "10.00";
    qputenv(serverVariable, service.baseUrl().toEncoded());
    Desk desk({u"one"_s});
    QTRY_COMPARE(desk.session->balance()->amount(), batch::Cost::fromUsd(10));
    QTRY_COMPARE(desk.session->counts().runnable, 1);
    service.balance = "9.96";
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, 20'000);
    QTRY_COMPARE(desk.session->balance()->amount(), batch::Cost::fromUsd(9.96));

    // Without a key there is no account to ask.
    qunsetenv(keyVariable);
    desk.session->findServer();
    QTRY_VERIFY(!desk.session->balance()->amount());
}

void TestRunSession::whatComesTooLateGetsARunOfItsOwn()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    qputenv(serverVariable, service.baseUrl().toEncoded());
    Desk desk({u"one"_s, u"two"_s, u"three"_s});
    batch::BatchSettings settings;
    settings.maxWorkers = 1;
    desk.document.changeSettings(settings, u"Settings"_s);
    desk.session->run();
    QTRY_COMPARE(desk.state(0), JobState::Generating);
    desk.session->stop();
    QTRY_COMPARE(desk.state(2), JobState::Cancelled);

    desk.session->runAgain({desk.id(1)});
    QTRY_COMPARE(desk.state(1), JobState::Waiting);
    desk.session->runAgain({desk.id(2)});
    QTRY_COMPARE(desk.state(2), JobState::Waiting);
    mayFinish = true;

    for (int row = 0; row < 3; ++row)
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(row), JobState::Succeeded, 20'000);
    QCOMPARE(service.submissions, 3);
}

void TestRunSession::whatWasAskedOfAnotherDocumentIsForgotten()
{
    ScriptedService service;
    qputenv(serverVariable, service.baseUrl().toEncoded());
    Desk desk({u"one"_s});
    desk.session->run();
    desk.document.reset(desk.fileWith({u"not asked for"_s}));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!desk.session->isRunning());
    QCOMPARE(desk.state(0), JobState::Draft);
}

void TestRunSession::aKeyGoesToItsOwnServerOnly()
{
    ScriptedService first;
    ScriptedService second;
    first.submit = [](Peer &peer, int) { ScriptedService::refuse(peer, 401, "no such key"); };
    qputenv(serverVariable, first.baseUrl().toEncoded());
    Desk desk({u"one"_s});
    desk.session->run();
    const auto paused = [&] {
        const auto &progress = desk.session->batchProgress();
        return progress && progress->paused == engine::PauseReason::Key;
    };
    QTRY_VERIFY(paused());

    qputenv(serverVariable, second.baseUrl().toEncoded());
    qputenv(keyVariable, "the-second-key");
    desk.session->resume();
    QTRY_COMPARE(first.submissions, 2);
    QTRY_VERIFY(paused());
    QVERIFY(!anyRequestHolds(first, "the-second-key"));

    // A new key for the server that it is for is taken.
    qputenv(serverVariable, first.baseUrl().toEncoded());
    first.submit = [&](Peer &peer, int n) { first.accept(peer, n); };
    desk.session->resume();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, 20'000);
    QVERIFY(anyRequestHolds(first, "the-second-key"));
    QCOMPARE(second.submissions + second.polls, 0);
}

void TestRunSession::jobsJoinNoRunOfAnotherServer()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    qputenv(serverVariable, service.baseUrl().toEncoded());
    Desk desk({u"one"_s});
    desk.session->run();
    QTRY_COMPARE(desk.state(0), JobState::Generating);

    // Neither server nor key any more: from here on everything is free, says the window.
    qunsetenv(serverVariable);
    qunsetenv(keyVariable);
    desk.document.insertJobs(1, {imageJob(u"free"_s)}, u"Insert"_s);
    QSignalSpy refused(&*desk.session, &ui::RunSession::refused);
    desk.session->run();
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(desk.session->isSandbox());
    QCOMPARE(desk.state(1), JobState::Draft);
    QCOMPARE(service.submissions, 1);
}

QTEST_MAIN(TestRunSession)
#include "test_runsession.moc"
