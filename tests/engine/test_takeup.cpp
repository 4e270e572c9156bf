// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a run tells the store and when, and how it goes on from what an earlier program left.
#include "engine/scriptedservice.h"
#include "engine/trial.h"

#include "engine/job/resultfile.h"

#include <QDir>
#include <QImage>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

/// Keeps acceptances and outcomes waiting for as long as a test likes.
class SlowStore : public MemorySubmissions
{
public:
    void recordAccepted(const QString &submission, const QString &id, Done done) override
    {
        held.append([this, submission, id, done] {
            MemorySubmissions::recordAccepted(submission, id, done);
        });
    }
    void recordOutcome(const QString &submission, const batch::JobResult &result,
                       Done done) override
    {
        outcomes.append(result);
        if (beforeOutcome)
            beforeOutcome(result);
        if (holdsOutcomes)
            held.append([this, submission, result, done] {
                MemorySubmissions::recordOutcome(submission, result, done);
            });
        else
            MemorySubmissions::recordOutcome(submission, result, done);
    }
    void release()
    {
        for (const auto &step : std::exchange(held, {}))
            step();
    }

    QList<std::function<void()>> held;
    bool holdsOutcomes = false;
    QList<batch::JobResult> outcomes;
    std::function<void(const batch::JobResult &)> beforeOutcome;
};

/// Doesn't take the first acceptance.
class ForgetfulStore : public MemorySubmissions
{
public:
    void recordAccepted(const QString &submission, const QString &id, Done done) override
    {
        if (++asked == 1)
            done(tl::unexpected(store::StoreError(u"There is no room"_s)));
        else
            MemorySubmissions::recordAccepted(submission, id, done);
    }

    int asked = 0;
};

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

batch::JobResult leftBehind(const batch::Job &job, JobState state)
{
    batch::JobResult result;
    result.job = job.id;
    result.name = job.name;
    result.model = job.model;
    result.state = state;
    result.cost = batch::Cost::fromUsd(0.03);
    result.submission = u"earlier"_s;
    result.submittedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
    result.predictionId = u"p-earlier"_s;
    result.attempts = 1;
    return result;
}

} // namespace

class TakeUpTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingHappensBeforeTheIdIsKept();
    void leaveBeforeTheIdIsKept();
    void idThatWasNotKeptIsTriedAgain();
    void leaveWhileTheNameIsWrittenDown();
    void nameIsWrittenDownBeforeTheFileHasIt();
    void goesOnWithItsSubmission();
    void fileThatIsThereIsNotFetchedAgain();
    void fileThatNobodyWroteDownIsTaken();
    void oldLinksServeWhereTheServerForgot();
    void oldLinksServeAfterAFullDiskToo();
    void finishedOnceIsNotMadeAnew();
    void submittedAgainSaysWhatItReplaces();
    void diskThatIsFullPausesAndGoesOn();
};

void TakeUpTest::nothingHappensBeforeTheIdIsKept()
{
    ScriptedService service;
    SlowStore store;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.store = &store;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(store.held.size(), 1);
    QCOMPARE(run.progress().submitting, 1);
    QCOMPARE(service.polls, 0);
    store.release();
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(store.records().constFirst().predictionId, u"p1"_s);
}

void TakeUpTest::leaveBeforeTheIdIsKept()
{
    ScriptedService service;
    SlowStore store;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.store = &store;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(store.held.size(), 1);
    run.leave();
    // It was accepted: that is known, whatever the store says.
    QCOMPARE(run.progress().generating, 1);
    QCOMPARE(trial.job(u"one"_s).result.predictionId, u"p1"_s);
    QVERIFY(trial.job(u"one"_s).parked);
    store.release();
    QCOMPARE(store.records().constFirst().predictionId, u"p1"_s);
}

/// Without a person, and long before the run ends.
void TakeUpTest::idThatWasNotKeptIsTriedAgain()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    ForgetfulStore store;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.store = &store;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Store);
    QTRY_COMPARE(store.records().constFirst().predictionId, u"p1"_s);
    QCOMPARE(store.asked, 2);
    QVERIFY(!trial.isFinished());
    // Should the program die before: the list of results has it.
    QTRY_VERIFY(QJsonDocument(trial.manifest()).toJson().contains("\"p1\""));
}

