// SPDX-License-Identifier: GPL-3.0-or-later
//
// Jobs that start from other jobs' results: what becomes of them when there is none.
#include "engine/scriptedservice.h"
#include "engine/trial.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

Job pictureFrom(const QString &name, const QString &image)
{
    Job job = imageJob(name);
    job.model = u"nobody/knows"_s; // nothing is known of its parameters: image is sent as image
    job.image = image;
    return job;
}

batch::JobResult earlierOf(const Job &job, JobState state)
{
    batch::JobResult result;
    result.job = job.id;
    result.name = job.name;
    result.model = job.model;
    result.type = job.type;
    result.state = state;
    result.submission = u"earlier"_s;
    result.submittedAt = QDateTime::currentDateTimeUtc();
    return result;
}

QString sentImage(const Trial &trial, const QString &job)
{
    for (const MemorySubmissions::Record &record : trial.memory.records()) {
        if (record.intent.job.name == job)
            return record.intent.request.value("image"_L1).toString();
    }
    return {};
}

/// Refuses the submissions of that job.
ScriptedService::Answer refusing(ScriptedService &service, const QByteArray &prompt)
{
    return [&service, prompt](Peer &peer, int n) {
        if (peer.request().body.contains(prompt))
            ScriptedService::refuse(peer, 400, "no");
        else
            service.accept(peer, n);
    };
}

} // namespace

class FollowingTest : public QObject
{
    Q_OBJECT
private slots:
    void retryOfAllMakesThemAll();
    void oneThatIsRetriedKeepsItsFollowersWaiting();
    void oneThatFailsToBeGeneratedTakesItsFollowersAlong();
    void cancelledOneTakesItsFollowersAlong();
    void stopCancelsThem();
    void leaveCancelsThem();
    void unresolvedOneIsWaitedForToTheEnd();
    void parkedOneIsWaitedForToTheEnd();
    void parkedOneThatIsTakenUpServes();
    void notInThisRun_data();
    void notInThisRun();
    void changedSourceServesNobody_data();
    void changedSourceServesNobody();
    void changedSourceThatIsMadeAnewServes();
    void sourceThatIsChangedDuringTheRun();
    void namesAreThoseOfTheBatchNow();
    void renamedWhileItRuns();
    void earlierResultsJoinLater();
    void fullDiskKeepsThemWaiting();
    void takenUpOneIsWaitedFor();
    void circleEnds();
    void longChainEnds();
    void wideFanIsQuick();
    void holdsNoSlot();
};

void FollowingTest::retryOfAllMakesThemAll()
{
    ScriptedService service;
    service.submit = refusing(service, "of still");
    const QList<Job> jobs{pictureFrom(u"next"_s, u"job:film"_s),
                          pictureFrom(u"film"_s, u"job:still"_s), imageJob(u"still"_s),
                          imageJob(u"slow"_s)};
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Trial trial(service.baseUrl(), jobs);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().failed, 3);
    QCOMPARE(trial.job(u"next"_s).result.error,
             u"“film” was not made, so there is no picture to start from."_s);
    service.submit = [&](Peer &peer, int n) { service.accept(peer, n); };
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    // In the table's order: the still comes last.
    run.add({jobs.mid(0, 3)});
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 5);
}

void FollowingTest::oneThatIsRetriedKeepsItsFollowersWaiting()
{
    ScriptedService service;
    int failures = 0;
    service.poll = [&](Peer &peer, int) {
        if (++failures <= 2)
            peer.json(200, R"({"code":200,"data":{"id":"p","status":"failed","error":"oh"}})");
        else
            service.complete(peer);
    };
    Trial trial(service.baseUrl(), {imageJob(u"still"_s), pictureFrom(u"film"_s, u"job:still"_s)});
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 4);
}

