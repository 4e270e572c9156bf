// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the files that jobs start from come to the server, and what goes wrong on the way.
#include "engine/inputs/uploads.h"
#include "engine/scriptedservice.h"
#include "engine/trial.h"
#include "support/manualclock.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using batch::Job;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

Job pictureFrom(const QString &name, const QString &image)
{
    Job job = imageJob(name);
    job.model = u"nobody/knows"_s;
    job.image = image;
    return job;
}

/// Remembers uploads, and what was asked of it.
class RememberingStore : public MemorySubmissions
{
public:
    void findUpload(const QString &digest, const QString &server, const QDateTime &now,
                    Found found) override
    {
        const auto upload = uploads.constFind(digest);
        const bool lives =
            upload != uploads.constEnd() && upload->server == server && upload->until > now;
        found(lives ? std::optional(*upload) : std::nullopt);
    }
    void recordUpload(const store::Upload &upload, Done done) override
    {
        uploads.insert(upload.digest, upload);
        done({});
    }
    void forgetUpload(const store::Upload &upload, Done done) override
    {
        forgotten.append(upload.link);
        uploads.remove(upload.digest);
        done({});
    }

    QHash<QString, store::Upload> uploads;
    QList<QUrl> forgotten;
};

/// A link of that content that was made so long ago.
store::Upload uploadOf(const QByteArray &content, std::chrono::minutes ago)
{
    const QDateTime at = QDateTime::currentDateTimeUtc().addDuration(-ago);
    return {
        QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()),
        {},
        content.size(),
        QUrl(u"https://example.org/remembered.png"_s),
        at,
        at.addDuration(store::uploadLife)};
}

/// Knows nothing and keeps nothing.
class BrokenStore : public MemorySubmissions
{
public:
    void findUpload(const QString &, const QString &, const QDateTime &, Found found) override
    {
        found(tl::unexpected(store::StoreError(u"The ledger is damaged."_s)));
    }
    void recordUpload(const store::Upload &, Done done) override
    {
        done(tl::unexpected(store::StoreError(u"The ledger is damaged."_s)));
    }
};

constexpr auto notFetched = "The file at image_url could not be downloaded";

/// Pictures that differ, one of its own for each job.
QList<Job> picturesOfTheirOwn(const Trial &trial, int count)
{
    QList<Job> jobs;
    for (int i = 0; i < count; ++i) {
        const QString name = u"%1.png"_s.arg(i);
        trial.writeInput(name, ScriptedService::picture() + QByteArray::number(i));
        jobs.append(pictureFrom(name, name));
    }
    return jobs;
}

QString sentImage(const MemorySubmissions &store, const QString &job)
{
    QString image;
    for (const MemorySubmissions::Record &record : store.records()) {
        if (record.intent.job.name == job)
            image = record.intent.request.value("image"_L1).toString();
    }
    return image;
}

} // namespace

class UploadsTest : public QObject
{
    Q_OBJECT
private slots:
    void comesBeforeTheIntent();
    void webAddressesGoAsTheyAre();
    void wrongFileFailsItsJobAlone_data();
    void wrongFileFailsItsJobAlone();
    void isTriedAgain_data();
    void isTriedAgain();
    void refusedUploadFailsItsJobs();
    void givesUpInTheEnd();
    void refusedKeyPauses();
    void usedUpBalancePauses();
    void rateLimitIsWaitedOutByAll();
    void fewAtOnce();
    void onlyThoseWhoseTurnIsNear();
    void progressIsShown();
    void rateLimitStaysInTheNote();
    void brokenStoreOnlyCostsAnUpload();
    void deadLinkIsForgottenOnce();
    void linkThatWasJustMadeIsNotDead();
    void linkThatWasJustTakenIsNotDead();
    void parameterThatSoundsLikeAFile();
    void refusalForAnotherReasonIsFinal();
    void unclearRefusalIsNeverSentAgain();
    void failedGenerationGetsANewLink();
    void failedGenerationKeepsAYoungLink();
    void lastFailureForgetsTheLinkToo_data();
    void lastFailureForgetsTheLinkToo();
    void linkFromTheFutureIsNotYoung();
    void stopWhileUploading();
    void retryReadsTheFileAnew();
    void addedJobsReadFilesAnew();
    void fileThatIsReplacedWhileItIsAwaited();
    void fileThatIsReplacedBeforeItLeaves();
    void fileThatChangesAllTheTimeFails();
    void oneOfTwoFilesIsRemoved();
    void slowFileHoldsNobodyBack();
    void whatDoesNotWaitIsNeverSubmitted_data();
    void whatDoesNotWaitIsNeverSubmitted();
    void missingResultFileIsSaid();
};

