// SPDX-License-Identifier: GPL-3.0-or-later
//
// A batch that is opened again: what was paid for, what nobody knows, what others are doing.
#include "account/preferences.h"
#include "engine/scriptedservice.h"
#include "session/desk.h"
#include "store/ledger.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

constexpr auto keyVariable = "ATLAS_CLOUD_API_KEY";
constexpr auto serverVariable = "ATLASCLOUD_BASE_URL";
constexpr int patience = 20'000; // ms

std::shared_ptr<store::BatchLock> lockOf(const QString &path)
{
    const auto lock = store::BatchLock::acquire(
        store::batchName(path),
        QFileInfo(path).dir().filePath(batch::defaults::outputDir.toString()));
    return lock ? *lock : nullptr;
}

} // namespace

class TestPast : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void whatWasLeftIsFetchedWhenOpenedAgain();
    void aResumeSubmitsNothing();
    void itResumesByItselfForWhoWantsThat();
    void leavingIsNotUndoneByThePreference();
    void whatWasMadeIsThereAndAnEditMakesADraft();
    void aFileThatIsGoneIsFetchedAgainForNothing();
    void whatADeletedJobPaidForIsFetched();
    void aHeldSubmissionIsForgotten();
    void whatWasPaidForIsGivenUp();
    void nothingIsGivenUpDuringARun();
    void nothingIsGivenUpWhileAnotherProgramIsAtWork();
    void aHeldSubmissionIsSentAgainOnce();
    void aRunNeverTakesWhatIsHeld();
    void whoHasTheBatchIsSaidAndWaitedFor();
    void anotherProgramIsWatched();
    void aDamagedLedgerStopsRunsUntilItIsKeptAside();
    void anotherServerHasAPastOfItsOwn();
    void aBatchKeepsItsPastWhenItIsSaved();
    void aDeletedJobThatWaitsIsNotSubmitted();
    void aDisabledJobThatWaitsIsNotSubmitted();
    void whatIsDeletedAndComesBackKeepsItsResult();
    void manyJobsAreReadWithoutStoppingTheWindow();

private:
    QString path() const { return m_dir->filePath(u"batch.yaml"_s); }
    Desk opened(const QStringList &names) const { return Desk(path(), names); }
    void leaveGenerating(const QStringList &names);
    void makeHeld(const QStringList &names);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ScriptedService> m_service;
};

void TestPast::init()
{
    QSettings().clear();
    account::setPreferences({});
    m_dir = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<ScriptedService>();
    qputenv(keyVariable, "a-key");
    qputenv(serverVariable, m_service->baseUrl().toEncoded());
}

void TestPast::cleanup()
{
    qunsetenv(keyVariable);
    qunsetenv(serverVariable);
}

/// Runs the jobs until the server has them all, and leaves.
void TestPast::leaveGenerating(const QStringList &names)
{
    m_service->poll = [this](Peer &peer, int) { m_service->running(peer); };
    Desk desk(path(), names);
    desk.session->run();
    for (int row = 0; row < names.size(); ++row)
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(row), JobState::Generating, patience);
    desk.session->leave();
    QTRY_VERIFY(!desk.session->isRunning());
    QCOMPARE(desk.counts().unfetched, names.size());
    m_service->poll = {};
    m_service->poll = [this](Peer &peer, int) { m_service->complete(peer); };
}

/// Runs the jobs against a server that breaks off after it has read them.
void TestPast::makeHeld(const QStringList &names)
{
    m_service->submit = [](Peer &peer, int) { peer.reset(); };
    Desk desk(path(), names);
    desk.session->run();
    for (int row = 0; row < names.size(); ++row)
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(row), JobState::Unresolved, patience);
    QTRY_VERIFY(!desk.session->isRunning());
    m_service->submit = [this](Peer &peer, int n) { m_service->accept(peer, n); };
}