/// The middle of a chain is accepted, and fails again and again while it is generated.
void FollowingTest::oneThatFailsToBeGeneratedTakesItsFollowersAlong()
{
    ScriptedService service;
    QSet<QByteArray> failing; // predictions
    service.submit = [&](Peer &peer, int n) {
        if (peer.request().body.contains("of middle"))
            failing.insert("/p" + QByteArray::number(n));
        service.accept(peer, n);
    };
    service.poll = [&](Peer &peer, int) {
        const auto isAsked = [&peer](const QByteArray &id) {
            return (peer.request().target + '/').contains(id + '/');
        };
        if (std::ranges::any_of(failing, isAsked))
            peer.json(200, R"({"code":200,"data":{"id":"p","status":"failed","error":"oh"}})");
        else
            service.complete(peer);
    };
    QList<Job> jobs{imageJob(u"still"_s), pictureFrom(u"middle"_s, u"job:still"_s),
                    pictureFrom(u"other"_s, u"job:still"_s)};
    for (int i = 1; i <= 5; ++i)
        jobs.append(pictureFrom(u"film %1"_s.arg(i), u"job:middle"_s));
    jobs.append(pictureFrom(u"far"_s, u"job:film 1"_s));
    Trial trial(service.baseUrl(), jobs);
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.succeeded, 2);
    QCOMPARE(end.failed, 7);
    QCOMPARE(trial.job(u"middle"_s).result.error, u"oh"_s);
    QCOMPARE(trial.job(u"middle"_s).result.attempts, 1 + batch::defaults::maxRetries);
    for (int i = 1; i <= 5; ++i) {
        const batch::JobResult film = trial.job(u"film %1"_s.arg(i)).result;
        QCOMPARE(film.error, u"“middle” failed, so there is no picture to start from."_s);
        QCOMPARE(film.attempts, 0);
    }
    QCOMPARE(trial.job(u"far"_s).result.error,
             u"“film 1” was not made, so there is no picture to start from."_s);
    QCOMPARE(service.submissions, 3 + batch::defaults::maxRetries);
}

void FollowingTest::cancelledOneTakesItsFollowersAlong()
{
    ScriptedService service;
    const QList<Job> jobs{imageJob(u"other"_s), imageJob(u"still"_s),
                          pictureFrom(u"film"_s, u"job:still"_s)};
    Trial trial(service.baseUrl(), jobs);
    trial.request.settings.maxWorkers = 1;
    engine::BatchRun &run = trial.begin();
    run.cancel({jobs.at(1).id});
    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.cancelled, 1);
    QCOMPARE(end.failed, 1);
    QCOMPARE(trial.job(u"film"_s).result.error,
             u"“still” was taken out of the run, so there is no picture to start from."_s);
    QCOMPARE(service.submissions, 1);
}

void FollowingTest::stopCancelsThem()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Trial trial(service.baseUrl(), {imageJob(u"still"_s), pictureFrom(u"film"_s, u"job:still"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    run.stop();
    QCOMPARE(trial.job(u"film"_s).result.state, JobState::Cancelled);
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    const engine::BatchProgress end = trial.waitForEnd();
    QCOMPARE(end.succeeded, 1);
    QCOMPARE(end.cancelled, 1);
    QCOMPARE(service.submissions, 1);
}

void FollowingTest::leaveCancelsThem()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Trial trial(service.baseUrl(), {imageJob(u"still"_s), pictureFrom(u"film"_s, u"job:still"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    run.leave();
    QVERIFY(trial.isFinished());
    QCOMPARE(run.progress().cancelled, 1);
    QCOMPARE(run.progress().generating, 1);
}

void FollowingTest::unresolvedOneIsWaitedForToTheEnd()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int n) {
        if (peer.request().body.contains("of still"))
            peer.reset();
        else
            service.accept(peer, n);
    };
    Trial trial(service.baseUrl(),
                {imageJob(u"still"_s), pictureFrom(u"film"_s, u"job:still"_s),
                 pictureFrom(u"next"_s, u"job:film"_s), imageJob(u"other"_s)});
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.unresolved, 1);
    QCOMPARE(end.succeeded, 1);
    QCOMPARE(trial.job(u"film"_s).result.error,
             u"Nobody knows yet whether “still” was accepted, so there is no picture to start "
             "from."_s);
    QCOMPARE(trial.job(u"next"_s).result.error,
             u"“film” was not made, so there is no picture to start from."_s);
    QCOMPARE(service.submissions, 2);
}

void FollowingTest::parkedOneIsWaitedForToTheEnd()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Job still = imageJob(u"still"_s);
    still.maxWait = 30;
    Trial trial(service.baseUrl(), {still, pictureFrom(u"film"_s, u"job:still"_s)});
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.generating, 1);
    QCOMPARE(trial.job(u"film"_s).result.error,
             u"“still” was paid for and is not fetched yet, so there is no picture to start "
             "from."_s);
    QCOMPARE(service.submissions, 1);
}

