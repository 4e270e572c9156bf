// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person does to a run, and what the disk and the store do to it.
#include "engine/scriptedservice.h"
#include "engine/trial.h"

#include "batch/filename.h"
#include "engine/job/resultfile.h"
#include "engine/runthread.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

/// A store whose answers the test gives, one by one or all alike.
class MoodyStore : public MemorySubmissions
{
public:
    bool intentFails = false;
    bool acceptedFails = false;
    bool outcomeFails = false;
    bool holdsIntents = false;
    QList<std::function<void()>> held;

    void recordIntent(const store::Intent &intent, Done done) override
    {
        if (intentFails) {
            done(tl::unexpected(u"The disk is full"_s));
        } else if (holdsIntents) {
            held.append([this, intent, done] { MemorySubmissions::recordIntent(intent, done); });
        } else {
            MemorySubmissions::recordIntent(intent, done);
        }
    }
    void recordAccepted(const QString &submission, const QString &id, Done done) override
    {
        if (acceptedFails)
            done(tl::unexpected(u"The disk is full"_s));
        else
            MemorySubmissions::recordAccepted(submission, id, done);
    }
    void recordOutcome(const QString &submission, const batch::JobResult &result,
                       Done done) override
    {
        if (outcomeFails)
            done(tl::unexpected(u"The disk is full"_s));
        else
            MemorySubmissions::recordOutcome(submission, result, done);
    }
};

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ControlTest : public QObject
{
    Q_OBJECT
private slots:
    void stopFetchesWhatWasSubmitted();
    void leaveKeepsWhatWasPaid();
    void leaveInTheMiddleOfASubmission();
    void leaveFromWithinASignal();
    void budgetPauses();
    void budgetCountsEarlierRuns();
    void budgetCountsReplacedResults();
    void budgetCountsWhatComesToLight();
    void slotsCanBeChanged();
    void downloadsHoldNoSlotAndAreSixAtMost();
    void addedJobsRunToo();
    void addedJobsGoByWhatIsKnownThen();
    void failedJobIsTriedAgain();
    void parkedJobIsTakenUpInTheSameRun();
    void parkedJobOfAnEarlierRunIsTakenUpWhenAdded();
    void takenUpAndLeftKeepsNoPart();
    void intentComesFirst();
    void stopWhileTheStoreThinks();
    void storeThatFailsPauses_data();
    void storeThatFailsPauses();
    void folderThatCantBeMade();
    void folderOfAddedJobsThatCantBeMade();
    void folderThatGoesAway();
    void manifestThatCantBeWritten();
    void existingFilesStay();
    void sameNamesAndEarlierResults();
    void changedTypeFindsAFileOfItsOwn();
    void emptyRunEnds();
    void progressAddsUp();
    void threadRunsAndEnds();
    void threadLeavesAtItsEnd();
};

void ControlTest::stopFetchesWhatWasSubmitted()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    Trial trial(service.baseUrl(), mixedJobs(8));
    trial.request.settings.maxWorkers = 3;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 3);

    run.stop();
    QVERIFY(run.progress().stopping);
    QCOMPARE(run.progress().cancelled, 5);
    QVERIFY(!trial.isFinished());
    mayFinish = true;

    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.succeeded, 3);
    QCOMPARE(service.submissions, 3);
    QCOMPARE(trial.files().size(), 3);
    QCOMPARE(trial.manifest()["cancelled"_L1].toInt(), 5);
}

void ControlTest::leaveKeepsWhatWasPaid()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Trial trial(service.baseUrl(), mixedJobs(5));
    trial.request.settings.maxWorkers = 2;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 2);
    QTRY_VERIFY(service.polls > 0);

    run.leave();

    QCOMPARE(trial.ends(), 1);
    QCOMPARE(run.progress().generating, 2);
    QCOMPARE(run.progress().cancelled, 3);
    QCOMPARE(trial.manifest()["unfinished"_L1].toInt(), 2);
    const QJsonValue first = trial.manifest()["results"_L1].toArray().at(0);
    QCOMPARE(first["status"_L1].toString(), u"generating"_s);
    // Which of the two was accepted first, nobody knows.
    const QString prediction = trial.job(first["name"_L1].toString()).result.predictionId;
    QVERIFY(!prediction.isEmpty());
    QCOMPARE(first["prediction_id"_L1].toString(), prediction);
    QCOMPARE(first["cost"_L1].toDouble(), 0.0);

    // The next run takes both up, and submits the others only.
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    Trial later(service.baseUrl(), trial.request.jobs);
    for (const batch::Job &job : trial.request.jobs)
        later.request.earlier.append(trial.job(job.name).result);
    QVERIFY(later.runToEnd().allSucceeded());
    QCOMPARE(service.submissions, 5);
}

