// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/takes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::Job;
using batch::JobState;
using ui::Takes;

namespace {

Job imageJob()
{
    Job job;
    job.name = u"Cat"_s;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = u"A cat"_s;
    return job;
}

engine::JobProgress progressOf(const Job &job, JobState state)
{
    engine::JobProgress progress;
    progress.result.job = job.id;
    progress.result.name = job.name;
    progress.result.model = job.model;
    progress.result.state = state;
    progress.result.cost = Cost::fromUsd(0.04);
    return progress;
}

engine::Standing standingOf(const Job &job, JobState state, const QString &submission)
{
    engine::Standing standing{job, progressOf(job, state).result, {{u"prompt"_s, job.prompt}}, {}};
    standing.result.submission = submission;
    standing.result.submittedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
    if (batch::isActive(state))
        standing.result.predictionId = u"p"_s;
    return standing;
}

Takes takesOf(const engine::Standing &standing, bool atWork = false)
{
    engine::History history;
    history.jobs.insert(standing.result.job, standing);
    return Takes::of(history,
                     {catalog::Catalog::builtIn(), 1, atWork, QDateTime::currentDateTimeUtc()});
}

Takes::Find finding(const Job &job)
{
    return [&job](batch::JobId id) { return id == job.id ? &job : nullptr; };
}

batch::Bill billOf(const Takes &takes, const QList<Job> &jobs)
{
    batch::Batch batch;
    batch.jobs = jobs;
    return takes.bill(batch, [&](int row) {
        return std::optional(catalog::estimate(catalog::Catalog::builtIn(), batch.jobs.at(row)));
    });
}

} // namespace

class TestTakes : public QObject
{
    Q_OBJECT

private slots:
    void whatNoRunKnowsIsADraft();
    void anEditMakesADraftAndUndoingItDoesNot();
    void renamingKeepsTheResult();
    void neverRunsAgainByItself_data();
    void neverRunsAgainByItself();
    void whatWasPaidForAndNotFetchedIsTakenUp();
    void updatesOfOtherDocumentsAreDropped();
    void moneyOfEarlierTakesStaysCounted();
    void moneyOfDeletedAndDisabledJobsStaysCounted();
    void whatARunLeavesOutIsNotToCome();
    void anEarlierResultShowsUntilTheNewOneIsThere();
    void anEarlierFileIsNotTheOneThatIsTakenUp();
    void whatNoRunTookCanBeRunAgain();
    void resultsKeepTheirOrder();
    void theLedgerSaysHowJobsStand_data();
    void theLedgerSaysHowJobsStand();
    void aNewerFailureOutlastsAnOlderResult();
    void whatTheLedgerHasToSayWinsOverAFailure_data();
    void whatTheLedgerHasToSayWinsOverAFailure();
    void whatIsTakenUpIsNotMadeAnew();
    void aForgottenOneIsADraft();
};

void TestTakes::whatNoRunKnowsIsADraft()
{
    const Takes takes;
    const Job job = imageJob();
    QCOMPARE(takes.stateOf(job), JobState::Draft);
    QVERIFY(!takes.progressOf(job.id));
    QVERIFY(takes.wantsRun(job));
    QCOMPARE(billOf(takes, {job}).all.toCome, Cost::fromUsd(0.04));
}

void TestTakes::anEditMakesADraftAndUndoingItDoesNot()
{
    Takes takes;
    const Job job = imageJob();
    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Succeeded));
    QCOMPARE(takes.stateOf(job), JobState::Succeeded);
    QVERIFY(!takes.wantsRun(job));

    Job edited = job;
    edited.prompt = u"A dog"_s;
    QCOMPARE(takes.stateOf(edited), JobState::Draft);
    QVERIFY(takes.wantsRun(edited));
    const batch::Bill bill = billOf(takes, {edited});
    QCOMPARE(bill.all.spent, Cost::fromUsd(0.04));
    QCOMPARE(bill.all.toCome, Cost::fromUsd(0.04));

    QCOMPARE(takes.stateOf(job), JobState::Succeeded);
    QCOMPARE(billOf(takes, {job}).all.toCome, Cost());
}