void FollowingTest::parkedOneThatIsTakenUpServes()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Job still = imageJob(u"still"_s);
    still.maxWait = 30;
    const QList<Job> jobs{still, pictureFrom(u"film"_s, u"job:still"_s), imageJob(u"slow"_s)};
    Trial trial(service.baseUrl(), jobs);
    engine::BatchRun &run = trial.begin();
    QTRY_VERIFY(trial.job(u"still"_s).parked);
    QCOMPARE(trial.job(u"film"_s).result.state, JobState::Waiting);
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    run.add({{still}});
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 3);
}

void FollowingTest::notInThisRun_data()
{
    QTest::addColumn<int>("state"); // of the earlier result; -1: there is none
    QTest::addColumn<QString>("error");
    const QString first = u"Run “still” first: it has no result to start from."_s;
    QTest::newRow("never made") << -1 << first;
    QTest::newRow("failed") << int(JobState::Failed) << first;
    QTest::newRow("unresolved") << int(JobState::Unresolved)
                                << u"Nobody knows yet whether “still” was accepted, so there is "
                                   "no picture to start from."_s;
    QTest::newRow("paid for and not fetched")
        << int(JobState::Downloading)
        << u"“still” was paid for and is not fetched yet, so there is no picture to start from."_s;
}

void FollowingTest::notInThisRun()
{
    QFETCH(const int, state);
    QFETCH(const QString, error);
    ScriptedService service;
    Trial trial(service.baseUrl(), {pictureFrom(u"film"_s, u"job:still"_s)});
    if (state >= 0)
        trial.request.earlier = {earlierOf(imageJob(u"still"_s), JobState(state))};
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.failed, 1);
    QCOMPARE(trial.job(u"film"_s).result.error, error);
    QCOMPARE(service.submissions, 0);
    QVERIFY(trial.memory.records().isEmpty());
}

void FollowingTest::changedSourceServesNobody_data()
{
    QTest::addColumn<bool>("isFetched");
    QTest::newRow("made before") << true;
    QTest::newRow("only fetched now") << false;
}

/// Whoever changed the still wants the film of the new one.
void FollowingTest::changedSourceServesNobody()
{
    QFETCH(const bool, isFetched);
    ScriptedService service;
    const Job still = imageJob(u"still"_s);
    Trial trial(service.baseUrl(),
                {pictureFrom(u"film"_s, u"job:still"_s), pictureFrom(u"next"_s, u"job:film"_s)});
    batch::JobResult earlier =
        earlierOf(still, isFetched ? JobState::Succeeded : JobState::Generating);
    earlier.predictionId = u"p-earlier"_s;
    earlier.outputs = {{QUrl(u"https://example.org/still.png"_s), {}}};
    trial.request.earlier = {earlier};
    trial.request.changed = {still.id};
    if (!isFetched)
        trial.request.jobs.append(still);
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.failed, 2);
    QCOMPARE(end.succeeded, isFetched ? 0 : 1);
    const batch::JobResult film = trial.job(u"film"_s).result;
    QCOMPARE(film.error, u"“still” was changed since it was last run: run it first."_s);
    QVERIFY(film.submission.isEmpty());
    QVERIFY(film.cost.isZero());
    QCOMPARE(service.submissions, 0);
}

void FollowingTest::changedSourceThatIsMadeAnewServes()
{
    ScriptedService service;
    const Job still = imageJob(u"still"_s);
    Trial trial(service.baseUrl(), {pictureFrom(u"film"_s, u"job:still"_s), still});
    batch::JobResult earlier = earlierOf(still, JobState::Succeeded);
    earlier.outputs = {{QUrl(u"https://example.org/still.png"_s), {}}};
    trial.request.earlier = {earlier};
    trial.request.changed = {still.id};
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 2);
    QCOMPARE(sentImage(trial, u"film"_s),
             trial.job(u"still"_s).result.outputs.value(0).url.toString());
}