void TestPast::whatWasLeftIsFetchedWhenOpenedAgain()
{
    leaveGenerating({u"one"_s, u"two"_s});
    Desk desk = opened({u"one"_s, u"two"_s, u"three"_s});
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.counts().unfetched, 2);
    QCOMPARE(desk.state(0), JobState::Generating);
    QCOMPARE(desk.state(2), JobState::Draft);
    QCOMPARE(desk.session->bill().all.committed, Cost::fromUsd(0.08));
    QCOMPARE(desk.session->bill().all.toCome, Cost::fromUsd(0.04));
    QVERIFY(!desk.session->isRunning());
    QVERIFY(!desk.session->progressOf(desk.id(0))->note.isEmpty());

    desk.session->run();
    for (int row = 0; row < 3; ++row)
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(row), JobState::Succeeded, patience);
    QCOMPARE(m_service->submissions, 3);
}

void TestPast::aResumeSubmitsNothing()
{
    leaveGenerating({u"one"_s});
    // Should the generation have failed in the meantime, that is all there is.
    m_service->poll = [](Peer &peer, int) {
        peer.json(200, R"({"code":200,"data":{"id":"x","status":"failed","error":"no luck"}})");
    };
    Desk desk = opened({u"one"_s, u"two"_s});
    QTRY_VERIFY(desk.isRead());
    desk.session->resumeUnfetched();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Failed, patience);
    QTRY_VERIFY(!desk.session->isRunning());
    QCOMPARE(desk.state(1), JobState::Draft);
    QCOMPARE(m_service->submissions, 1);
}

void TestPast::itResumesByItselfForWhoWantsThat()
{
    leaveGenerating({u"one"_s});
    account::setPreferences({{}, true});
    Desk desk = opened({u"one"_s, u"two"_s});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QCOMPARE(desk.read->first().at(1).toBool(), true);
    QCOMPARE(desk.state(1), JobState::Draft);
    QCOMPARE(m_service->submissions, 1);
}

void TestPast::leavingIsNotUndoneByThePreference()
{
    account::setPreferences({{}, true});
    m_service->poll = [this](Peer &peer, int) { m_service->running(peer); };
    Desk desk = opened({u"one"_s});
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    desk.session->leave();
    QTRY_VERIFY(!desk.session->isRunning());
    desk.session->past()->read();
    const auto before = desk.read->size();
    QTRY_VERIFY(desk.read->size() > before);
    QVERIFY(!desk.session->isStarting());
    QVERIFY(!desk.session->isRunning());
}

void TestPast::whatWasMadeIsThereAndAnEditMakesADraft()
{
    {
        Desk desk = opened({u"one"_s});
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
        QTRY_VERIFY(!desk.session->isRunning());
    }
    Desk desk = opened({u"one"_s});
    QTRY_COMPARE(desk.state(0), JobState::Succeeded);
    QCOMPARE(desk.counts().runnable, 0);
    QCOMPARE(desk.counts().succeeded, 1);
    QCOMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.04));
    const auto &outputs = desk.session->progressOf(desk.id(0))->result.outputs;
    QCOMPARE(outputs.size(), 1);
    QVERIFY(QFile::exists(outputs.first().path));

    batch::Job edited = desk.document.job(0);
    edited.prompt = u"Something else"_s;
    desk.document.changeJob(0, edited, u"Edit"_s);
    QCOMPARE(desk.state(0), JobState::Draft);
    desk.document.undoStack()->undo();
    QCOMPARE(desk.state(0), JobState::Succeeded);
}

void TestPast::aFileThatIsGoneIsFetchedAgainForNothing()
{
    QString file;
    {
        Desk desk = opened({u"one"_s});
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
        file = desk.session->progressOf(desk.id(0))->result.outputs.first().path;
        QTRY_VERIFY(!desk.session->isRunning());
    }
    QVERIFY(QFile::remove(file));
    Desk desk = opened({u"one"_s});
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.read->first().at(0).toInt(), 1);
    QCOMPARE(desk.counts().unfetched, 1);
    desk.session->resumeUnfetched();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QVERIFY(QFile::exists(desk.session->progressOf(desk.id(0))->result.outputs.first().path));
    QCOMPARE(m_service->submissions, 1);
    QTRY_COMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.04));
}

