// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs of jobs that start from others' results: which result each gets, and that nothing is paid
// for twice, whatever becomes of names and jobs meanwhile.
#include "engine/scriptedservice.h"
#include "session/desk.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::Job;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

constexpr auto keyVariable = "ATLAS_CLOUD_API_KEY";
constexpr auto serverVariable = "ATLASCLOUD_BASE_URL";
constexpr int patience = 20'000; ///< ms

Job still(const QString &name)
{
    return Desk::imageJob(name);
}

/// A picture from another one.
Job copyOf(const QString &name, const QString &source)
{
    Job job = Desk::imageJob(name);
    job.model = u"my/copy"_s;
    job.image = u"job:"_s + source;
    return job;
}

} // namespace

class TestChainedRuns : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aChainIsMadeInOneRun();
    void aRenamedSourceKeepsWhatWasMade_data();
    void aRenamedSourceKeepsWhatWasMade();
    void aRenamedSourceServes();
    void aDeletedSourceServesNobody();
    void sourcesThatSwapNamesServeTheirOwn();
    void aSourceThatIsRenamedDuringTheRunServes();
    void whatStartsFromAChangedSourceWaitsForTheNewOne();
    void whatStartsFromAnOldTakeIsNotPaidFor();
    void retryTakesTheFollowersAlong();
    void retryTakesTheFollowersAlongWhenOpenedAgain();
    void theEarlierTakeServesWhereTheNewestFailed();
    void whatComesBackWasPaidForBefore_data();
    void whatComesBackWasPaidForBefore();
    void whatComesBackDuringARunIsKnownAfterIt();
    void whatIsUnderWayUnderAnotherIdIsNotMadeTwice();

private:
    config::BatchFile fileOf(const QList<Job> &jobs) const;
    /// Makes pictures of their own for all jobs, each with a link that names its prediction.
    void serve();
    void makeAll(Desk &desk);
    static void rename(Desk &desk, int row, const QString &name);
    static void edit(Desk &desk, int row, const QString &prompt);
    static bool isIdle(const Desk &desk);
    /// What the submission of that prompt was sent with; empty where there was none.
    QString sentImage(const QString &prompt) const;
    QString linkOf(const Desk &desk, int row) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ScriptedService> m_service;
    QHash<QString, QString> m_links; ///< by prompt
    QStringList m_prompts;           ///< by prediction
    QStringList m_refused;           ///< prompts whose generation fails
    bool m_mayFinish = true;
};

void TestChainedRuns::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<ScriptedService>();
    m_prompts.clear();
    m_refused.clear();
    m_mayFinish = true;
    serve();
    qputenv(keyVariable, "a-key");
    qputenv(serverVariable, m_service->baseUrl().toEncoded());
}

void TestChainedRuns::cleanup()
{
    qunsetenv(keyVariable);
    qunsetenv(serverVariable);
}

void TestChainedRuns::serve()
{
    m_service->submit = [this](Peer &peer, int n) {
        const QJsonObject body = QJsonDocument::fromJson(peer.request().body).object();
        m_prompts.append(body.value("prompt"_L1).toString());
        m_service->accept(peer, n);
    };
    m_service->poll = [this](Peer &peer, int) {
        const QByteArray target = peer.request().target;
        const qsizetype at = target.indexOf("/prediction/p") + 13;
        const int number = target.mid(at, target.indexOf('/', at) - at).toInt();
        if (!m_mayFinish) {
            m_service->running(peer);
        } else if (m_refused.contains(m_prompts.value(number - 1))) {
            peer.json(200, R"({"code":200,"data":{"id":"p","status":"failed","error":"no luck",
                "error_code":1039}})");
        } else {
            const QByteArray url =
                m_service->http().url(u"/files/%1.png"_s.arg(number)).toEncoded();
            peer.json(200,
                      R"({"code":200,"data":{"id":"p","status":"completed","outputs":[")" + url
                          + "\"]}}");
        }
    };
}

config::BatchFile TestChainedRuns::fileOf(const QList<Job> &jobs) const
{
    config::BatchFile file;
    file.path = m_dir->filePath(u"batch.yaml"_s);
    file.source.settings.models[u"my/copy"_s].type = batch::MediaType::Image;
    for (const Job &job : jobs)
        file.source.jobs.append(job);
    return file;
}

bool TestChainedRuns::isIdle(const Desk &desk)
{
    return !desk.session->isRunning() && !desk.session->isStarting();
}

void TestChainedRuns::makeAll(Desk &desk)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.counts().runnable > 0, patience);
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.counts().succeeded, desk.document.jobCount(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(desk), patience);
}

void TestChainedRuns::rename(Desk &desk, int row, const QString &name)
{
    Job job = desk.document.job(row);
    job.name = name;
    desk.document.changeJob(row, job, u"Rename"_s);
}