/// What came before goes by what it came with.
void FollowingTest::sourceThatIsChangedDuringTheRun()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    const Job still = imageJob(u"still"_s);
    const Job late = pictureFrom(u"late"_s, u"job:still"_s);
    Trial trial(service.baseUrl(),
                {still, pictureFrom(u"film"_s, u"job:still"_s), imageJob(u"slow"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 2);
    engine::RunAddition addition{{late}};
    addition.changed = {still.id};
    run.add(addition);
    QTRY_COMPARE(trial.job(u"late"_s).result.error,
                 u"“still” was changed since it was last run: run it first."_s);
    QCOMPARE(trial.job(u"film"_s).result.state, JobState::Waiting);
    service.poll = [&, n = 0](Peer &peer, int) mutable {
        ++n <= 3 ? service.complete(peer) : service.running(peer);
    };
    QTRY_VERIFY(run.progress().succeeded >= 2);
    QTRY_COMPARE(trial.job(u"still"_s).result.state, JobState::Succeeded);
    const int before = service.submissions;
    run.add(addition);
    QTRY_COMPARE(trial.job(u"late"_s).result.state, JobState::Failed);
    service.roundTrip();
    QCOMPARE(service.submissions, before);
    // With the still itself it waits for what that one brings.
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    addition.jobs = {late, still};
    run.add(addition);
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QVERIFY(!sentImage(trial, u"late"_s).isEmpty());
}

/// Results keep the names that they were made under: which job a name means is for the batch to
/// say.
void FollowingTest::namesAreThoseOfTheBatchNow()
{
    ScriptedService service;
    const Job first = imageJob(u"day"_s);
    const Job second = imageJob(u"night"_s);
    const Job gone = imageJob(u"dusk"_s);
    const auto madeOf = [](const Job &job) {
        batch::JobResult made = earlierOf(job, JobState::Succeeded);
        made.outputs = {{QUrl(u"https://example.org/%1.png"_s.arg(job.name)), {}}};
        return made;
    };
    Trial trial(service.baseUrl(),
                {pictureFrom(u"of first"_s, u"job:night"_s),
                 pictureFrom(u"of second"_s, u"job:dawn"_s),
                 pictureFrom(u"of new"_s, u"job:dusk"_s)});
    trial.request.earlier = {madeOf(gone), madeOf(second), madeOf(first)};
    // The one took the other's name, which has a third by now; and of two duskes one was deleted.
    trial.request.names = {
        {u"night"_s, first.id}, {u"dawn"_s, second.id}, {u"dusk"_s, imageJob(u"dusk"_s).id}};
    trial.runToEnd();
    QCOMPARE(sentImage(trial, u"of first"_s), u"https://example.org/day.png"_s);
    QCOMPARE(sentImage(trial, u"of second"_s), u"https://example.org/night.png"_s);
    QCOMPARE(trial.job(u"of new"_s).result.error,
             u"Run “dusk” first: it has no result to start from."_s);
    QCOMPARE(service.submissions, 2);
}

/// Those that came before the renaming mean what they meant.
void FollowingTest::renamedWhileItRuns()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    const Job still = imageJob(u"still"_s);
    Trial trial(service.baseUrl(), {still, pictureFrom(u"before"_s, u"job:still"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    const Job other = imageJob(u"still"_s);
    run.add(
        {{pictureFrom(u"after"_s, u"job:renamed"_s), pictureFrom(u"of other"_s, u"job:still"_s)},
         {},
         {{{u"renamed"_s, still.id}, {u"still"_s, other.id}}}});
    QTRY_COMPARE(trial.job(u"after"_s).note, u"Waits for “renamed”."_s);
    QTRY_COMPARE(trial.job(u"of other"_s).result.error,
                 u"Run “still” first: it has no result to start from."_s);
    QCOMPARE(trial.job(u"before"_s).result.state, JobState::Waiting);
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    QCOMPARE(trial.waitForEnd().succeeded, 3);
    QVERIFY(!sentImage(trial, u"after"_s).isEmpty());
    QCOMPARE(sentImage(trial, u"after"_s), sentImage(trial, u"before"_s));
}

/// A result that the run hears of when it is under way, and one to be fetched that nobody may pay
/// for a second time.
void FollowingTest::earlierResultsJoinLater()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Trial trial(service.baseUrl(), {imageJob(u"slow"_s)});
    trial.request.settings.budget = batch::Cost::fromUsd(0.2);
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().generating, 1);
    const Job still = imageJob(u"still"_s);
    const Job paid = imageJob(u"paid"_s);
    batch::JobResult made = earlierOf(still, JobState::Succeeded);
    made.cost = batch::Cost::fromUsd(0.05);
    made.outputs = {{QUrl(u"https://example.org/still.png"_s), {}}};
    batch::JobResult left = earlierOf(paid, JobState::Generating);
    left.submission = u"left"_s;
    left.predictionId = u"p-left"_s;
    left.cost = batch::Cost::fromUsd(0.04);
    run.add({{paid, pictureFrom(u"film"_s, u"job:still"_s)},
             {},
             {{{u"still"_s, still.id}}},
             {made, left, made}});
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 2);
    QCOMPARE(sentImage(trial, u"film"_s), u"https://example.org/still.png"_s);
    // 0.05 + 0.04 + 0.04, and the guess of 0.05 for the film: the budget was enough, but not for
    // counting one of them twice.
    QCOMPARE(trial.manifest().value("total_jobs"_L1).toInt(), 4);
}