void TestPast::whatADeletedJobPaidForIsFetched()
{
    leaveGenerating({u"one"_s, u"two"_s});
    Desk desk = opened({u"two"_s});
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.counts().unfetched, 2);
    QCOMPARE(desk.session->bill().all.committed, Cost::fromUsd(0.08));
    desk.session->resumeUnfetched();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QTRY_VERIFY(!desk.session->isRunning());
    QCOMPARE(desk.session->strayFiles().size(), 1);
    QVERIFY(QFile::exists(desk.session->strayFiles().first()));
    QVERIFY(desk.session->strayFiles().first().contains(u"one"_s));
    QCOMPARE(desk.counts().unfetched, 0);
    QCOMPARE(m_service->submissions, 2);
}

void TestPast::aHeldSubmissionIsForgotten()
{
    makeHeld({u"one"_s});
    {
        Desk desk = opened({u"one"_s});
        QTRY_COMPARE(desk.state(0), JobState::Unresolved);
        QCOMPARE(desk.counts().unresolved, 1);
        QCOMPARE(desk.counts().runnable, 0);
        QCOMPARE(desk.session->bill().all.committed, Cost::fromUsd(0.04));
        const ui::HeldSubmission held = desk.session->held().value(0);
        QCOMPARE(held.job, desk.id(0));
        QCOMPARE(held.request.value("prompt"_L1).toString(), u"A picture of one"_s);
        QVERIFY(held.submittedAt.isValid());
        QCOMPARE(held.cost, Cost::fromUsd(0.04));
        QVERIFY(!held.isStray && !held.isEdited);

        desk.session->forget({held.job});
        QCOMPARE(desk.state(0), JobState::Draft);
        QTRY_VERIFY(desk.read->size() >= 2);
        QCOMPARE(desk.state(0), JobState::Draft);
        QCOMPARE(desk.session->bill().all.committed, Cost());
    }
    Desk desk = opened({u"one"_s});
    QTRY_VERIFY(desk.isRead());
    QCOMPARE(desk.state(0), JobState::Draft);
    QVERIFY(desk.session->held().isEmpty());
}

void TestPast::whatWasPaidForIsGivenUp()
{
    leaveGenerating({u"one"_s, u"two"_s});
    Desk desk = opened({u"one"_s, u"two"_s});
    QTRY_COMPARE(desk.counts().unfetched, 2);
    desk.session->forget({desk.id(0)});
    QCOMPARE(desk.state(0), JobState::Draft);
    const auto before = desk.read->size();
    QTRY_VERIFY(desk.read->size() > before);
    QCOMPARE(desk.state(0), JobState::Draft);
    QCOMPARE(desk.state(1), JobState::Generating);
    QVERIFY(!desk.session->mayForget(desk.id(0)));
    QTRY_COMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.04));
    QCOMPARE(desk.session->bill().all.committed, Cost::fromUsd(0.04));

    desk.session->run();
    for (int row = 0; row < 2; ++row)
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(row), JobState::Succeeded, patience);
    QTRY_VERIFY(!desk.session->isRunning());
    QCOMPARE(m_service->submissions, 3);
    QTRY_COMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.12));
    desk.session->forget({desk.id(0)});
    QCOMPARE(desk.state(0), JobState::Succeeded);
}

void TestPast::nothingIsGivenUpDuringARun()
{
    leaveGenerating({u"one"_s});
    m_service->poll = [this](Peer &peer, int) { m_service->running(peer); };
    Desk desk = opened({u"one"_s});
    QTRY_COMPARE(desk.counts().unfetched, 1);
    QVERIFY(desk.session->mayForget(desk.id(0)));
    desk.session->run();
    QVERIFY(!desk.session->mayForget(desk.id(0)));
    QTRY_VERIFY(desk.session->isRunning());
    QVERIFY(!desk.session->mayForget(desk.id(0)));
    desk.session->forget({desk.id(0)});
    QCOMPARE(desk.state(0), JobState::Generating);
    desk.session->leave();
    QTRY_VERIFY(!desk.session->isRunning());
    QVERIFY(desk.session->mayForget(desk.id(0)));
}