void TestChainedRuns::edit(Desk &desk, int row, const QString &prompt)
{
    Job job = desk.document.job(row);
    job.prompt = prompt;
    desk.document.changeJob(row, job, u"Edit"_s);
}

QString TestChainedRuns::sentImage(const QString &prompt) const
{
    for (const HttpScript::Request &request : m_service->http().requests()) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (request.method == "POST" && body.value("prompt"_L1).toString() == prompt)
            return body.value("image"_L1).toString();
    }
    return {};
}

QString TestChainedRuns::linkOf(const Desk &desk, int row) const
{
    const engine::JobProgress *progress = desk.session->progressOf(desk.id(row));
    return progress ? progress->result.outputs.value(0).url.toString() : QString();
}

void TestChainedRuns::aChainIsMadeInOneRun()
{
    Desk desk(fileOf(
        {copyOf(u"third"_s, u"second"_s), copyOf(u"second"_s, u"first"_s), still(u"first"_s)}));
    makeAll(desk);
    QCOMPARE(m_service->submissions, 3);
    QCOMPARE(sentImage(u"A picture of second"_s), linkOf(desk, 2));
    QCOMPARE(sentImage(u"A picture of third"_s), linkOf(desk, 1));
    QVERIFY(!linkOf(desk, 2).isEmpty());
}

void TestChainedRuns::aRenamedSourceKeepsWhatWasMade_data()
{
    QTest::addColumn<bool>("isEdited");
    QTest::newRow("renamed") << false;
    QTest::newRow("renamed and edited") << true;
}

void TestChainedRuns::aRenamedSourceKeepsWhatWasMade()
{
    QFETCH(const bool, isEdited);
    config::BatchFile later;
    {
        Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s)}));
        makeAll(desk);
        rename(desk, 0, u"Held"_s);
        QCOMPARE(desk.document.job(1).image, u"job:Held"_s);
        QCOMPARE(desk.state(1), JobState::Succeeded);
        QTRY_COMPARE(desk.counts().runnable, 0);
        if (isEdited)
            edit(desk, 0, u"Another hero"_s);
        QCOMPARE(desk.state(1), JobState::Succeeded);
        // What the ledger knows is read anew with every run.
        desk.session->past()->read();
        const auto before = desk.read->size();
        QTRY_VERIFY(desk.read->size() > before);
        QCOMPARE(desk.state(1), JobState::Succeeded);
        if (isEdited)
            makeAll(desk);
        QCOMPARE(m_service->submissions, isEdited ? 3 : 2);
        later = fileOf({desk.document.job(0), desk.document.job(1)});
    }
    if (isEdited)
        return; // by then nothing tells that it is the same job
    Desk again(later);
    QTRY_VERIFY_WITH_TIMEOUT(again.isRead(), patience);
    QCOMPARE(again.state(0), JobState::Succeeded);
    QCOMPARE(again.state(1), JobState::Succeeded);
    QCOMPARE(again.counts().runnable, 0);
}

void TestChainedRuns::aRenamedSourceServes()
{
    Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s)}));
    desk.session->runAgain({desk.id(0)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QTRY_VERIFY(isIdle(desk));
    rename(desk, 0, u"Held"_s);
    makeAll(desk);
    QCOMPARE(m_service->submissions, 2);
    QCOMPARE(sentImage(u"A picture of film"_s), linkOf(desk, 0));
}

void TestChainedRuns::aDeletedSourceServesNobody()
{
    Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s)}));
    desk.session->runAgain({desk.id(0)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QTRY_VERIFY(isIdle(desk));
    Job other = still(u"hero"_s);
    other.prompt = u"Another hero"_s;
    desk.document.removeJobs({0});
    desk.document.insertJobs(0, {other}, u"Add"_s);
    desk.session->runAgain({desk.id(1)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(1), JobState::Failed, patience);
    QCOMPARE(desk.session->progressOf(desk.id(1))->result.error,
             u"Run “hero” first: it has no result to start from."_s);
    QTRY_VERIFY(isIdle(desk));
    QCOMPARE(m_service->submissions, 1);
    makeAll(desk);
    QCOMPARE(sentImage(u"A picture of film"_s), linkOf(desk, 0));
    QCOMPARE(m_service->submissions, 3);
}

void TestChainedRuns::sourcesThatSwapNamesServeTheirOwn()
{
    Desk desk(fileOf({still(u"day"_s), still(u"night"_s), copyOf(u"of day"_s, u"day"_s),
                      copyOf(u"of night"_s, u"night"_s)}));
    desk.session->runAgain({desk.id(0), desk.id(1)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.counts().succeeded, 2, patience);
    QTRY_VERIFY(isIdle(desk));
    rename(desk, 0, u"meanwhile"_s);
    rename(desk, 1, u"day"_s);
    rename(desk, 0, u"night"_s);
    QCOMPARE(desk.document.job(2).image, u"job:night"_s);
    QTRY_COMPARE(desk.counts().runnable, 2);
    makeAll(desk);
    QCOMPARE(m_service->submissions, 4);
    QCOMPARE(sentImage(u"A picture of of day"_s), linkOf(desk, 0));
    QCOMPARE(sentImage(u"A picture of of night"_s), linkOf(desk, 1));
    QVERIFY(linkOf(desk, 0) != linkOf(desk, 1));
}

void TestChainedRuns::aSourceThatIsRenamedDuringTheRunServes()
{
    m_mayFinish = false;
    Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s)}));
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    rename(desk, 0, u"Held"_s);
    desk.document.insertJobs(2, {copyOf(u"later"_s, u"Held"_s)}, u"Add"_s);
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(2), JobState::Waiting, patience);
    m_mayFinish = true;
    QTRY_COMPARE_WITH_TIMEOUT(desk.counts().succeeded, 3, patience);
    QCOMPARE(sentImage(u"A picture of later"_s), linkOf(desk, 0));
    QCOMPARE(sentImage(u"A picture of film"_s), linkOf(desk, 0));
    QCOMPARE(m_service->submissions, 3);
}

