// SPDX-License-Identifier: GPL-3.0-or-later
//
// Jobs that start from other jobs' results and from files, against the sandbox: which refuses what
// it can't fetch, counts what is submitted and uploaded, and whose links can end.
#include "engine/trial.h"
#include "store/ledger.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using batch::Job;
using batch::JobState;

namespace {

/// Another look of the video of that job.
Job videoOf(const QString &name, const QString &video)
{
    Job job = videoJob(name);
    job.model = u"alibaba/wan-2.7/video-edit"_s;
    job.resolution.reset();
    job.duration.reset();
    job.params = {{u"video"_s, video}};
    return job;
}

QByteArray pictureOf(Qt::GlobalColor colour)
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QString requested(const Trial &trial, const QString &job, const QString &parameter)
{
    for (const MemorySubmissions::Record &record : trial.memory.records()) {
        if (record.intent.job.name == job)
            return record.intent.request.value(parameter).toString();
    }
    return {};
}

QStringList succeeded(const QStringList &names)
{
    QStringList lines;
    for (const QString &name : names)
        lines.append(name + u" success"_s);
    return lines;
}

} // namespace

class ChainsTest : public QObject
{
    Q_OBJECT
private slots:
    void imageToVideoToVideo();
    void everythingWaitsItsTurnInAnyOrder();
    void theMiddleOneFails();
    void earlierResultServes();
    void linkThatIsOldIsNotUsed();
    void linkThatHasEndedIsReplaced();
    void lastFrameIsUploadedOnce();
    void fileOfTwentyJobsIsUploadedOnce();
    void rememberedLinkThatHasEndedIsReplaced();
};

/// Five films from one still, and from one of them another video and its continuation.
void ChainsTest::imageToVideoToVideo()
{
    QList<Job> jobs{imageJob(u"still"_s)};
    for (int i = 1; i <= 5; ++i)
        jobs.append(videoFrom(u"film %1"_s.arg(i), u"job:still"_s));
    jobs.append(videoOf(u"night"_s, u"job:film 1"_s));
    jobs.append(videoFrom(u"goes on"_s, u"job:film 1"_s));
    SandboxTrial stand(fastSandbox(), jobs);
    const engine::BatchProgress end = stand.trial.runToEnd();
    QVERIFY2(end.allSucceeded(), qPrintable(stand.trial.describe()));
    QCOMPARE(stand.server.tally().submissions, 8);
    QCOMPARE(stand.server.tally().uploads, 1); // the last frame
    const Trial &trial = stand.trial;
    const QString still = trial.job(u"still"_s).result.outputs.value(0).url.toString();
    QVERIFY(!still.isEmpty());
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(requested(trial, u"film %1"_s.arg(i), u"image_url"_s), still);
    QCOMPARE(requested(trial, u"night"_s, u"video"_s),
             trial.job(u"film 1"_s).result.outputs.value(0).url.toString());
    // The job stays what the person wrote: a later run knows it by that.
    QCOMPARE(trial.memory.records().last().intent.job.image.value_or(u"job:film 1"_s),
             u"job:film 1"_s);
}

void ChainsTest::everythingWaitsItsTurnInAnyOrder()
{
    // A diamond, its end first.
    Job last = videoFrom(u"last"_s, u"job:left"_s);
    last.model = u"bytedance/seedance-2.0/image-to-video"_s;
    last.duration = 4;
    last.params = {{u"last_image"_s, u"job:right"_s}};
    const QList<Job> jobs{last, videoFrom(u"left"_s, u"job:still"_s),
                          videoFrom(u"right"_s, u"job:still"_s), imageJob(u"still"_s)};
    SandboxTrial stand(fastSandbox(), jobs);
    engine::BatchRun &run = stand.trial.begin();
    QTRY_COMPARE(stand.trial.job(u"last"_s).note, u"Waits for “right”."_s);
    QCOMPARE(stand.trial.job(u"left"_s).note, u"Waits for “still”."_s);
    QVERIFY(run.progress().submitting + run.progress().generating <= 1);
    QVERIFY2(stand.trial.waitForEnd().allSucceeded(), qPrintable(stand.trial.describe()));
    QStringList order;
    for (const MemorySubmissions::Record &record : stand.trial.memory.records())
        order.append(record.intent.job.name);
    QCOMPARE(order.first(), u"still"_s);
    QCOMPARE(order.last(), u"last"_s);
    QCOMPARE(stand.server.tally().uploads, 2);
    QCOMPARE(stand.trial.job(u"last"_s).note, QString());
}