void TestPast::nothingIsGivenUpWhileAnotherProgramIsAtWork()
{
    leaveGenerating({u"one"_s});
    Desk desk = opened({u"one"_s});
    QTRY_COMPARE(desk.counts().unfetched, 1);
    // It has begun since the window looked.
    const auto lock = lockOf(path());
    QVERIFY(lock);
    QSignalSpy refused(&*desk.session, &ui::RunSession::refused);
    desk.session->forget({desk.id(0)});
    QTRY_COMPARE(refused.size(), 1);
    QTRY_COMPARE(desk.state(0), JobState::Generating);
    QVERIFY(!desk.session->mayForget(desk.id(0)));
}

void TestPast::aHeldSubmissionIsSentAgainOnce()
{
    makeHeld({u"one"_s, u"two"_s});
    Desk desk = opened({u"one"_s});
    QTRY_COMPARE(desk.counts().unresolved, 2);
    const QList<ui::HeldSubmission> held = desk.session->held();
    QCOMPARE(held.size(), 2);
    QVERIFY(held.last().isStray);
    desk.session->runAgain({held.first().job, held.last().job});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
    QCOMPARE(m_service->submissions, 4);
    QCOMPARE(desk.counts().unresolved, 0);
    QCOMPARE(desk.session->strayFiles().size(), 1);
    // The first ones may have been charged, and stay on the bill.
    QCOMPARE(desk.session->bill().all.committed, Cost::fromUsd(0.08));
    QCOMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.08));

    Desk again = opened({u"one"_s});
    QTRY_VERIFY(again.isRead());
    QCOMPARE(again.state(0), JobState::Succeeded);
    QCOMPARE(again.counts().unresolved, 0);
    QCOMPARE(again.session->bill().all.committed, Cost::fromUsd(0.08));
}

void TestPast::aRunNeverTakesWhatIsHeld()
{
    makeHeld({u"one"_s});
    Desk desk = opened({u"one"_s, u"two"_s});
    desk.session->run(); // before the past is known
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(1), JobState::Succeeded, patience);
    QTRY_VERIFY(!desk.session->isRunning());
    QCOMPARE(desk.state(0), JobState::Unresolved);
    QCOMPARE(m_service->submissions, 2);
}

void TestPast::whoHasTheBatchIsSaidAndWaitedFor()
{
    auto lock = lockOf(path());
    QVERIFY(lock);
    Desk desk = opened({u"one"_s});
    ui::BatchPast &past = *desk.session->past();
    QTRY_VERIFY(past.owner());
    QCOMPARE(past.owner()->pid, QCoreApplication::applicationPid());

    QSignalSpy taken(&past, &ui::BatchPast::takenBy);
    desk.session->run();
    QVERIFY(desk.session->isStarting());
    QTRY_COMPARE(taken.size(), 1);
    QVERIFY(!desk.session->isStarting());
    QVERIFY(!desk.session->isRunning());

    past.wait();
    QTRY_VERIFY(!past.isClaiming());
    QVERIFY(past.isWaiting());
    past.giveUp();
    QVERIFY(!past.isWaiting());
    QCOMPARE(m_service->submissions, 0);

    past.wait();
    QTRY_VERIFY(!past.isClaiming());
    lock.reset();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QVERIFY(!past.isWaiting());
    QVERIFY(!past.owner());
    QTRY_VERIFY(!desk.session->isRunning());
    QTRY_VERIFY(lockOf(path()));
}