void TestChainedRuns::whatStartsFromAChangedSourceWaitsForTheNewOne()
{
    m_mayFinish = false;
    Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s), still(u"other"_s)}));
    desk.session->runAgain({desk.id(0)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    desk.session->leave();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(desk), patience);
    edit(desk, 0, u"Another hero"_s);
    QTRY_COMPARE(desk.counts().runnable, 2); // the paid one and the other
    QSignalSpy refused(&*desk.session, &ui::RunSession::refused);
    desk.session->runAgain({desk.id(1)});
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY2(refused.first().first().toString().contains(u"film"_s),
             qPrintable(refused.first().first().toString()));

    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(2), JobState::Generating, patience);
    // It is being fetched now, and still out of date.
    desk.session->run();
    desk.session->runAgain({desk.id(1)});
    QTRY_COMPARE(refused.size(), 2);
    m_mayFinish = true;
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(desk), patience);
    QCOMPARE(m_service->submissions, 2);
    QCOMPARE(desk.state(0), JobState::Draft);
    QCOMPARE(desk.state(1), JobState::Draft);
    makeAll(desk);
    QCOMPARE(m_service->submissions, 4);
    QCOMPARE(sentImage(u"A picture of film"_s), linkOf(desk, 0));
}

/// The still was made and then edited: run by itself, what starts from it would get the old one.
void TestChainedRuns::whatStartsFromAnOldTakeIsNotPaidFor()
{
    Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s), still(u"slow"_s)}));
    m_refused.append(u"A picture of film"_s);
    desk.session->runAgain({desk.id(0), desk.id(1)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(1), JobState::Failed, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(desk), patience);
    QCOMPARE(m_service->submissions, 2);
    edit(desk, 0, u"Another hero"_s);
    const QString reason = u"“hero” was changed since it was last run: run it first."_s;
    const auto isLeft = [&] {
        const engine::JobProgress *film = desk.session->progressOf(desk.id(1));
        return film && film->result.state == JobState::Failed && film->result.error == reason;
    };
    desk.session->retryFailed();
    QTRY_VERIFY_WITH_TIMEOUT(isLeft() && isIdle(desk), patience);
    QCOMPARE(m_service->submissions, 2);

    // While another job is under way, too.
    m_mayFinish = false;
    desk.session->runAgain({desk.id(2)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(2), JobState::Generating, patience);
    edit(desk, 1, u"Another film"_s);
    QCOMPARE(desk.state(1), JobState::Draft);
    desk.session->runAgain({desk.id(1)});
    QTRY_VERIFY_WITH_TIMEOUT(isLeft() && desk.state(1) == JobState::Failed, patience);
    QCOMPARE(m_service->submissions, 3);

    // It isn't failed for good.
    m_mayFinish = true;
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(desk), patience);
    makeAll(desk);
    QCOMPARE(m_service->submissions, 5);
    QCOMPARE(sentImage(u"Another film"_s), linkOf(desk, 0));
}

void TestChainedRuns::retryTakesTheFollowersAlong()
{
    m_refused = {u"A picture of hero"_s};
    Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s)}));
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.counts().failed, 2, patience);
    QTRY_VERIFY(isIdle(desk));
    m_refused.clear();
    desk.session->retryFailed();
    QTRY_COMPARE_WITH_TIMEOUT(desk.counts().succeeded, 2, patience);
    QCOMPARE(m_service->submissions, 3);
}