void UploadsTest::comesBeforeTheIntent()
{
    ScriptedService service;
    service.upload = [](Peer &, int) {};
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    trial.begin();
    QTRY_COMPARE(service.uploads, 1);
    QCOMPARE(trial.job(u"a"_s).note, u"Uploading cat.png."_s);
    QCOMPARE(trial.job(u"a"_s).result.state, JobState::Waiting);
    QVERIFY(trial.memory.records().isEmpty());
    trial.run().leave();
    QCOMPARE(trial.job(u"a"_s).result.state, JobState::Cancelled);
}

void UploadsTest::webAddressesGoAsTheyAre()
{
    ScriptedService service;
    Trial trial(service.baseUrl(),
                {pictureFrom(u"a"_s, u"https://example.org/a.png"_s),
                 pictureFrom(u"b"_s, u"data:image/png;base64,AAAA"_s)});
    QVERIFY(trial.runToEnd().allSucceeded());
    QCOMPARE(service.uploads, 0);
    QCOMPARE(sentImage(trial.memory, u"a"_s), u"https://example.org/a.png"_s);
    QCOMPARE(sentImage(trial.memory, u"b"_s), u"data:image/png;base64,AAAA"_s);
}

void UploadsTest::wrongFileFailsItsJobAlone_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << u"no.png"_s << u"is not there"_s;
    QTest::newRow("a text") << u"notes.txt"_s << u"notes.txt is no picture."_s;
    QTest::newRow("a folder") << u"."_s << u"is a folder"_s;
}