void TakeUpTest::leaveWhileTheNameIsWrittenDown()
{
    ScriptedService service;
    SlowStore store;
    Trial trial(service.baseUrl(), {imageJob(u"one"_s)});
    trial.store = &store;
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(store.held.size(), 1);
    store.release();
    store.beforeOutcome = [&store](const batch::JobResult &result) {
        store.holdsOutcomes = !result.outputs.constFirst().path.isEmpty();
    };
    QTRY_COMPARE(store.held.size(), 1);
    run.leave();
    QCOMPARE(trial.ends(), 1);
    QSignalSpy changed(&run, &engine::BatchRun::jobChanged);
    store.release();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(run.progress().downloading, 1);

    // What had come whole is there for the next run, whatever became of its link.
    const QString fetched = u"images/one.%1.fetched"_s.arg(engine::partTagOf(u"p1"_s));
    QCOMPARE(trial.files(), QStringList(fetched));
    service.download = [&](Peer &peer, int) { service.refuse(peer, 404, "gone"); };
    const int downloads = service.downloads;
    Trial later(service.baseUrl(), trial.request.jobs);
    later.request.outputDir = trial.folder();
    batch::JobResult earlier = leftBehind(trial.request.jobs.first(), JobState::Downloading);
    earlier.predictionId = u"p1"_s;
    later.request.earlier = {earlier};
    QVERIFY(later.runToEnd().allSucceeded());
    QCOMPARE(service.downloads, downloads);
    QCOMPARE(later.files(), QStringList(u"images/one.png"_s));
    QCOMPARE(QImage(trial.folder() + u"/images/one.png"_s),
             QImage::fromData(ScriptedService::picture()));
}

void TakeUpTest::nameIsWrittenDownBeforeTheFileHasIt()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.complete(peer, 2); };
    SlowStore store;
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    trial.store = &store;
    QStringList toldTooLate;
    store.beforeOutcome = [&](const batch::JobResult &result) {
        if (result.state != JobState::Downloading)
            return;
        for (qsizetype i = result.outputs.size(); i-- > 0;) {
            const QString path = result.outputs.at(i).path;
            if (path.isEmpty())
                continue;
            // The last one named is the one that is about to be there.
            if (QFileInfo::exists(path))
                toldTooLate.append(path);
            break;
        }
    };
    trial.begin();
    store.release();
    QTRY_COMPARE(store.held.size(), 1);
    store.release();
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(toldTooLate, QStringList());
    // Finished at the server, first name, second name, succeeded.
    QCOMPARE(store.outcomes.size(), 4);
    QCOMPARE(store.outcomes.at(1).outputs.at(0).path, trial.folder() + u"/images/cat.png"_s);
    QVERIFY(store.outcomes.at(1).outputs.at(1).path.isEmpty());
    QCOMPARE(store.outcomes.at(2).outputs.at(1).path, trial.folder() + u"/images/cat-2.png"_s);
    QCOMPARE(store.outcomes.at(3).state, JobState::Succeeded);
}

void TakeUpTest::goesOnWithItsSubmission()
{
    ScriptedService service;
    SlowStore store;
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    trial.store = &store;
    trial.request.earlier = {leftBehind(trial.request.jobs.first(), JobState::Generating)};
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(service.submissions, 0);
    const batch::JobResult &last = store.outcomes.constLast();
    QCOMPARE(last.submission, u"earlier"_s);
    QCOMPARE(last.predictionId, u"p-earlier"_s);
    QCOMPARE(last.cost, batch::Cost::fromUsd(0.03)); // as it was when it was submitted
    QCOMPARE(last.state, JobState::Succeeded);
}

void TakeUpTest::fileThatIsThereIsNotFetchedAgain()
{
    ScriptedService service;
    service.goAway();
    SlowStore store;
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    trial.store = &store;
    batch::JobResult earlier = leftBehind(trial.request.jobs.first(), JobState::Downloading);
    const QString path = trial.folder() + u"/images/cat.png"_s;
    write(path, ScriptedService::picture());
    earlier.outputs = {{QUrl(u"http://127.0.0.1:1/gone"_s), path}};
    trial.request.earlier = {earlier};
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(trial.files(), QStringList(u"images/cat.png"_s));
    QCOMPARE(store.outcomes.constLast().state, JobState::Succeeded);
}