void ControlTest::leaveInTheMiddleOfASubmission()
{
    ScriptedService service;
    service.submit = [](Peer &, int) {};
    Trial trial(service.baseUrl(), mixedJobs(2));
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(service.submissions, 1);

    run.leave();

    QCOMPARE(trial.ends(), 1);
    QCOMPARE(run.progress().unresolved, 1);
    QCOMPARE(run.progress().cancelled, 1);
    QCOMPARE(trial.memory.records().first().result.state, JobState::Unresolved);
}

void ControlTest::leaveFromWithinASignal()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), mixedJobs(6));
    engine::BatchRun &run = trial.begin();
    connect(&run, &engine::BatchRun::jobChanged, this, [&](const engine::JobProgress &progress) {
        if (progress.result.state == JobState::Downloading)
            run.leave();
    });
    trial.waitForEnd();
    service.roundTrip();
    QCOMPARE(trial.ends(), 1);
    for (const QString &file : trial.files())
        QVERIFY2(!file.endsWith(u".part"_s), qPrintable(file));
}

void ControlTest::budgetPauses()
{
    ScriptedService service;
    QList<batch::Job> jobs;
    for (int i = 0; i < 5; ++i)
        jobs.append(imageJob(u"picture %1"_s.arg(i))); // 0.04 each
    Trial trial(service.baseUrl(), jobs);
    trial.request.settings.budget = batch::Cost::fromUsd(0.10);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Budget);
    QTRY_COMPARE(run.progress().succeeded, 2);
    QCOMPARE(service.submissions, 2);
    QVERIFY2(run.progress().pauseMessage.contains(u"$0.02"_s),
             qPrintable(run.progress().pauseMessage));

    run.resume(); // Nothing has changed.
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Budget);
    QCOMPARE(service.submissions, 2);

    run.setBudget(batch::Cost::fromUsd(0.20)); // To the cent.
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 5);
}

void ControlTest::budgetCountsEarlierRuns()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    batch::JobResult earlier;
    earlier.job = batch::newJobId();
    earlier.name = u"before"_s;
    earlier.state = JobState::Succeeded;
    earlier.cost = batch::Cost::fromUsd(0.08);
    trial.request.earlier = {earlier};
    trial.request.settings.budget = batch::Cost::fromUsd(0.11);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Budget);
    run.stop();
    QCOMPARE(trial.waitForEnd().cancelled, 1);
    QCOMPARE(service.submissions, 0);
}

void ControlTest::budgetCountsReplacedResults()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.request.replacedCosts = batch::Cost::fromUsd(0.08);
    trial.request.settings.budget = batch::Cost::fromUsd(0.11);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Budget);
    run.stop();
    QCOMPARE(trial.waitForEnd().cancelled, 1);
    QCOMPARE(service.submissions, 0);
}

void ControlTest::budgetCountsWhatComesToLight()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)}); // 0.04
    trial.request.settings.budget = batch::Cost::fromUsd(0.11);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    engine::RunAddition addition{{imageJob(u"two"_s)}};
    addition.furtherCosts = batch::Cost::fromUsd(0.04);
    run.add(addition);
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Budget);
    QCOMPARE(service.submissions, 1);
    run.leave();
}

void ControlTest::slotsCanBeChanged()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    Trial trial(service.baseUrl(), mixedJobs(12));
    trial.request.settings.maxWorkers = 2;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 2);
    run.setMaxWorkers(5);
    QTRY_COMPARE(run.progress().generating, 5);
    QCOMPARE(service.submissions, 5);
    run.setMaxWorkers(1);
    mayFinish = true;
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(trial.mostSlots(), 5);
}