void UploadsTest::wrongFileFailsItsJobAlone()
{
    QFETCH(const QString, address);
    QFETCH(const QString, words);
    ScriptedService service;
    Trial trial(service.baseUrl(),
                {pictureFrom(u"wrong"_s, address), pictureFrom(u"right"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    trial.writeInput(u"notes.txt"_s, "a cat");
    const engine::BatchProgress end = trial.runToEnd();
    QCOMPARE(end.failed, 1);
    QCOMPARE(end.succeeded, 1);
    const batch::JobResult wrong = trial.job(u"wrong"_s).result;
    QVERIFY2(wrong.error.contains(words), qPrintable(wrong.error));
    QVERIFY(wrong.submission.isEmpty());
    QCOMPARE(service.submissions, 1);
}

void UploadsTest::isTriedAgain_data()
{
    QTest::addColumn<int>("status"); // 0: the connection breaks
    for (const int status : {0, 429, 500, 502, 503, 504})
        QTest::newRow(QByteArray::number(status).constData()) << status;
}

void UploadsTest::isTriedAgain()
{
    QFETCH(const int, status);
    ScriptedService service;
    service.upload = [&](Peer &peer, int n) {
        if (n > 2)
            service.keep(peer, n);
        else if (status == 0)
            peer.reset();
        else
            ScriptedService::refuse(peer, status, "later");
    };
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.uploads, 3);
    QCOMPARE(service.submissions, 1);
}

void UploadsTest::refusedUploadFailsItsJobs()
{
    ScriptedService service;
    service.upload = [&](Peer &peer, int) { ScriptedService::refuse(peer, 413, "too large"); };
    Trial trial(service.baseUrl(),
                {pictureFrom(u"a"_s, u"cat.png"_s), pictureFrom(u"b"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 2);
    QCOMPARE(service.uploads, 1);
    QCOMPARE(service.submissions, 0);
    const QString error = trial.job(u"b"_s).result.error;
    QVERIFY2(error.startsWith(u"“cat.png” could not be uploaded: "_s), qPrintable(error));
}

void UploadsTest::givesUpInTheEnd()
{
    ScriptedService service;
    service.upload = [&](Peer &peer, int) { ScriptedService::refuse(peer, 503, "busy"); };
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 1);
    QCOMPARE(service.uploads, engine::Uploads::maxTries);
}

void UploadsTest::refusedKeyPauses()
{
    ScriptedService service;
    service.upload = [&](Peer &peer, int n) {
        if (n == 1)
            ScriptedService::refuse(peer, 401, "no such key");
        else
            service.keep(peer, n);
    };
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    engine::BatchRun &run = trial.begin();
    QTRY_VERIFY(run.progress().paused == engine::PauseReason::Key);
    QCOMPARE(service.uploads, 1);
    run.resume(atlas::ApiKey("another"));
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.uploads, 2);
}

void UploadsTest::usedUpBalancePauses()
{
    ScriptedService service;
    service.upload = [&](Peer &peer, int n) {
        if (n == 1)
            ScriptedService::refuse(peer, 402, "nothing left");
        else
            service.keep(peer, n);
    };
    Trial trial(service.baseUrl(),
                {pictureFrom(u"a"_s, u"cat.png"_s), pictureFrom(u"b"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    engine::BatchRun &run = trial.begin();
    QTRY_VERIFY(run.progress().paused == engine::PauseReason::Balance);
    QCOMPARE(run.progress().waiting, 2);
    QCOMPARE(service.uploads, 1);
    run.resume();
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.uploads, 2);
}

/// It costs no attempt, however long it lasts, and who waits doesn't ask meanwhile.
void UploadsTest::rateLimitIsWaitedOutByAll()
{
    constexpr int refusals = 4 * engine::Uploads::maxTries; // the first few get them all
    ScriptedService service;
    service.upload = [&](Peer &peer, int n) {
        if (n <= refusals)
            ScriptedService::refuse(peer, 429, "slow down");
        else
            service.keep(peer, n);
    };
    Trial trial(service.baseUrl());
    trial.request.timeScale = 20'000;
    trial.request.jobs = picturesOfTheirOwn(trial, 8);
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.uploads, refusals + 8);
    const auto waits = trial.log().filter(u"takes no uploads"_s).size();
    QVERIFY2(waits >= refusals / engine::Uploads::mostAtOnce, qPrintable(trial.describe()));
    QVERIFY(waits < refusals);
}

void UploadsTest::fewAtOnce()
{
    ScriptedService service;
    service.upload = [](Peer &, int) {};
    Trial trial(service.baseUrl(), {imageJob(u"other"_s)});
    trial.request.jobs += picturesOfTheirOwn(trial, 10);
    trial.begin();
    // Whatever else there is to do meanwhile.
    QTRY_COMPARE(trial.job(u"other"_s).result.state, JobState::Succeeded);
    QTRY_COMPARE(service.uploads, engine::Uploads::mostAtOnce);
    trial.run().leave();
}

/// What the person may stop before its turn comes is neither read nor sent.
void UploadsTest::onlyThoseWhoseTurnIsNear()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    Trial trial(service.baseUrl());
    trial.request.settings.maxWorkers = 2;
    trial.request.jobs = picturesOfTheirOwn(trial, 12);
    engine::BatchRun &run = trial.begin();
    // Two that have a slot each, and two that come next.
    QTRY_COMPARE(service.uploads, 4);
    QTRY_COMPARE(run.progress().generating, 2);
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    QTRY_VERIFY(run.progress().succeeded >= 2);
    run.stop();
    trial.waitForEnd();
    QVERIFY(service.uploads < 12);
    QCOMPARE(service.submissions, run.progress().succeeded);
}

void UploadsTest::progressIsShown()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"large.png"_s)});
    trial.writeInput(u"large.png"_s,
                     ScriptedService::picture() + QByteArray(30 * 1024 * 1024, 'x'));
    QStringList notes;
    engine::BatchRun &run = trial.begin();
    connect(&run, &engine::BatchRun::jobChanged, this,
            [&notes](const engine::JobProgress &job) { notes.append(job.note); });
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(notes.first(), u"Uploading large.png."_s);
    static const QRegularExpression midway(u"^Uploading large\\.png \\(\\d+ %\\)\\.$"_s);
    QVERIFY2(!notes.filter(midway).isEmpty(), qPrintable(notes.join(u'\n')));
    QCOMPARE(trial.job(u"a"_s).note, QString());
}