void TestPast::anotherProgramIsWatched()
{
    auto lock = lockOf(path());
    Desk desk = opened({u"one"_s});
    QTRY_VERIFY(desk.isRead());
    ui::BatchPast &past = *desk.session->past();
    QTRY_VERIFY(past.owner());
    past.watch();
    QVERIFY(past.isWatching());

    store::Ledger ledger;
    const auto kept = [](const tl::expected<void, store::StoreError> &done) { QVERIFY(done); };
    store::Intent intent;
    intent.submission = u"s-%1"_s.arg(m_dir->path());
    intent.batch = store::batchName(path());
    intent.server = store::serverName(m_service->baseUrl());
    intent.job = Desk::imageJob(u"one"_s);
    intent.estimate = Cost::fromUsd(0.04);
    intent.at = QDateTime::currentDateTimeUtc();
    ledger.recordIntent(intent, kept);
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Submitting, patience);
    ledger.recordAccepted(intent.submission, u"p1"_s, kept);
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    QVERIFY(!desk.session->progressOf(desk.id(0))->parked);
    QCOMPARE(desk.counts().unfetched, 0);
    QCOMPARE(desk.session->bill().all.committed, Cost::fromUsd(0.04));

    // It dies: what it left can be taken up.
    lock.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!past.isWatching(), patience);
    QTRY_COMPARE(desk.counts().unfetched, 1);
    QVERIFY(!past.owner());
}

void TestPast::aDamagedLedgerStopsRunsUntilItIsKeptAside()
{
    const QByteArray home = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", m_dir->filePath(u"data"_s).toUtf8());
    QVERIFY(QDir().mkpath(m_dir->filePath(u"data/rushes"_s)));
    QFile damaged(store::Ledger::defaultPath());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(8192, 'x'));
    damaged.close();
    {
        Desk desk = opened({u"one"_s});
        ui::BatchPast &past = *desk.session->past();
        QTRY_VERIFY(past.problem());
        QCOMPARE(past.problem()->kind, store::LedgerError::Kind::Damaged);
        QSignalSpy again(&past, &ui::BatchPast::problemChanged);
        desk.session->run();
        QTRY_VERIFY(!again.isEmpty());
        QVERIFY(past.problem());
        QVERIFY(!desk.session->isStarting());
        QCOMPARE(m_service->submissions, 0);

        QSignalSpy kept(&past, &ui::BatchPast::keptAside);
        past.keepLedgerAside();
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(QFile::exists(kept.first().first().toString()));
        QTRY_VERIFY(!past.problem());
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
        QTRY_VERIFY(!desk.session->isRunning());
    }
    qputenv("XDG_DATA_HOME", home);
}

void TestPast::anotherServerHasAPastOfItsOwn()
{
    ScriptedService other;
    Desk desk = opened({u"one"_s});
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QTRY_VERIFY(!desk.session->isRunning());

    qputenv(serverVariable, other.baseUrl().toEncoded());
    desk.session->findServer();
    QTRY_COMPARE(desk.state(0), JobState::Draft);
    QCOMPARE(desk.session->bill().all.spent, Cost());
    qputenv(serverVariable, m_service->baseUrl().toEncoded());
    desk.session->findServer();
    QTRY_COMPARE(desk.state(0), JobState::Succeeded);
}

void TestPast::aBatchKeepsItsPastWhenItIsSaved()
{
    const QString first = m_dir->filePath(u"first.yaml"_s);
    const QString second = m_dir->filePath(u"second.yaml"_s);
    {
        // Never saved so far.
        Desk desk(QString(), {u"one"_s});
        batch::BatchSettings settings;
        settings.outputDir = m_dir->filePath(u"out"_s);
        desk.document.changeSettings(settings, u"Folder"_s);
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
        QTRY_VERIFY(!desk.session->isRunning());
        for (const QString &path : {first, second}) {
            config::BatchFile file = Desk::file(path, {u"one"_s});
            file.source.settings = settings;
            desk.document.markSaved(file);
        }
        QCOMPARE(desk.state(0), JobState::Succeeded);
    }
    for (const QString &path : {first, second}) {
        Desk desk(path, {u"one"_s});
        QTRY_VERIFY(desk.isRead());
        QCOMPARE(desk.state(0), JobState::Succeeded);
    }
    QCOMPARE(m_service->submissions, 1);
}