void ControlTest::downloadsHoldNoSlotAndAreSixAtMost()
{
    ScriptedService service;
    QList<std::function<void()>> held;
    bool hold = true;
    service.download = [&](Peer &peer, int) {
        if (!hold)
            service.sendPicture(peer);
        else // Stays open until it is reset.
            held.append([target = std::make_shared<Peer>(peer)] { target->reset(); });
    };
    Trial trial(service.baseUrl(), mixedJobs(10));
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    // With one slot all ten are generated while no download has ended.
    QTRY_COMPARE(run.progress().downloading, 10);
    QCOMPARE(service.submissions, 10);
    QTRY_COMPARE(service.downloads, 6);
    hold = false;
    for (const auto &release : std::as_const(held))
        release();
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(trial.files().size(), 10);
}

void ControlTest::addedJobsRunToo()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    // Its name is new to the run and taken all the same.
    run.add({{imageJob(u"Cat"_s), imageJob(u"dog"_s)}});
    mayFinish = true;
    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.total, 3);
    QVERIFY(end.allSucceeded());
    QCOMPARE(trial.files(),
             QStringList({u"images/cat.png"_s, u"images/cat_2.png"_s, u"images/dog.png"_s}));
    run.add({{imageJob(u"too late"_s)}});
    QCOMPARE(run.progress().total, 3);
}

void ControlTest::addedJobsGoByWhatIsKnownThen()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    const batch::Cost before = run.progress().bill.all.total();

    const batch::Job dog = imageJob(u"dog"_s);
    QMap<QString, batch::ModelOverride> dearer;
    dearer[dog.model].pricePerImage = batch::Cost::fromUsd(0.5);
    run.add({{dog}, catalog::Catalog::builtIn().withOverrides(dearer)});
    QTRY_COMPARE(run.progress().bill.all.total(), before + batch::Cost::fromUsd(0.5));
    mayFinish = true;
    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.bill.all.spent, before + batch::Cost::fromUsd(0.5));
}

void ControlTest::failedJobIsTriedAgain()
{
    ScriptedService service;
    bool accepts = false;
    service.submit = [&](Peer &peer, int n) {
        if (accepts || n > 1)
            service.accept(peer, n);
        else
            ScriptedService::refuse(peer, 422, "no");
    };
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s), imageJob(u"two"_s)});
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().failed, 1);
    QTRY_COMPARE(run.progress().generating, 1);
    QCOMPARE(run.progress().bill.all.total(), batch::Cost::fromUsd(0.04));
    run.add({{trial.request.jobs.first()}});
    QTRY_COMPARE(run.progress().waiting, 1);
    QCOMPARE(run.progress().bill.all.total(), batch::Cost::fromUsd(0.08));
    mayFinish = true;
    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.total, 2);
    QVERIFY(end.allSucceeded());
    QCOMPARE(trial.manifestLines(), QStringList({u"one success"_s, u"two success"_s}));
}

void ControlTest::parkedJobIsTakenUpInTheSameRun()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    QList<batch::Job> jobs{imageJob(u"one"_s), imageJob(u"two"_s)};
    jobs[0].maxWait = 20;
    Trial trial(service.baseUrl(), jobs);
    engine::BatchRun &run = trial.begin();
    QTRY_VERIFY(trial.job(u"one"_s).parked);
    mayFinish = true;
    run.add({{jobs.first()}});
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 2);
    QVERIFY(!trial.job(u"one"_s).parked);
}

void ControlTest::parkedJobOfAnEarlierRunIsTakenUpWhenAdded()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    const QList<batch::Job> jobs{imageJob(u"one"_s), imageJob(u"two"_s)};
    batch::JobResult left;
    left.job = jobs.at(0).id;
    left.name = jobs.at(0).name;
    left.state = JobState::Generating;
    left.predictionId = u"p-left"_s;
    left.cost = batch::Cost::fromUsd(0.04);
    Trial trial(service.baseUrl(), {jobs.at(1)});
    trial.request.fileStems = batch::fileStems(jobs);
    trial.request.earlier = {left};
    trial.request.settings.budget = batch::Cost::fromUsd(0.08);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);

    run.add({{jobs.at(0)}});
    mayFinish = true;

    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 1);
    QCOMPARE(trial.job(u"one"_s).result.predictionId, u"p-left"_s);
    QCOMPARE(run.progress().bill.all.spent, batch::Cost::fromUsd(0.08));
}