void UploadsTest::rateLimitStaysInTheNote()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int n) {
        if (n == 1)
            ScriptedService::refuse(peer, 429, "slow down");
        else
            service.accept(peer, n);
    };
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.request.timeScale = 60; // the back-off lasts a tenth of a second at least
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QStringList notes;
    engine::BatchRun &run = trial.begin();
    connect(&run, &engine::BatchRun::jobChanged, this, [&notes](const engine::JobProgress &job) {
        if (job.result.state == JobState::Waiting)
            notes.append(job.note);
    });
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QVERIFY2(notes.last().startsWith("Rate limit: goes on in"_L1), qPrintable(notes.last()));
}

void UploadsTest::brokenStoreOnlyCostsAnUpload()
{
    ScriptedService service;
    BrokenStore store;
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.uploads, 1);
}

void UploadsTest::deadLinkIsForgottenOnce()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int) { ScriptedService::refuse(peer, 422, notFetched); };
    RememberingStore store;
    const store::Upload old = uploadOf(ScriptedService::picture(), 120min);
    store.uploads.insert(old.digest, old);
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 1);
    QCOMPARE(service.submissions, 2);
    QCOMPARE(service.uploads, 1);
    QCOMPARE(store.forgotten, QList<QUrl>{old.link});
    QCOMPARE(store.uploads.size(), 1);
    QVERIFY(trial.job(u"a"_s).result.error.startsWith(QString::fromLatin1(notFetched)));
    // The ledger knows that the first one costs nothing.
    QCOMPARE(store.records().first().result.state, JobState::Waiting);
}

void UploadsTest::linkThatWasJustMadeIsNotDead()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int) { ScriptedService::refuse(peer, 422, notFetched); };
    RememberingStore store;
    Trial trial(service.baseUrl(),
                {pictureFrom(u"a"_s, u"cat.png"_s), pictureFrom(u"b"_s, u"cat.png"_s)});
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 2);
    QCOMPARE(service.submissions, 2);
    QCOMPARE(service.uploads, 1);
    QVERIFY(store.forgotten.isEmpty());
}

/// One model took it: what another one has against it is something else.
void UploadsTest::linkThatWasJustTakenIsNotDead()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int n) {
        if (n == 1)
            service.accept(peer, n);
        else
            ScriptedService::refuse(peer, 422, notFetched);
    };
    RememberingStore store;
    const store::Upload old = uploadOf(ScriptedService::picture(), 120min);
    store.uploads.insert(old.digest, old);
    Trial trial(service.baseUrl(),
                {pictureFrom(u"a"_s, u"cat.png"_s), pictureFrom(u"b"_s, u"cat.png"_s)});
    trial.request.settings.maxWorkers = 1;
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 1);
    QCOMPARE(service.submissions, 2);
    QCOMPARE(service.uploads, 0);
    QVERIFY(store.forgotten.isEmpty());
}

void UploadsTest::parameterThatSoundsLikeAFile()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int) {
        ScriptedService::refuse(peer, 422, "image_size must be one of 512, 1024");
    };
    RememberingStore store;
    const store::Upload old = uploadOf(ScriptedService::picture(), 120min);
    store.uploads.insert(old.digest, old);
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 1);
    QCOMPARE(service.submissions, 1);
    QCOMPARE(service.uploads, 0);
}

void UploadsTest::refusalForAnotherReasonIsFinal()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int) {
        ScriptedService::refuse(peer, 422, "seed must be positive");
    };
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 1);
    QCOMPARE(service.submissions, 1);
    QCOMPARE(service.uploads, 1);
}

void UploadsTest::unclearRefusalIsNeverSentAgain()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int) {
        ScriptedService::refuse(peer, 504, "the image could not be fetched");
    };
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().unresolved, 1);
    QCOMPARE(service.submissions, 1);
    QCOMPARE(service.uploads, 1);
}

namespace {

/// Fails the first prediction.
ScriptedService::Answer failingFirst(ScriptedService &service)
{
    return [&service](Peer &peer, int n) {
        if (n == 1)
            peer.json(200, R"({"code":200,"data":{"id":"p","status":"failed",
                "error":"failed to download the image"}})");
        else
            service.complete(peer);
    };
}

} // namespace