void TestTakes::renamingKeepsTheResult()
{
    Takes takes;
    Job job = imageJob();
    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Succeeded));
    job.name = u"Kitten"_s;
    job.maxRetries = 5;
    job.width = batch::defaults::width; // said aloud, and the same request
    QCOMPARE(takes.stateOf(job), JobState::Succeeded);
}

void TestTakes::neverRunsAgainByItself_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<bool>("editedToo");
    QTest::newRow("waiting") << JobState::Waiting << true;
    QTest::newRow("submitting") << JobState::Submitting << true;
    QTest::newRow("generating") << JobState::Generating << true;
    QTest::newRow("downloading") << JobState::Downloading << true;
    QTest::newRow("unresolved") << JobState::Unresolved << true;
    QTest::newRow("succeeded") << JobState::Succeeded << false;
}

void TestTakes::neverRunsAgainByItself()
{
    QFETCH(JobState, state);
    QFETCH(bool, editedToo);
    Takes takes;
    Job job = imageJob();
    takes.begin(job, 1);
    takes.update(progressOf(job, state));
    QVERIFY(!takes.wantsRun(job));
    job.prompt = u"Another"_s;
    QCOMPARE(!takes.wantsRun(job), editedToo);
}

void TestTakes::whatWasPaidForAndNotFetchedIsTakenUp()
{
    Takes takes;
    Job job = imageJob();
    takes.begin(job, 1);
    engine::JobProgress left = progressOf(job, JobState::Generating);
    left.parked = true;
    takes.update(left);
    QVERIFY(takes.wantsRun(job));
    QCOMPARE(billOf(takes, {job}).all.committed, Cost::fromUsd(0.04));
    QCOMPARE(billOf(takes, {job}).all.toCome, Cost());

    // What it fetches is what was asked for then, not what the job says now.
    job.prompt = u"A dog"_s;
    QCOMPARE(takes.toRun(job).prompt, u"A cat"_s);
    takes.begin(job, 1);
    QCOMPARE(billOf(takes, {job}).all.committed, Cost::fromUsd(0.04));
    takes.update(progressOf(job, JobState::Succeeded));
    QCOMPARE(takes.toRun(job).prompt, u"A dog"_s);
    QCOMPARE(takes.stateOf(job), JobState::Draft);
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));
}

void TestTakes::updatesOfOtherDocumentsAreDropped()
{
    Takes takes;
    const Job job = imageJob();
    QVERIFY(!takes.update(progressOf(job, JobState::Succeeded)));
    QCOMPARE(takes.stateOf(job), JobState::Draft);
}

void TestTakes::moneyOfEarlierTakesStaysCounted()
{
    Takes takes;
    const Job job = imageJob();
    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Succeeded));
    takes.begin(job, 1);
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));
    QCOMPARE(billOf(takes, {job}).all.toCome, Cost::fromUsd(0.04));
    takes.update(progressOf(job, JobState::Generating));
    QCOMPARE(billOf(takes, {job}).all.committed, Cost::fromUsd(0.04));
    takes.update(progressOf(job, JobState::Succeeded));
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.08));
    QCOMPARE(billOf(takes, {job}).all.toCome, Cost());
    QCOMPARE(takes.pastCosts(), Cost::fromUsd(0.04));
}

void TestTakes::moneyOfDeletedAndDisabledJobsStaysCounted()
{
    Takes takes;
    Job job = imageJob();
    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Succeeded));
    QCOMPARE(billOf(takes, {}).all.spent, Cost::fromUsd(0.04));
    job.enabled = false;
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));
}

void TestTakes::whatARunLeavesOutIsNotToCome()
{
    Takes takes;
    const Job drawn = imageJob();
    const Job wrong = imageJob();
    batch::Batch batch;
    batch.jobs = {drawn, wrong};
    const auto bill = [&] {
        return takes.bill(batch, [&](int row) -> std::optional<catalog::Estimate> {
            if (batch.jobs.at(row).id == wrong.id)
                return std::nullopt;
            return catalog::estimate(catalog::Catalog::builtIn(), batch.jobs.at(row));
        });
    };
    QCOMPARE(bill().all.toCome, Cost::fromUsd(0.04));
    QCOMPARE(bill().all.jobs, 1);
    // What was charged before it became wrong stays.
    takes.begin(wrong, 1);
    takes.update(progressOf(wrong, JobState::Succeeded));
    QCOMPARE(bill().all.spent, Cost::fromUsd(0.04));
}