void ControlTest::takenUpAndLeftKeepsNoPart()
{
    ScriptedService service;
    bool mayFinish = true;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    service.download = [](Peer &peer, int) {
        const QByteArray picture = ScriptedService::picture();
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(picture.size())
                  + "\r\n\r\n" + picture.left(picture.size() / 2));
        peer.close();
    };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s), imageJob(u"two"_s)});
    trial.request.settings.maxWorkers = 1;
    // The other one waits for money, so that the run goes on.
    trial.request.settings.budget = batch::Cost::fromUsd(0.04);
    engine::BatchRun &run = trial.begin();
    QTRY_VERIFY(trial.job(u"one"_s).parked);
    const QString part =
        u"images/one.%1.part"_s.arg(engine::partTagOf(trial.job(u"one"_s).result.predictionId));
    QCOMPARE(trial.files(), QStringList(part));

    mayFinish = false;
    run.add({{trial.request.jobs.first()}});
    run.leave();

    QCOMPARE(trial.ends(), 1);
    QCOMPARE(trial.files(), QStringList());
}

void ControlTest::intentComesFirst()
{
    ScriptedService service;
    MoodyStore moody;
    moody.holdsIntents = true;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.store = &moody;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(moody.held.size(), 1);
    QCOMPARE(run.progress().submitting, 1);
    service.roundTrip();
    QCOMPARE(service.submissions, 0);
    moody.held.takeFirst()();
    QVERIFY(trial.waitForEnd().allSucceeded());
    const auto &record = moody.records().first();
    QCOMPARE(record.predictionId, u"p1"_s);
    QCOMPARE(record.intent.estimate, batch::Cost::fromUsd(0.04));
    QCOMPARE(record.intent.request["prompt"_L1].toString(), u"A picture of one"_s);
    QCOMPARE(record.result.state, JobState::Succeeded);
}

void ControlTest::stopWhileTheStoreThinks()
{
    ScriptedService service;
    MoodyStore moody;
    moody.holdsIntents = true;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.store = &moody;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(moody.held.size(), 1);
    run.stop();
    QVERIFY(!trial.isFinished());
    moody.held.takeFirst()();
    QCOMPARE(trial.waitForEnd().cancelled, 1);
    QCOMPARE(service.submissions, 0);
}

void ControlTest::storeThatFailsPauses_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("submissions");
    QTest::newRow("intent") << 0 << 0;
    QTest::newRow("accepted") << 1 << 1;
    QTest::newRow("outcome") << 2 << 1;
}

void ControlTest::storeThatFailsPauses()
{
    QFETCH(const int, which);
    QFETCH(const int, submissions);
    ScriptedService service;
    MoodyStore moody;
    moody.intentFails = which == 0;
    moody.acceptedFails = which == 1;
    moody.outcomeFails = which == 2;
    Trial trial(service.baseUrl(), mixedJobs(3));
    trial.request.settings.maxWorkers = 1;
    trial.store = &moody;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Store);
    QCOMPARE(run.progress().pauseMessage, u"The disk is full"_s);
    // What was paid for is fetched all the same.
    QTRY_COMPARE(run.progress().succeeded, submissions);
    QCOMPARE(service.submissions, submissions);

    moody.intentFails = moody.acceptedFails = moody.outcomeFails = false;
    run.resume();

    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 3);
    for (const auto &record : moody.records())
        QCOMPARE(record.result.state, JobState::Succeeded);
}

void ControlTest::folderThatCantBeMade()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), mixedJobs(4));
    write(trial.folder(), "a file in the place of the folder");

    const engine::BatchProgress end = trial.runToEnd();

    // Nothing is paid for what there is no place for.
    QCOMPARE(end.failed, 4);
    QCOMPARE(service.submissions, 0);
    QVERIFY(!trial.fileProblems().isEmpty());
    QVERIFY(
        trial.job(u"picture 1"_s).result.error.contains(QDir::toNativeSeparators(trial.folder())));
}