/// It is tried again as any failed generation is; the link may be why it failed.
void UploadsTest::failedGenerationGetsANewLink()
{
    ScriptedService service;
    service.poll = failingFirst(service);
    RememberingStore store;
    const store::Upload old = uploadOf(ScriptedService::picture(), 120min);
    store.uploads.insert(old.digest, old);
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 2);
    QCOMPARE(service.uploads, 1);
    QVERIFY(sentImage(store, u"a"_s).endsWith("/uploads/1.png"_L1));
}

void UploadsTest::failedGenerationKeepsAYoungLink()
{
    ScriptedService service;
    service.poll = failingFirst(service);
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, 2);
    QCOMPARE(service.uploads, 1);
}

void UploadsTest::lastFailureForgetsTheLinkToo_data()
{
    QTest::addColumn<QByteArray>("failure");
    QTest::addColumn<bool>("isForgotten");
    QTest::newRow("a link's") << R"("error":"failed to download the image")"_ba << true;
    QTest::newRow("another") << R"("error":"no luck")"_ba << false;
    QTest::newRow("moderated") << R"("error":"the image is not allowed","error_code":1039)"_ba
                               << false;
}

/// No attempt is left; but a later run would be sent the same link.
void UploadsTest::lastFailureForgetsTheLinkToo()
{
    QFETCH(const QByteArray, failure);
    QFETCH(const bool, isForgotten);
    ScriptedService service;
    service.poll = [&failure](Peer &peer, int) {
        peer.json(200, R"({"code":200,"data":{"id":"p","status":"failed",)" + failure + "}}");
    };
    RememberingStore store;
    const store::Upload old = uploadOf(ScriptedService::picture(), 120min);
    store.uploads.insert(old.digest, old);
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.request.jobs[0].maxRetries = 0;
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 1);
    QCOMPARE(service.submissions, 1);
    QCOMPARE(store.forgotten, isForgotten ? QList<QUrl>{old.link} : QList<QUrl>());
}

/// Somebody set the clock back since: how old it is, nobody knows.
void UploadsTest::linkFromTheFutureIsNotYoung()
{
    ScriptedService service;
    service.submit = [&](Peer &peer, int n) {
        if (n == 1)
            ScriptedService::refuse(peer, 422, notFetched);
        else
            service.accept(peer, n);
    };
    RememberingStore store;
    const store::Upload old = uploadOf(ScriptedService::picture(), -120min);
    store.uploads.insert(old.digest, old);
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.uploads, 1);
    QCOMPARE(store.forgotten, QList<QUrl>{old.link});
}

void UploadsTest::stopWhileUploading()
{
    ScriptedService service;
    service.upload = [](Peer &, int) {};
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(service.uploads, 1);
    run.stop();
    QCOMPARE(trial.waitForEnd().cancelled, 1);
    QCOMPARE(service.submissions, 0);
}

void UploadsTest::retryReadsTheFileAnew()
{
    ScriptedService service;
    service.poll = [&](Peer &peer, int) { service.running(peer); };
    const Job job = pictureFrom(u"a"_s, u"cat.png"_s);
    Trial trial(service.baseUrl(), {job, imageJob(u"slow"_s)});
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().failed, 1);
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    service.poll = [&](Peer &peer, int) { service.complete(peer); };
    run.add({{job}});
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
}

/// The file that a person put in its place is what they mean.
void UploadsTest::addedJobsReadFilesAnew()
{
    for (const bool isReplaced : {true, false}) {
        ScriptedService service;
        bool isRefused = false;
        service.submit = [&](Peer &peer, int n) {
            const bool isOurs = peer.request().body.contains("A picture of a");
            if (isOurs && !std::exchange(isRefused, true))
                ScriptedService::refuse(peer, 400, "no such thing");
            else
                service.accept(peer, n);
        };
        service.poll = [&](Peer &peer, int) { service.running(peer); };
        const Job job = pictureFrom(u"a"_s, u"cat.png"_s);
        Trial trial(service.baseUrl(), {job, imageJob(u"slow"_s)});
        trial.writeInput(u"cat.png"_s, ScriptedService::picture());
        engine::BatchRun &run = trial.begin();
        QTRY_COMPARE(run.progress().failed, 1);
        QCOMPARE(service.uploads, 1);
        if (isReplaced)
            trial.writeInput(u"cat.png"_s, ScriptedService::picture() + "another");
        service.poll = [&](Peer &peer, int) { service.complete(peer); };
        run.add({{job}});
        QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
        QCOMPARE(service.uploads, isReplaced ? 2 : 1);
        const QString link = isReplaced ? u"/uploads/2.png"_s : u"/uploads/1.png"_s;
        QVERIFY(sentImage(trial.memory, u"a"_s).endsWith(link));
    }
}