void TestTakes::anEarlierResultShowsUntilTheNewOneIsThere()
{
    Takes takes;
    const Job job = imageJob();
    engine::JobProgress done = progressOf(job, JobState::Succeeded);
    done.result.outputs = {{QUrl(u"http://x/1.png"_s), u"/tmp/cat.png"_s}};
    takes.begin(job, 1);
    takes.update(done);

    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Generating));
    QCOMPARE(takes.progressOf(job.id)->result.outputs.value(0).path, u"/tmp/cat.png"_s);
    done.result.outputs = {{QUrl(u"http://x/2.png"_s), u"/tmp/cat_take2.png"_s}};
    takes.update(done);
    QCOMPARE(takes.progressOf(job.id)->result.outputs.value(0).path, u"/tmp/cat_take2.png"_s);
}

void TestTakes::anEarlierFileIsNotTheOneThatIsTakenUp()
{
    Takes takes;
    const Job job = imageJob();
    engine::JobProgress done = progressOf(job, JobState::Succeeded);
    done.result.outputs = {{QUrl(u"http://x/1.png"_s), u"/tmp/cat.png"_s}};
    takes.begin(job, 1);
    takes.update(done);
    QCOMPARE(takes.results().first().outputs, done.result.outputs);

    // Paid for a second time, and left before it was there.
    takes.begin(job, 1);
    engine::JobProgress left = progressOf(job, JobState::Generating);
    left.result.predictionId = u"p2"_s;
    left.parked = true;
    takes.update(left);
    QCOMPARE(takes.progressOf(job.id)->result.outputs, done.result.outputs);
    QCOMPARE(takes.results().first().predictionId, u"p2"_s);
    QVERIFY(takes.results().first().outputs.isEmpty());

    // Part of it is there now, and of nothing else.
    left.result.outputs = {{QUrl(u"http://x/2.png"_s), u"/tmp/cat_take2.png"_s},
                           {QUrl(u"http://x/3.png"_s), {}}};
    takes.update(left);
    QCOMPARE(takes.results().first().outputs, left.result.outputs);
}

void TestTakes::whatNoRunTookCanBeRunAgain()
{
    Takes takes;
    const Job job = imageJob();
    takes.begin(job, 1);
    QVERIFY(!takes.wantsRun(job));
    takes.withdraw(job.id);
    QVERIFY(takes.wantsRun(job));
    QCOMPARE(billOf(takes, {job}).all.toCome, Cost::fromUsd(0.04));

    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Generating));
    takes.withdraw(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Generating);
}

void TestTakes::resultsKeepTheirOrder()
{
    Takes takes;
    QList<batch::JobId> ids;
    for (int i = 0; i < 20; ++i) {
        const Job job = imageJob();
        ids.append(job.id);
        takes.begin(job, 1);
        takes.update(progressOf(job, JobState::Succeeded));
    }
    QList<batch::JobId> found;
    for (const batch::JobResult &result : takes.results())
        found.append(result.job);
    QCOMPARE(found, ids);
}

void TestTakes::theLedgerSaysHowJobsStand_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<bool>("atWork");
    QTest::addColumn<bool>("parked");
    QTest::addColumn<bool>("wantsRun");
    QTest::newRow("succeeded") << JobState::Succeeded << false << false << false;
    QTest::newRow("failed") << JobState::Failed << false << false << true;
    QTest::newRow("unresolved") << JobState::Unresolved << false << false << false;
    QTest::newRow("left generating") << JobState::Generating << false << true << true;
    QTest::newRow("left downloading") << JobState::Downloading << false << true << true;
    QTest::newRow("generating elsewhere") << JobState::Generating << true << false << false;
    QTest::newRow("submitting elsewhere") << JobState::Submitting << true << false << false;
}