void TakeUpTest::fileThatNobodyWroteDownIsTaken()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s), imageJob(u"dog"_s)});
    trial.request.earlier = {leftBehind(trial.request.jobs.at(0), JobState::Downloading)};
    // Another picture under the first name, ours under the second; a new job takes neither.
    write(trial.folder() + u"/images/cat.png"_s, "somebody's");
    write(trial.folder() + u"/images/cat-take2.png"_s, ScriptedService::picture());
    write(trial.folder() + u"/images/dog.png"_s, ScriptedService::picture());
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(trial.files(),
             QStringList({u"images/cat-take2.png"_s, u"images/cat.png"_s, u"images/dog-take2.png"_s,
                          u"images/dog.png"_s}));
    QCOMPARE(trial.job(u"cat"_s).result.outputs.at(0).path,
             trial.folder() + u"/images/cat-take2.png"_s);
}

void TakeUpTest::oldLinksServeWhereTheServerForgot()
{
    ScriptedService service;
    service.poll = [](Peer &peer, int) {
        ScriptedService::refuse(peer, 404, "no such prediction");
    };
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    batch::JobResult earlier = leftBehind(trial.request.jobs.first(), JobState::Downloading);
    earlier.outputs = {{service.http().url(u"/files/0"_s), {}}};
    trial.request.earlier = {earlier};
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(service.downloads, 1);
    QCOMPARE(trial.files(), QStringList(u"images/cat.png"_s));
}

void TakeUpTest::oldLinksServeAfterAFullDiskToo()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s), imageJob(u"dog"_s)});
    trial.request.settings.maxWorkers = 1;
    service.poll = [&](Peer &peer, int n) {
        if (n == 1) {
            QDir(trial.folder() + u"/images"_s).removeRecursively();
            service.complete(peer);
        } else {
            ScriptedService::refuse(peer, 404, "no such prediction");
        }
    };
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Disk);
    QVERIFY(QDir().mkpath(trial.folder() + u"/images"_s));
    run.stop();
    run.resume();
    QTRY_COMPARE(trial.files(), QStringList(u"images/cat.png"_s));
    QCOMPARE(trial.waitForEnd().succeeded, 1);
}

/// It may have been charged, whatever the server says of it now.
void TakeUpTest::finishedOnceIsNotMadeAnew()
{
    ScriptedService service;
    service.poll = [](Peer &peer, int) {
        peer.json(200, R"({"code":200,"data":{"id":"p","status":"failed","error":"it is gone"}})");
    };
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    batch::JobResult earlier = leftBehind(trial.request.jobs.first(), JobState::Downloading);
    earlier.outputs = {{service.http().url(u"/files/0"_s), {}}};
    trial.request.earlier = {earlier};
    trial.begin();
    QTRY_COMPARE(trial.job(u"cat"_s).result.state, JobState::Failed);
    QCOMPARE(trial.waitForEnd().failed, 1);
    QCOMPARE(service.submissions, 0);
}

void TakeUpTest::submittedAgainSaysWhatItReplaces()
{
    ScriptedService service;
    const QList<batch::Job> jobs{imageJob(u"held"_s), imageJob(u"failed"_s)};
    Trial trial(service.baseUrl(), jobs);
    batch::JobResult held = leftBehind(jobs.at(0), JobState::Unresolved);
    held.predictionId.clear();
    batch::JobResult failed = leftBehind(jobs.at(1), JobState::Failed);
    failed.submission = u"another"_s;
    trial.request.earlier = {held, failed};
    QVERIFY(trial.runToEnd().allSucceeded());
    QHash<QString, QString> replaced;
    for (const MemorySubmissions::Record &record : trial.memory.records())
        replaced.insert(record.intent.job.name, record.intent.replaces);
    QCOMPARE(replaced.value(u"held"_s), u"earlier"_s);
    QCOMPARE(replaced.value(u"failed"_s), QString());
}

void TakeUpTest::diskThatIsFullPausesAndGoesOn()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), mixedJobs(6));
    trial.request.settings.maxWorkers = 1;
    service.poll = [&, first = true](Peer &peer, int) mutable {
        // Somebody takes the folder away, and with it the place for every picture.
        if (std::exchange(first, false))
            QDir(trial.folder() + u"/images"_s).removeRecursively();
        service.complete(peer);
    };
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Disk);
    QVERIFY(!run.progress().pauseMessage.isEmpty());
    QTRY_COMPARE(run.progress().downloading, run.progress().total - run.progress().waiting);
    const int submitted = service.submissions;
    QVERIFY(submitted < 6);

    QVERIFY(QDir().mkpath(trial.folder() + u"/images"_s));
    run.resume();
    QVERIFY(trial.waitForEnd().allSucceeded());
    QCOMPARE(service.submissions, 6);
}

QTEST_MAIN(TakeUpTest)
#include "test_takeup.moc"