void TestPast::aDeletedJobThatWaitsIsNotSubmitted()
{
    m_service->poll = [this](Peer &peer, int) { m_service->running(peer); };
    Desk desk = opened({u"one"_s, u"two"_s, u"three"_s});
    batch::BatchSettings settings;
    settings.maxWorkers = 1;
    desk.document.changeSettings(settings, u"Settings"_s);
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    QTRY_COMPARE(desk.state(1), JobState::Waiting);
    desk.document.removeJobs({1});
    m_service->poll = [this](Peer &peer, int) { m_service->complete(peer); };
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(1), JobState::Succeeded, patience);
    QTRY_VERIFY(!desk.session->isRunning());
    QCOMPARE(m_service->submissions, 2);

    desk.document.undoStack()->undo();
    QTRY_COMPARE(desk.counts().runnable, 1);
}

void TestPast::aDisabledJobThatWaitsIsNotSubmitted()
{
    m_service->poll = [this](Peer &peer, int) { m_service->running(peer); };
    Desk desk = opened({u"one"_s, u"two"_s});
    batch::BatchSettings settings;
    settings.maxWorkers = 1;
    desk.document.changeSettings(settings, u"Settings"_s);
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    batch::Job off = desk.document.job(1);
    off.enabled = false;
    desk.document.changeJob(1, off, u"Off"_s);
    QTRY_COMPARE(desk.state(1), JobState::Cancelled);
    m_service->poll = [this](Peer &peer, int) { m_service->complete(peer); };
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
    QCOMPARE(m_service->submissions, 1);
}

void TestPast::whatIsDeletedAndComesBackKeepsItsResult()
{
    Desk desk = opened({u"one"_s, u"two"_s});
    desk.session->run();
    for (int row = 0; row < 2; ++row)
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(row), JobState::Succeeded, patience);
    QTRY_VERIFY(!desk.session->isRunning());
    desk.document.removeJobs({0});
    desk.session->past()->read();
    const auto before = desk.read->size();
    QTRY_VERIFY(desk.read->size() > before);
    QCOMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.08));
    desk.document.undoStack()->undo();
    QCOMPARE(desk.state(0), JobState::Succeeded);
    QTRY_COMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.08));
}

void TestPast::manyJobsAreReadWithoutStoppingTheWindow()
{
    constexpr int count = 10'000;
    // Half of them failed in an earlier run, the others were left.
    config::BatchFile file;
    file.path = path();
    engine::History history;
    for (int i = 0; i < count; ++i) {
        batch::Job job = Desk::imageJob(u"job %1"_s.arg(i));
        file.source.jobs.append(job);
        engine::Standing standing;
        standing.submitted = job;
        standing.result.job = job.id;
        standing.result.name = job.name;
        standing.result.model = job.model;
        standing.result.state = i % 2 ? JobState::Failed : JobState::Generating;
        standing.result.predictionId = u"p%1"_s.arg(i);
        standing.result.cost = Cost::fromUsd(0.04);
        history.jobs.insert(job.id, standing);
    }
    ui::BatchDocument document(catalog::Catalog::builtIn());
    document.reset(file);
    ui::Takes takes([&](batch::JobId id) { return document.madeJob(id); });
    ui::Takes read = ui::Takes::of(history, {document.catalog(), 1, false, {}, {}});
    QElapsedTimer timer;
    timer.start();
    const auto changed = takes.restore(read);
    qInfo("10,000 jobs are taken over in %lld ms", static_cast<long long>(timer.restart()));
    QCOMPARE(changed.size(), count);
    QVERIFY(takes.restore(read).isEmpty());
    qInfo("and again in %lld ms", static_cast<long long>(timer.restart()));
    QCOMPARE(
        takes
            .bill(document.batch(),
                  [&](const batch::Job &job) { return std::optional(document.estimateOf(job.id)); })
            .all.committed,
        Cost::fromUsd(0.04 * count / 2));
    qInfo("the bill takes %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_MAIN(TestPast)
#include "test_past.moc"
