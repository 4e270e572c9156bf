// SPDX-License-Identifier: GPL-3.0-or-later
//
// The engine against the sandbox, over real HTTP, for every way in which a service fails.
#include "engine/trial.h"

#include "media/fileformat.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;

class FaultsTest : public QObject
{
    Q_OBJECT
private slots:
    void everyJobSucceeds_data();
    void everyJobSucceeds();
    void isNeverSentTwice_data();
    void isNeverSentTwice();
    void internalErrorIsTriedOnceMore();
    void moderatedIsFailed();
    void failedGenerationIsRetried();
    void parkedIsTakenUpLater();
    void everythingAtOnce_data();
    void everythingAtOnce();
};

namespace {

sandbox::Faults faults(const QStringList &switches)
{
    return sandbox::Faults::parse(switches).value();
}

void addDialects(const char *name, const QStringList &switches)
{
    QTest::addRow("%s, article", name) << switches << sandbox::Dialect::Article;
    QTest::addRow("%s, live", name) << switches << sandbox::Dialect::Live;
}

/// Every file of the trial is a whole picture or film, and there are so many.
void checkFiles(const Trial &trial, qsizetype count)
{
    const QStringList files = trial.files();
    QVERIFY2(files.size() == count, qPrintable(files.join(u' ')));
    for (const QString &name : files) {
        QFile file(trial.folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto format = media::formatOf(file.read(media::formatHeadSize));
        QCOMPARE(QFileInfo(name).suffix(), media::extensionOf(format));
        QVERIFY2(media::isWhole(file.fileName(), format), qPrintable(name));
    }
}

} // namespace

void FaultsTest::everyJobSucceeds_data()
{
    QTest::addColumn<QStringList>("switches");
    QTest::addColumn<sandbox::Dialect>("dialect");
    addDialects("none", {});
    addDialects("429", {u"429=0.4"_s});
    addDialects("503", {u"503=0.4"_s});
    addDialects("poll-error", {u"poll-error=0.5"_s});
    addDialects("poll-garbage", {u"poll-garbage=0.5"_s});
    addDialects("warm-up", {u"warm-up=1"_s});
    addDialects("download-403", {u"download-403=0.25"_s});
    addDialects("download-404", {u"download-404=0.25"_s});
    addDialects("download-500", {u"download-500=0.25"_s});
    addDialects("truncated", {u"truncated=0.25"_s});
    addDialects("download-reset", {u"download-reset=0.25"_s});
    addDialects("wrong-content", {u"wrong-content=0.25"_s});
}

void FaultsTest::everyJobSucceeds()
{
    QFETCH(const QStringList, switches);
    QFETCH(const sandbox::Dialect, dialect);
    sandbox::Options options = fastSandbox(dialect);
    options.faults = faults(switches);
    const int jobs = switches.isEmpty() ? 24 : 6;
    SandboxTrial bench(options, mixedJobs(jobs));

    const engine::BatchProgress end = bench.trial.runToEnd();

    QVERIFY2(end.allSucceeded(), qPrintable(bench.trial.describe()));
    const auto tally = bench.server.tally();
    QCOMPARE(tally.accepted, jobs);
    QCOMPARE(tally.keysAtDownloads, 0);
    QVERIFY(tally.downloads >= jobs);
    QCOMPARE(end.bill.all.spent, tally.charged);
    QCOMPARE(end.bill.all.committed, batch::Cost());
    QVERIFY(bench.trial.mostSlots() <= 8);
    checkFiles(bench.trial, jobs);
    QCOMPARE(bench.trial.manifest()["successful"_L1].toInt(), jobs);
}

void FaultsTest::isNeverSentTwice_data()
{
    QTest::addColumn<QStringList>("switches");
    QTest::addColumn<sandbox::Dialect>("dialect");
    QTest::addColumn<int>("accepted");
    for (const auto dialect : {sandbox::Dialect::Article, sandbox::Dialect::Live}) {
        const char *name = dialect == sandbox::Dialect::Article ? "article" : "live";
        QTest::addRow("reset-before, %s", name) << QStringList{u"reset-before=1"_s} << dialect << 0;
        QTest::addRow("reset-after, %s", name) << QStringList{u"reset-after=1"_s} << dialect << 3;
        QTest::addRow("dropped-reply, %s", name)
            << QStringList{u"dropped-reply=1"_s} << dialect << 3;
    }
}

void FaultsTest::isNeverSentTwice()
{
    QFETCH(const QStringList, switches);
    QFETCH(const sandbox::Dialect, dialect);
    QFETCH(const int, accepted);
    sandbox::Options options = fastSandbox(dialect);
    options.faults = faults(switches);
    const QList<batch::Job> jobs{imageJob(u"one"_s), imageJob(u"two"_s), videoJob(u"three"_s)};
    SandboxTrial bench(options, jobs);
    bench.trial.request.connection.submitTimeout = std::chrono::milliseconds(1500);

    const engine::BatchProgress end = bench.trial.runToEnd();

    QCOMPARE(end.unresolved, 3);
    const auto tally = bench.server.tally();
    QCOMPARE(tally.submissions, 3);
    QCOMPARE(tally.accepted, accepted);
    // The money is held: nobody knows.
    QCOMPARE(end.bill.all.committed, end.bill.all.total());
    QVERIFY(!end.bill.all.committed.isZero());
    QVERIFY(!bench.trial.job(u"one"_s).result.error.isEmpty());
    QCOMPARE(bench.trial.manifest()["unresolved"_L1].toInt(), 3);
    QCOMPARE(bench.trial.manifest()["total_cost"_L1].toDouble(), 0.0);
    for (const auto &record : bench.trial.memory.records())
        QCOMPARE(record.result.state, JobState::Unresolved);
}

void FaultsTest::internalErrorIsTriedOnceMore()
{
    sandbox::Options options = fastSandbox();
    options.faults = faults({u"500=1"_s});
    SandboxTrial bench(options, {imageJob(u"one"_s), imageJob(u"two"_s)});

    const engine::BatchProgress end = bench.trial.runToEnd();

    QCOMPARE(end.failed, 2);
    QCOMPARE(bench.server.tally().submissions, 4);
    QCOMPARE(bench.server.tally().accepted, 0);
    QVERIFY(bench.trial.job(u"one"_s).result.error.contains(u"Internal server error"_s));
}

void FaultsTest::moderatedIsFailed()
{
    sandbox::Options options = fastSandbox();
    options.faults = faults({u"moderated=1"_s});
    SandboxTrial bench(options, {imageJob(u"one"_s)});

    const engine::BatchProgress end = bench.trial.runToEnd();

    QCOMPARE(end.failed, 1);
    QCOMPARE(end.bill.all.total(), batch::Cost());
    const auto tally = bench.server.tally();
    QCOMPARE(tally.submissions, 1);
    QCOMPARE(tally.refunded, 1);
    QVERIFY2(bench.trial.job(u"one"_s).result.error.contains(u"moderation"_s),
             qPrintable(bench.trial.job(u"one"_s).result.error));
    QVERIFY(bench.trial.files().isEmpty());
}

void FaultsTest::failedGenerationIsRetried()
{
    sandbox::Options options = fastSandbox();
    options.faults = faults({u"generation-fails=1"_s});
    QList<batch::Job> jobs{imageJob(u"one"_s), imageJob(u"two"_s)};
    jobs[1].maxRetries = 0;
    SandboxTrial bench(options, jobs);

    const engine::BatchProgress end = bench.trial.runToEnd();

    QCOMPARE(end.failed, 2);
    QCOMPARE(bench.trial.job(u"one"_s).result.attempts, 3);
    QCOMPARE(bench.trial.job(u"two"_s).result.attempts, 1);
    QVERIFY(bench.trial.job(u"one"_s).result.error.contains(u"out of memory"_s));
    QCOMPARE(bench.server.tally().accepted, 4);
    QCOMPARE(bench.server.tally().refunded, 4);
    QCOMPARE(bench.trial.memory.records().size(), 4);
}

void FaultsTest::parkedIsTakenUpLater()
{
    sandbox::Options options = fastSandbox();
    options.faults = faults({u"never-finishes=1"_s});
    QList<batch::Job> jobs{imageJob(u"one"_s), imageJob(u"two"_s)};
    for (batch::Job &job : jobs)
        job.maxWait = 60;
    SandboxTrial bench(options, jobs);
    bench.trial.request.settings.maxWorkers = 1;

    const engine::BatchProgress end = bench.trial.runToEnd();

    // The first gave its slot back; both were paid for and stay so.
    QCOMPARE(end.generating, 2);
    QCOMPARE(end.bill.all.committed, end.bill.all.total());
    QCOMPARE(bench.server.tally().submissions, 2);
    const engine::JobProgress one = bench.trial.job(u"one"_s);
    QVERIFY(one.parked);
    QVERIFY2(one.note.contains(u"60 s"_s), qPrintable(one.note));
    QCOMPARE(bench.trial.manifest()["unfinished"_L1].toInt(), 2);
    QCOMPARE(bench.trial.manifestLines(), QStringList({u"one generating"_s, u"two generating"_s}));

    // A later run of the same batch asks for them and submits nothing.
    Trial later(bench.server.baseUrl(), jobs);
    later.request.earlier = {one.result, bench.trial.job(u"two"_s).result};
    const engine::BatchProgress second = later.runToEnd();
    QCOMPARE(second.generating, 2);
    QCOMPARE(bench.server.tally().submissions, 2);
}

void FaultsTest::everythingAtOnce_data()
{
    QTest::addColumn<sandbox::Dialect>("dialect");
    QTest::addColumn<quint32>("seed");
    QTest::addRow("article") << sandbox::Dialect::Article << 11u;
    QTest::addRow("live") << sandbox::Dialect::Live << 12u;
}

void FaultsTest::everythingAtOnce()
{
    QFETCH(const sandbox::Dialect, dialect);
    QFETCH(const quint32, seed);
    sandbox::Options options = fastSandbox(dialect);
    options.seed = seed;
    options.faults = faults({u"429=0.3"_s, u"503=0.1"_s, u"poll-error=0.1"_s, u"poll-garbage=0.1"_s,
                             u"warm-up=0.2"_s, u"download-403=0.03"_s, u"download-404=0.03"_s,
                             u"download-500=0.03"_s, u"truncated=0.04"_s, u"download-reset=0.04"_s,
                             u"wrong-content=0.03"_s});
    const int jobs = 40;
    SandboxTrial bench(options, mixedJobs(jobs));

    const engine::BatchProgress end = bench.trial.runToEnd();

    QVERIFY2(end.allSucceeded(), qPrintable(bench.trial.describe()));
    const auto tally = bench.server.tally();
    QCOMPARE(tally.accepted, jobs);
    QCOMPARE(tally.doubleCharges, 0);
    QCOMPARE(tally.keysAtDownloads, 0);
    QCOMPARE(end.bill.all.spent, tally.charged);
    checkFiles(bench.trial, jobs);
    for (int i = 1; i <= jobs; ++i) {
        const QString name = u"%1 %2"_s.arg(i % 4 == 0 ? u"film"_s : u"picture"_s).arg(i);
        QCOMPARE(bench.trial.job(name).result.attempts, 1);
    }
}

QTEST_MAIN(FaultsTest)
#include "test_faults.moc"