void TestTakes::theLedgerSaysHowJobsStand()
{
    QFETCH(JobState, state);
    QFETCH(bool, atWork);
    const Job job = imageJob();
    Takes takes;
    const auto changed =
        takes.restore(takesOf(standingOf(job, state, u"s1"_s), atWork), finding(job));
    QCOMPARE(changed, {job.id});
    QCOMPARE(takes.stateOf(job), state);
    QTEST(takes.isParked(job.id), "parked");
    QTEST(takes.wantsRun(job), "wantsRun");
    QCOMPARE(takes.requestOf(job.id).value("prompt"_L1).toString(), job.prompt);
    // The same once more changes nothing.
    Takes same = takes;
    QVERIFY(takes.restore(std::move(same), finding(job)).isEmpty());
}

void TestTakes::aNewerFailureOutlastsAnOlderResult()
{
    const Job job = imageJob();
    Takes takes;
    takes.restore(takesOf(standingOf(job, JobState::Succeeded, u"s1"_s)), finding(job));
    takes.begin(job, 1);
    engine::JobProgress failed = progressOf(job, JobState::Failed);
    failed.result.submission = u"s2"_s;
    takes.update(failed);
    QVERIFY(takes.restore(takesOf(standingOf(job, JobState::Succeeded, u"s1"_s)), finding(job))
                .isEmpty());
    QCOMPARE(takes.stateOf(job), JobState::Failed);
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));

    // Where the job went back to what was made before, that stands.
    Job edited = job;
    edited.prompt = u"A dog"_s;
    engine::Standing older = standingOf(edited, JobState::Succeeded, u"s0"_s);
    takes.restore(takesOf(older), finding(edited));
    QCOMPARE(takes.stateOf(edited), JobState::Succeeded);
}

void TestTakes::whatTheLedgerHasToSayWinsOverAFailure_data()
{
    QTest::addColumn<JobState>("state");
    QTest::newRow("unresolved") << JobState::Unresolved;
    QTest::newRow("paid for") << JobState::Generating;
    QTest::newRow("not fetched") << JobState::Downloading;
}

void TestTakes::whatTheLedgerHasToSayWinsOverAFailure()
{
    QFETCH(JobState, state);
    const Job job = imageJob();
    Takes takes;
    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Failed));
    takes.restore(takesOf(standingOf(job, state, u"s1"_s)), finding(job));
    QCOMPARE(takes.stateOf(job), state);
}

void TestTakes::whatIsTakenUpIsNotMadeAnew()
{
    Job job = imageJob();
    Takes takes;
    takes.restore(takesOf(standingOf(job, JobState::Generating, u"s1"_s)), finding(job));
    job.name = u"Kitten"_s;
    QCOMPARE(takes.toRun(job).name, u"Kitten"_s);
    QVERIFY(takes.toRun(job).effectiveMaxRetries() > 0);
    Job off = job;
    off.enabled = false;
    QCOMPARE(takes.toRun(off).effectiveMaxRetries(), 0);
    job.prompt = u"A dog"_s;
    QCOMPARE(takes.toRun(job).prompt, u"A cat"_s);
    QCOMPARE(takes.toRun(job).effectiveMaxRetries(), 0);
}

void TestTakes::aForgottenOneIsADraft()
{
    const Job job = imageJob();
    Takes takes;
    takes.restore(takesOf(standingOf(job, JobState::Unresolved, u"s1"_s)), finding(job));
    QCOMPARE(billOf(takes, {job}).all.committed, Cost::fromUsd(0.04));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Draft);
    QCOMPARE(billOf(takes, {job}).all.committed, Cost());

    takes.restore(takesOf(standingOf(job, JobState::Succeeded, u"s2"_s)), finding(job));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Succeeded);

    // What was paid for stays on the bill, unless another program is just fetching it.
    takes.restore(takesOf(standingOf(job, JobState::Generating, u"s3"_s), true), finding(job));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Generating);
    takes.restore(takesOf(standingOf(job, JobState::Generating, u"s3"_s)), finding(job));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Draft);
    QCOMPARE(billOf(takes, {job}).all.committed, Cost());
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));
}

QTEST_GUILESS_MAIN(TestTakes)
#include "test_takes.moc"