void ChainsTest::theMiddleOneFails()
{
    Job middle = videoFrom(u"middle"_s, u"job:still"_s);
    middle.model = u"nobody/knows"_s;
    QList<Job> jobs{imageJob(u"still"_s), middle, videoFrom(u"other"_s, u"job:still"_s)};
    for (int i = 1; i <= 5; ++i)
        jobs.append(videoFrom(u"film %1"_s.arg(i), u"job:middle"_s));
    jobs.append(videoOf(u"far"_s, u"job:film 1"_s));
    SandboxTrial stand(fastSandbox(), jobs);
    const engine::BatchProgress end = stand.trial.runToEnd();
    QCOMPARE(end.succeeded, 2);
    QCOMPARE(end.failed, 7);
    QCOMPARE(stand.trial.job(u"other"_s).result.state, JobState::Succeeded);
    const batch::JobResult film = stand.trial.job(u"film 3"_s).result;
    QCOMPARE(film.error, u"“middle” failed, so there is no video to start from."_s);
    QCOMPARE(film.attempts, 0);
    QCOMPARE(film.submission, QString());
    QVERIFY(film.cost.isZero());
    QCOMPARE(stand.trial.job(u"far"_s).result.error,
             u"“film 1” was not made, so there is no video to start from."_s);
    // What was submitted is still, other, and middle in vain.
    QCOMPARE(stand.server.tally().accepted, 2);
    for (const MemorySubmissions::Record &record : stand.trial.memory.records())
        QVERIFY2(!record.intent.job.name.startsWith("film"_L1), "a follower was submitted");
    const QJsonArray results = stand.trial.manifest().value("results"_L1).toArray();
    QCOMPARE(results.at(3)["status"_L1].toString(), u"failed"_s);
    QCOMPARE(results.at(3)["error"_L1].toString(), film.error);
}

void ChainsTest::earlierResultServes()
{
    SandboxTrial stand(fastSandbox(), {imageJob(u"still"_s)});
    QVERIFY(stand.trial.runToEnd().allSucceeded());
    const batch::JobResult still = stand.trial.job(u"still"_s).result;

    Trial later(stand.server.baseUrl(), {videoFrom(u"film"_s, u"job:still"_s)});
    later.request.earlier = {still};
    QVERIFY2(later.runToEnd().allSucceeded(), qPrintable(later.describe()));
    QCOMPARE(requested(later, u"film"_s, u"image_url"_s), still.outputs.value(0).url.toString());
    QCOMPARE(stand.server.tally().uploads, 0);
    QCOMPARE(later.manifestLines(), succeeded({u"still"_s, u"film"_s}));
}

void ChainsTest::linkThatIsOldIsNotUsed()
{
    SandboxTrial stand(fastSandbox(), {imageJob(u"still"_s)});
    QVERIFY(stand.trial.runToEnd().allSucceeded());

    QList<Job> films;
    for (int i = 1; i <= 5; ++i)
        films.append(videoFrom(u"film %1"_s.arg(i), u"job:still"_s));
    Trial later(stand.server.baseUrl(), films);
    later.request.earlier = {stand.trial.job(u"still"_s).result};
    later.ahead = 2h;
    QVERIFY2(later.runToEnd().allSucceeded(), qPrintable(later.describe()));
    QCOMPARE(stand.server.tally().uploads, 1);
    QCOMPARE(stand.server.tally().submissions, 6);
}