/// Who waited for it already hears of it all the same.
void UploadsTest::fileThatIsReplacedWhileItIsAwaited()
{
    ScriptedService service;
    HttpScript::PeerPtr first;
    service.holdUpload = [&](const HttpScript::PeerPtr &peer, int n) {
        if (n == 1)
            first = peer;
        return n == 1;
    };
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(service.uploads, 1);
    trial.writeInput(u"cat.png"_s, ScriptedService::picture() + "another");
    run.add({{pictureFrom(u"b"_s, u"cat.png"_s)}});
    QTRY_COMPARE(service.uploads, 2);
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    for (const QString &job : {u"a"_s, u"b"_s})
        QVERIFY(sentImage(trial.memory, job).endsWith("/uploads/2.png"_L1));
}

/// The server takes it at the second asking, and by then it is another file.
void UploadsTest::fileThatIsReplacedBeforeItLeaves()
{
    ScriptedService service;
    Trial trial(service.baseUrl(),
                {pictureFrom(u"a"_s, u"cat.png"_s), pictureFrom(u"b"_s, u"cat.png"_s)});
    const QByteArray second = ScriptedService::picture() + "another";
    service.upload = [&](Peer &peer, int n) {
        if (n > 1) {
            service.keep(peer, n);
            return;
        }
        trial.writeInput(u"cat.png"_s, second);
        ScriptedService::refuse(peer, 429, "slow down");
    };
    RememberingStore store;
    trial.store = &store;
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QVERIFY2(trial.runToEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.uploads, 2);
    QCOMPARE(store.uploads.keys(), QStringList{uploadOf(second, 0min).digest});
}

void UploadsTest::fileThatChangesAllTheTimeFails()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {pictureFrom(u"a"_s, u"cat.png"_s)});
    service.upload = [&](Peer &peer, int n) {
        trial.writeInput(u"cat.png"_s, ScriptedService::picture() + QByteArray(n, 'x'));
        ScriptedService::refuse(peer, 429, "slow down");
    };
    trial.writeInput(u"cat.png"_s, ScriptedService::picture());
    QCOMPARE(trial.runToEnd().failed, 1);
    QCOMPARE(service.uploads, 2);
    const QString error = trial.job(u"a"_s).result.error;
    QVERIFY2(error.contains(u"changed while it was being uploaded"_s), qPrintable(error));
}

/// Two files hold the same: the one that is there serves whoever asks for it.
void UploadsTest::oneOfTwoFilesIsRemoved()
{
    ScriptedService service;
    atlas::Connection connection;
    connection.baseUrl = service.baseUrl();
    connection.key = atlas::ApiKey("a-key");
    atlas::Client client(connection);
    ManualClock clock;
    MemorySubmissions store;
    engine::Uploads uploads({client, store, clock, {}, [] { return true; }, [] { return false; }},
                            1);
    QSignalSpy linked(&uploads, &engine::Uploads::linked);
    QSignalSpy failed(&uploads, &engine::Uploads::failed);
    QTemporaryDir dir;
    QList<engine::InputFile> files;
    for (const QString &name : {u"one.png"_s, u"other.png"_s}) {
        const engine::InputFile file{dir.filePath(name), catalog::InputKind::Image};
        QFile content(file.path);
        QVERIFY(content.open(QIODevice::WriteOnly));
        content.write(ScriptedService::picture());
        content.close();
        QVERIFY(!uploads.link(file));
        files.append(file);
        QTRY_COMPARE(linked.size(), files.size());
    }
    QCOMPARE(service.uploads, 1);
    clock.jump(1h);
    QVERIFY(uploads.drop(uploads.link(files.at(0)).value()));
    QVERIFY(QFile::remove(files.at(1).path)); // the one that was read last
    QVERIFY(!uploads.link(files.at(0)));
    QTRY_COMPARE(linked.size() + failed.size(), 3);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(1).toString()));
    QVERIFY(uploads.link(files.at(0)).has_value());
    QCOMPARE(service.uploads, 2);
}