/// Where a person has made room, all goes on: what waits for the picture is not given up.
void FollowingTest::fullDiskKeepsThemWaiting()
{
    ScriptedService service;
    Trial trial(service.baseUrl(),
                {imageJob(u"still"_s), pictureFrom(u"film"_s, u"job:still"_s),
                 pictureFrom(u"next"_s, u"job:film"_s)});
    service.poll = [&, first = true](Peer &peer, int) mutable {
        if (std::exchange(first, false))
            QDir(trial.folder() + u"/images"_s).removeRecursively();
        service.complete(peer);
    };
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().paused, engine::PauseReason::Disk);
    QTRY_VERIFY(trial.job(u"still"_s).parked);
    run.setMaxWorkers(5); // has it look for what is to be done
    QCoreApplication::processEvents();
    QVERIFY(!trial.isFinished());
    QCOMPARE(run.progress().waiting, 2);
    QVERIFY(QDir().mkpath(trial.folder() + u"/images"_s));
    run.resume();
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 3);
}

/// The program died between the still and its film: the still is fetched, and the film made.
void FollowingTest::takenUpOneIsWaitedFor()
{
    ScriptedService service;
    const Job still = imageJob(u"still"_s);
    Trial trial(service.baseUrl(), {pictureFrom(u"film"_s, u"job:still"_s), still});
    batch::JobResult earlier = earlierOf(still, JobState::Generating);
    earlier.predictionId = u"p-earlier"_s;
    trial.request.earlier = {earlier};
    store::Intent intent;
    intent.submission = earlier.submission;
    trial.memory.recordIntent(intent, [](const auto &) {});
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 1);
}

/// No check lets it come so far; a run must end all the same.
void FollowingTest::circleEnds()
{
    ScriptedService service;
    Trial trial(service.baseUrl(),
                {pictureFrom(u"a"_s, u"job:b"_s), pictureFrom(u"b"_s, u"job:a"_s),
                 pictureFrom(u"c"_s, u"job:c"_s), imageJob(u"other"_s)});
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.failed, 3);
    QCOMPARE(end.succeeded, 1);
    QCOMPARE(trial.job(u"a"_s).result.error, u"It starts from a result that waits for it."_s);
}

void FollowingTest::longChainEnds()
{
    ScriptedService service;
    service.submit = refusing(service, "of 0");
    QList<Job> jobs;
    for (int i = 10'000; i > 0; --i)
        jobs.append(pictureFrom(QString::number(i), u"job:%1"_s.arg(i - 1)));
    jobs.append(imageJob(u"0"_s));
    Trial trial(service.baseUrl(), jobs);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(trial.runToEnd().failed, 10'001);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(service.submissions, 1);
}

/// What waits costs nothing while the others run.
void FollowingTest::wideFanIsQuick()
{
    ScriptedService service;
    service.submit = refusing(service, "of still");
    QList<Job> jobs{imageJob(u"still"_s)};
    for (int i = 1; i <= 10'000; ++i)
        jobs.append(pictureFrom(QString::number(i), u"job:still"_s));
    Trial trial(service.baseUrl(), jobs);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(trial.runToEnd().failed, 10'001);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void FollowingTest::holdsNoSlot()
{
    ScriptedService service;
    Trial trial(
        service.baseUrl(),
        {pictureFrom(u"film"_s, u"job:still"_s), imageJob(u"other"_s), imageJob(u"still"_s)});
    trial.request.settings.maxWorkers = 1;
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(trial.mostSlots(), 1);
    QCOMPARE(trial.memory.records().last().intent.job.name, u"film"_s);
}

QTEST_MAIN(FollowingTest)
#include "test_following.moc"