/// The ledger knows nothing of what was never submitted.
void TestChainedRuns::retryTakesTheFollowersAlongWhenOpenedAgain()
{
    const QList<Job> jobs{still(u"hero"_s), copyOf(u"film"_s, u"hero"_s),
                          copyOf(u"next"_s, u"film"_s), still(u"other"_s)};
    m_refused = {u"A picture of hero"_s};
    {
        Desk desk(fileOf(jobs));
        desk.session->runAgain({desk.id(0), desk.id(1), desk.id(2)});
        QTRY_COMPARE_WITH_TIMEOUT(desk.counts().failed, 3, patience);
        QTRY_VERIFY(isIdle(desk));
    }
    m_refused.clear();
    Desk again(fileOf(jobs));
    QTRY_VERIFY_WITH_TIMEOUT(again.isRead(), patience);
    QCOMPARE(again.counts().failed, 1);
    again.session->retryFailed();
    QTRY_COMPARE_WITH_TIMEOUT(again.counts().succeeded, 3, patience);
    QTRY_VERIFY(isIdle(again));
    QCOMPARE(again.state(3), JobState::Draft);
    QCOMPARE(m_service->submissions, 4);
}

void TestChainedRuns::theEarlierTakeServesWhereTheNewestFailed()
{
    Desk desk(fileOf({still(u"hero"_s), copyOf(u"film"_s, u"hero"_s)}));
    desk.session->runAgain({desk.id(0)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QTRY_VERIFY(isIdle(desk));
    const QString link = linkOf(desk, 0);
    m_refused = {u"A picture of hero"_s};
    desk.session->runAgain({desk.id(0)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Failed, patience);
    QTRY_VERIFY(isIdle(desk));
    desk.session->runAgain({desk.id(1)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(1), JobState::Succeeded, patience);
    QCOMPARE(sentImage(u"A picture of film"_s), link);
    QTRY_COMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.09));
}

void TestChainedRuns::whatComesBackWasPaidForBefore_data()
{
    QTest::addColumn<bool>("isFetched");
    QTest::newRow("made") << true;
    QTest::newRow("paid for and not fetched") << false;
}

/// A checkout of an older file in the middle of a run brings a job that was made long ago.
void TestChainedRuns::whatComesBackWasPaidForBefore()
{
    QFETCH(const bool, isFetched);
    const QList<Job> jobs{still(u"old"_s), still(u"slow"_s)};
    {
        m_mayFinish = isFetched;
        Desk desk(fileOf(jobs.mid(0, 1)));
        QTRY_COMPARE(desk.counts().runnable, 1);
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(0),
                                  isFetched ? JobState::Succeeded : JobState::Generating, patience);
        desk.session->leave();
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(desk), patience);
    }
    m_mayFinish = false;
    Desk desk(fileOf({still(u"slow"_s)}));
    desk.session->runAgain({desk.id(0)});
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    QCOMPARE(m_service->submissions, 2);
    desk.document.reload(fileOf(jobs));
    desk.session->run();
    const JobState expected = isFetched ? JobState::Succeeded : JobState::Generating;
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), expected, patience);
    m_mayFinish = true;
    QTRY_COMPARE_WITH_TIMEOUT(desk.counts().succeeded, 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(desk), patience);
    QCOMPARE(m_service->submissions, 2);
    QCOMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.08));
    QCOMPARE(desk.session->bill().all.committed, Cost());
}

void TestChainedRuns::whatComesBackDuringARunIsKnownAfterIt()
{
    {
        Desk desk(fileOf({still(u"old"_s)}));
        makeAll(desk);
    }
    m_mayFinish = false;
    Desk desk(fileOf({still(u"slow"_s)}));
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    desk.document.reload(fileOf({still(u"old"_s), still(u"slow"_s)}));
    QCOMPARE(desk.state(0), JobState::Draft);
    m_mayFinish = true;
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QCOMPARE(desk.state(1), JobState::Succeeded);
    QCOMPARE(m_service->submissions, 2);
}

/// However it came that a job lost its id while it was made.
void TestChainedRuns::whatIsUnderWayUnderAnotherIdIsNotMadeTwice()
{
    m_mayFinish = false;
    Desk desk(fileOf({still(u"hero"_s), still(u"other"_s)}));
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Generating, patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(1), JobState::Generating, patience);
    desk.document.removeJobs({0});
    desk.document.insertJobs(0, {still(u"hero"_s)}, u"Add"_s);
    QCOMPARE(desk.state(0), JobState::Draft);
    QSignalSpy refused(&*desk.session, &ui::RunSession::refused);
    desk.session->run();
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
    QVERIFY(refused.first().first().toString().contains(u"hero"_s));
    m_mayFinish = true;
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(0), JobState::Succeeded, patience);
    QTRY_VERIFY(isIdle(desk));
    QCOMPARE(m_service->submissions, 2);
    QCOMPARE(desk.session->bill().all.spent, Cost::fromUsd(0.08));
}

QTEST_MAIN(TestChainedRuns)
#include "test_chainedruns.moc"