void ControlTest::folderOfAddedJobsThatCantBeMade()
{
    ScriptedService service;
    bool mayFinish = false;
    service.poll = [&](Peer &peer, int) {
        mayFinish ? service.complete(peer) : service.running(peer);
    };
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    write(trial.folder() + u"/videos"_s, "a file in the place of the folder");

    run.add({{videoJob(u"film"_s)}});
    mayFinish = true;

    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.failed, 1);
    QCOMPARE(end.succeeded, 1);
    QCOMPARE(service.submissions, 1);
    QCOMPARE(trial.fileProblems().size(), 1);
}

void ControlTest::folderThatGoesAway()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    service.poll = [&](Peer &peer, int) {
        QDir(trial.folder()).removeRecursively();
        write(trial.folder(), "a file in the place of the folder");
        service.complete(peer);
    };
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.downloading, 1);
    QVERIFY(trial.job(u"one"_s).parked);
    QVERIFY(!trial.job(u"one"_s).note.isEmpty());
    QVERIFY(!trial.fileProblems().isEmpty());
}

void ControlTest::manifestThatCantBeWritten()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), mixedJobs(3));
    QVERIFY(QDir().mkpath(trial.folder() + u"/manifest.json/in the way"_s));
    QVERIFY(QDir().mkpath(trial.folder() + u"/rushes-manifest.json/as well"_s));
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(trial.fileProblems().size(), 1);
    QVERIFY(trial.fileProblems().first().contains(u"manifest.json"_s));
}

void ControlTest::existingFilesStay()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.complete(peer, 2); };
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    write(trial.folder() + u"/images/cat.png"_s, "mine");
    write(trial.folder() + u"/images/cat-take2.png"_s, "mine too");
    write(trial.folder() + u"/images/cat.part"_s, "left by something else");

    QVERIFY(trial.runToEnd().allSucceeded());

    QCOMPARE(trial.files(),
             QStringList({u"images/cat-2.png"_s, u"images/cat-take2.png"_s,
                          u"images/cat-take3.png"_s, u"images/cat.part"_s, u"images/cat.png"_s}));
    QCOMPARE(read(trial.folder() + u"/images/cat.png"_s), "mine"_ba);
    QCOMPARE(read(trial.folder() + u"/images/cat-take2.png"_s), "mine too"_ba);
    QCOMPARE(QImage(trial.job(u"cat"_s).result.outputs.at(0).path),
             QImage::fromData(ScriptedService::picture()));
    const QJsonValue result = trial.manifest()["results"_L1].toArray().at(0);
    QCOMPARE(result["local_path"_L1].toString(), u"images/cat-take3.png"_s);
    QCOMPARE(result["outputs"_L1].toArray().size(), 2);
}

void ControlTest::sameNamesAndEarlierResults()
{
    ScriptedService service;
    const QList<batch::Job> jobs{imageJob(u"cat"_s), imageJob(u"cat"_s), imageJob(u"cat"_s)};
    Trial trial(service.baseUrl(), {jobs.at(2), jobs.at(0)});
    batch::JobResult first;
    first.job = jobs.at(0).id;
    first.name = u"cat"_s;
    first.state = JobState::Failed;
    batch::JobResult second = first;
    second.job = jobs.at(1).id;
    second.state = JobState::Succeeded;
    trial.request.earlier = {first, second};
    trial.request.fileStems = batch::fileStems(jobs);
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(trial.files(), QStringList({u"images/cat.png"_s, u"images/cat_3.png"_s}));
    QCOMPARE(trial.manifest()["total_jobs"_L1].toInt(), 3);
    const QJsonArray results = trial.manifest()["results"_L1].toArray();
    QCOMPARE(results.at(0)["local_path"_L1].toString(), u"images/cat.png"_s);
    QVERIFY(results.at(1)["local_path"_L1].isNull());
    QCOMPARE(results.at(2)["local_path"_L1].toString(), u"images/cat_3.png"_s);
}