void ChainsTest::linkThatHasEndedIsReplaced()
{
    SandboxTrial stand(fastSandbox(), {imageJob(u"still"_s)});
    QVERIFY(stand.trial.runToEnd().allSucceeded());
    stand.server.expireLinks();

    Trial later(stand.server.baseUrl(), {videoFrom(u"film"_s, u"job:still"_s)});
    later.request.earlier = {stand.trial.job(u"still"_s).result};
    QVERIFY2(later.runToEnd().allSucceeded(), qPrintable(later.describe()));
    QCOMPARE(stand.server.tally().uploads, 1);
    QCOMPARE(stand.server.tally().accepted, 2);
    QCOMPARE(stand.server.tally().submissions, 3); // one was refused
    QCOMPARE(stand.server.tally().doubleCharges, 0);
}

void ChainsTest::lastFrameIsUploadedOnce()
{
    QList<Job> jobs{videoJob(u"film"_s)};
    for (int i = 1; i <= 4; ++i)
        jobs.append(videoFrom(u"goes on %1"_s.arg(i), u"job:film"_s));
    SandboxTrial stand(fastSandbox(), jobs);
    QVERIFY2(stand.trial.runToEnd().allSucceeded(), qPrintable(stand.trial.describe()));
    QCOMPARE(stand.server.tally().uploads, 1);
    QCOMPARE(stand.trial.files().size(), 5); // nothing of it stays behind
}

void ChainsTest::fileOfTwentyJobsIsUploadedOnce()
{
    QList<Job> jobs;
    for (int i = 1; i <= 20; ++i)
        jobs.append(videoFrom(u"film %1"_s.arg(i), i % 2 ? u"cat.png"_s : u"./same cat.png"_s));
    QTemporaryDir dir;
    store::Ledger ledger(dir.filePath(u"ledger.sqlite"_s));
    SandboxTrial stand(fastSandbox(), {});
    const auto run = [&](const QList<Job> &some, std::chrono::milliseconds ahead) {
        Trial trial(stand.server.baseUrl(), some);
        trial.writeInput(u"cat.png"_s, pictureOf(Qt::red));
        trial.writeInput(u"same cat.png"_s, pictureOf(Qt::red));
        trial.store = &ledger;
        trial.ahead = ahead;
        trial.request.batch = u"a batch"_s;
        trial.request.server = u"sandbox"_s;
        const engine::BatchProgress end = trial.runToEnd();
        QVERIFY2(end.allSucceeded(), qPrintable(trial.describe()));
    };
    run(jobs, 0h);
    QCOMPARE(stand.server.tally().uploads, 1);
    QCOMPARE(stand.server.tally().accepted, 20);

    const auto more = [](const QString &name) { return QList<Job>{videoFrom(name, u"cat.png"_s)}; };
    run(more(u"second run"_s), 1h);
    QCOMPARE(stand.server.tally().uploads, 1);
    run(more(u"a day later"_s), 25h);
    QCOMPARE(stand.server.tally().uploads, 2);
    run(more(u"soon after"_s), 26h);
    QCOMPARE(stand.server.tally().uploads, 2);
}

void ChainsTest::rememberedLinkThatHasEndedIsReplaced()
{
    QTemporaryDir dir;
    store::Ledger ledger(dir.filePath(u"ledger.sqlite"_s));
    SandboxTrial stand(fastSandbox(), {});
    for (int i = 1; i <= 2; ++i) {
        Trial trial(stand.server.baseUrl(), {});
        for (int film = 1; film <= 5; ++film)
            trial.request.jobs.append(
                videoFrom(u"film %1 of run %2"_s.arg(film).arg(i), u"cat.png"_s));
        trial.writeInput(u"cat.png"_s, pictureOf(Qt::green));
        trial.store = &ledger;
        trial.ahead = i * 1h;
        trial.request.server = u"sandbox"_s;
        trial.request.batch = u"a batch"_s;
        QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
        QCOMPARE(stand.server.tally().uploads, i);
        stand.server.expireLinks();
    }
    QCOMPARE(stand.server.tally().accepted, 10);
    QCOMPARE(stand.server.tally().doubleCharges, 0);
}

QTEST_MAIN(ChainsTest)
#include "test_chains.moc"