/// It has no slot while it is on its way: who waits for no file takes it.
void UploadsTest::slowFileHoldsNobodyBack()
{
    ScriptedService service;
    HttpScript::PeerPtr slow;
    service.holdUpload = [&](const HttpScript::PeerPtr &peer, int) {
        slow = peer;
        return true;
    };
    const Job still = imageJob(u"still"_s);
    Trial trial(service.baseUrl(),
                {pictureFrom(u"slow"_s, u"slow.png"_s), pictureFrom(u"other"_s, u"other.png"_s),
                 pictureFrom(u"film"_s, u"job:still"_s)});
    batch::JobResult made;
    made.job = still.id;
    made.name = still.name;
    made.state = JobState::Succeeded;
    made.submittedAt = QDateTime::currentDateTimeUtc();
    made.outputs = {{QUrl(u"https://example.org/still.png"_s), {}}};
    trial.request.earlier = {made};
    trial.request.settings.maxWorkers = 1;
    trial.writeInput(u"slow.png"_s, ScriptedService::picture());
    trial.writeInput(u"other.png"_s, ScriptedService::picture() + "another");
    trial.begin();
    QTRY_COMPARE(trial.job(u"film"_s).result.state, JobState::Succeeded);
    QCOMPARE(trial.job(u"slow"_s).result.state, JobState::Waiting);
    QCOMPARE(service.uploads, 1); // the other's turn has not come
    service.holdUpload = {};
    service.keep(*slow, 1);
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(trial.mostSlots(), 1);
}

void UploadsTest::whatDoesNotWaitIsNeverSubmitted_data()
{
    QTest::addColumn<bool>("isGenerated");
    QTest::newRow("while it is generated") << true;
    QTest::newRow("while it waits to be tried again") << false;
}

/// A job that waits for two files fails for the one, and is run again without either. The other
/// file's arrival then says nothing to it.
void UploadsTest::whatDoesNotWaitIsNeverSubmitted()
{
    QFETCH(const bool, isGenerated);
    ScriptedService service;
    HttpScript::PeerPtr slow;
    service.holdUpload = [&](const HttpScript::PeerPtr &peer, int) {
        slow = peer;
        return true;
    };
    service.poll = [&](Peer &peer, int n) {
        if (n > 1)
            service.complete(peer);
        else if (isGenerated)
            service.running(peer);
        else
            peer.json(200, R"({"code":200,"data":{"id":"p","status":"failed","error":"oh"}})");
        if (n == 1)
            service.keep(*slow, 1);
    };
    Job job = pictureFrom(u"a"_s, u"no.png"_s);
    job.params = {{u"end_image"_s, u"slow.png"_s}};
    Trial trial(service.baseUrl(), {job, pictureFrom(u"other"_s, u"slow.png"_s)});
    trial.request.timeScale = 60;
    trial.writeInput(u"slow.png"_s, ScriptedService::picture());
    engine::BatchRun &run = trial.begin();
    QTRY_COMPARE(run.progress().failed, 1);
    QTRY_VERIFY(slow);
    job.image.reset();
    job.params = {};
    run.add({{job}});
    QVERIFY2(trial.waitForEnd().allSucceeded(), qPrintable(trial.describe()));
    QCOMPARE(service.submissions, isGenerated ? 2 : 3);
}

void UploadsTest::missingResultFileIsSaid()
{
    ScriptedService service;
    Trial trial(service.baseUrl(), {pictureFrom(u"film"_s, u"job:still"_s)});
    batch::JobResult still;
    const Job job = imageJob(u"still"_s);
    still.job = job.id;
    still.name = job.name;
    still.state = JobState::Succeeded;
    still.submittedAt = QDateTime::currentDateTimeUtc().addDays(-2);
    still.outputs = {{QUrl(u"https://example.org/still.png"_s), u"/nowhere/still.png"_s}};
    trial.request.earlier = {still};
    QCOMPARE(trial.runToEnd().failed, 1);
    QVERIFY(trial.job(u"film"_s).result.error.contains("still.png is not there"_L1));
    QCOMPARE(service.submissions, 0);
}

QTEST_MAIN(UploadsTest)
#include "test_uploads.moc"