/// A picture and a film may have the same name, for they lie in different folders; not so when
/// the picture has been made a film.
void ControlTest::changedTypeFindsAFileOfItsOwn()
{
    ScriptedService service;
    std::function<void()> release;
    service.download = [&](Peer &peer, int n) {
        if (n == 1)
            release = [&service, held = std::make_shared<Peer>(peer)] {
                service.sendPicture(*held);
            };
        else
            service.sendPicture(peer);
    };
    const QList<batch::Job> jobs{videoJob(u"cat"_s), imageJob(u"cat"_s)};
    Trial trial(service.baseUrl(), jobs);
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().succeeded, 1);
    QCOMPARE(run.progress().downloading, 1);

    batch::Job changed = videoJob(u"cat"_s);
    changed.id = jobs.at(1).id;
    run.add({{changed}});
    QTRY_COMPARE(service.downloads, 3);
    QTRY_COMPARE(run.progress().succeeded, 1);
    release();

    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(trial.files(),
             QStringList({u"images/cat.png"_s, u"videos/cat.png"_s, u"videos/cat_2.png"_s}));
}

void ControlTest::emptyRunEnds()
{
    ScriptedService service;
    Trial trial(service.baseUrl());
    QCOMPARE(trial.runToEnd().total, 0);
    QCOMPARE(trial.ends(), 1);
}

void ControlTest::progressAddsUp()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int n) {
        n % 3 == 0 ? ScriptedService::refuse(peer, 422, "no") : service.accept(peer, n);
    };
    Trial trial(service.baseUrl(), mixedJobs(12));
    engine::BatchRun &run = trial.begin();
    QSignalSpy progress(&run, &engine::BatchRun::progressChanged);
    bool wrong = false;
    connect(&run, &engine::BatchRun::progressChanged, this, [&](const engine::BatchProgress &p) {
        const int sum = p.waiting + p.submitting + p.generating + p.downloading + p.ended();
        wrong = wrong || sum != p.total || p.bill.all.jobs != p.total;
    });
    const engine::BatchProgress end = trial.waitForEnd();
    QVERIFY(!wrong);
    QCOMPARE(end.failed, 4);
    QCOMPARE(end.ended(), 12);
    QCOMPARE(end.bill.all.toCome, batch::Cost());
    QCOMPARE(end.bill.all.committed, batch::Cost());
}

void ControlTest::threadRunsAndEnds()
{
    ScriptedService service;
    const Trial trial(service.baseUrl(), mixedJobs(6));
    engine::RunRequest request = trial.request;
    request.fileStems = batch::fileStems(request.jobs);
    engine::RunThread thread([] { return std::make_unique<MemorySubmissions>(); });
    thread.stop(); // Without a run nothing happens.
    QSignalSpy started(&thread, &engine::RunThread::started);
    QSignalSpy finished(&thread, &engine::RunThread::finished);
    bool elsewhere = false;
    connect(&thread, &engine::RunThread::jobChanged, this, [&](const engine::JobProgress &) {
        elsewhere = elsewhere || QThread::currentThread() != qApp->thread();
    });
    for (int round = 1; round <= 2; ++round) {
        QVERIFY(!thread.isRunning());
        thread.start(request);
        QVERIFY(thread.isRunning());
        thread.start(request); // Under way already.
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), round, 30'000);
        QCOMPARE(started.size(), round);
        const auto end = finished.last().first().value<engine::BatchProgress>();
        QVERIFY(end.allSucceeded());
    }
    QVERIFY(!elsewhere);
    QSignalSpy late(&thread, &engine::RunThread::addedTooLate);
    thread.add({request.jobs.first(1)});
    QTRY_COMPARE(late.size(), 1);
    QCOMPARE(trial.files().size(), 12);
}

void ControlTest::threadLeavesAtItsEnd()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    const Trial trial(service.baseUrl(), mixedJobs(6));
    engine::RunRequest request = trial.request;
    request.fileStems = batch::fileStems(request.jobs);
    {
        engine::RunThread thread([] { return std::make_unique<MemorySubmissions>(); });
        thread.start(request);
        QTRY_VERIFY(service.polls >= 3);
    }
    QVERIFY(trial.manifest()["unfinished"_L1].toInt() > 0);
}

QTEST_MAIN(ControlTest)
#include "test_control.moc"
