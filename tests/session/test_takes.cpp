// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/takes.h"

#include <QTest>

#include <algorithm>

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
    engine::Standing standing{
        job, progressOf(job, state).result, {{u"prompt"_s, job.prompt}}, {}, {}};
    standing.result.submission = submission;
    standing.result.submittedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
    if (batch::isActive(state))
        standing.result.predictionId = u"p"_s;
    return standing;
}

Takes takesOf(const QList<engine::Standing> &standings, bool atWork = false,
              const batch::JobNames &names = {})
{
    engine::History history;
    for (const engine::Standing &standing : standings)
        history.jobs.insert(standing.result.job, standing);
    return Takes::of(
        history, {catalog::Catalog::builtIn(), 1, atWork, QDateTime::currentDateTimeUtc(), names});
}

Takes takesOf(const engine::Standing &standing, bool atWork = false)
{
    return takesOf(QList{standing}, atWork);
}

Job filmOf(const QString &source)
{
    Job job = imageJob();
    job.name = u"Film"_s;
    job.image = u"job:"_s + source;
    return job;
}

Takes::Find finding(const Job &job)
{
    return [&job](batch::JobId id) { return id == job.id ? &job : nullptr; };
}

Takes::Find findingIn(const QList<Job> &jobs)
{
    return [&jobs](batch::JobId id) -> const Job * {
        const auto found = std::ranges::find(jobs, id, &Job::id);
        return found == jobs.end() ? nullptr : &*found;
    };
}

batch::Bill billOf(const Takes &takes, const QList<Job> &jobs)
{
    batch::Batch batch;
    batch.jobs = jobs;
    return takes.bill(batch, [](const Job &job) {
        return std::optional(catalog::estimate(catalog::Catalog::builtIn(), job));
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
    void renamingASourceKeepsTheResult();
    void aReferenceToAnotherJobMakesADraft();
    void aSourceThatIsGoneIsToldByItsName();
    void theLedgersReferencesFollow();
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
    void aGoodTakeStandsBehindOneThatFailed();
    void resultsHaveThePresentNames();
    void changedOnesThatAreComingAreOutdated();
    void whatOneThatIsGoneHasUnderWay();
    void duringARunTheLedgerOnlyAdds();
    void duringARunWhatIsGoneIsHandedOn();
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

/// The film starts from the same still, whatever that is called.
void TestTakes::renamingASourceKeepsTheResult()
{
    QList<Job> jobs{imageJob(), filmOf(u"Cat"_s)};
    Job &still = jobs[0];
    Job &film = jobs[1];
    Takes takes(findingIn(jobs));
    takes.begin(film, 1, {}, batch::jobsByName(jobs));
    takes.update(progressOf(film, JobState::Succeeded));
    for (const QString &name : {u"Kitten"_s, u"Lion"_s}) {
        still.name = name;
        QCOMPARE(takes.stateOf(film), JobState::Draft); // as long as it names another
        film.image = u"job:"_s + name;
        QCOMPARE(takes.stateOf(film), JobState::Succeeded);
    }
    still.prompt = u"Edited"_s;
    QCOMPARE(takes.stateOf(film), JobState::Succeeded);
    film.params.insert(u"end_image"_s, film.image.value());
    QCOMPARE(takes.stateOf(film), JobState::Draft);
}

void TestTakes::aReferenceToAnotherJobMakesADraft()
{
    QList<Job> jobs{imageJob(), filmOf(u"Cat"_s)};
    Takes takes(findingIn(jobs));
    takes.begin(jobs.at(1), 1, {}, batch::jobsByName(jobs));
    takes.update(progressOf(jobs.at(1), JobState::Succeeded));
    // Another still gets the name, and the film is to start from that one.
    jobs[0].name = u"Old cat"_s;
    jobs.append(imageJob());
    QCOMPARE(takes.stateOf(jobs.at(1)), JobState::Draft);
    jobs[1].image = u"job:Old cat"_s;
    QCOMPARE(takes.stateOf(jobs.at(1)), JobState::Succeeded);
}

void TestTakes::aSourceThatIsGoneIsToldByItsName()
{
    QList<Job> jobs{imageJob(), filmOf(u"Cat"_s)};
    Takes takes(findingIn(jobs));
    takes.begin(jobs.at(1), 1, {}, batch::jobsByName(jobs));
    takes.update(progressOf(jobs.at(1), JobState::Succeeded));
    jobs[0] = imageJob(); // written anew
    QCOMPARE(takes.stateOf(jobs.at(1)), JobState::Succeeded);
}

void TestTakes::theLedgersReferencesFollow()
{
    QList<Job> jobs{imageJob(), filmOf(u"Cat"_s)};
    Job &film = jobs[1];
    Takes takes(findingIn(jobs));
    takes.restore(
        takesOf({standingOf(film, JobState::Succeeded, u"s1"_s)}, false, batch::jobsByName(jobs)));
    jobs[0].name = u"Kitten"_s;
    film.image = u"job:Kitten"_s;
    QCOMPARE(takes.stateOf(film), JobState::Succeeded);
    // What is read once more knows but names: the session knows better.
    Job asSubmitted = film;
    asSubmitted.image = u"job:Cat"_s;
    takes.restore(takesOf({standingOf(asSubmitted, JobState::Succeeded, u"s1"_s)}, false,
                          batch::jobsByName(jobs)));
    QCOMPARE(takes.stateOf(film), JobState::Succeeded);
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
        return takes.bill(batch, [&](const Job &job) -> std::optional<catalog::Estimate> {
            if (job.id == wrong.id)
                return std::nullopt;
            return catalog::estimate(catalog::Catalog::builtIn(), job);
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
    Takes takes(finding(job));
    const auto changed = takes.restore(takesOf(standingOf(job, state, u"s1"_s), atWork));
    QCOMPARE(changed, {job.id});
    QCOMPARE(takes.stateOf(job), state);
    QTEST(takes.isParked(job.id), "parked");
    QTEST(takes.wantsRun(job), "wantsRun");
    QCOMPARE(takes.requestOf(job.id).value("prompt"_L1).toString(), job.prompt);
    // The same once more changes nothing.
    Takes same = takes;
    QVERIFY(takes.restore(std::move(same)).isEmpty());
}

void TestTakes::aNewerFailureOutlastsAnOlderResult()
{
    Job job = imageJob();
    Takes takes(finding(job));
    takes.restore(takesOf(standingOf(job, JobState::Succeeded, u"s1"_s)));
    takes.begin(job, 1);
    engine::JobProgress failed = progressOf(job, JobState::Failed);
    failed.result.submission = u"s2"_s;
    takes.update(failed);
    QVERIFY(takes.restore(takesOf(standingOf(job, JobState::Succeeded, u"s1"_s))).isEmpty());
    QCOMPARE(takes.stateOf(job), JobState::Failed);
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));

    // Where the job went back to what was made before, that stands.
    job.prompt = u"A dog"_s;
    engine::Standing older = standingOf(job, JobState::Succeeded, u"s0"_s);
    takes.restore(takesOf(older));
    QCOMPARE(takes.stateOf(job), JobState::Succeeded);
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
    Takes takes(finding(job));
    takes.begin(job, 1);
    takes.update(progressOf(job, JobState::Failed));
    takes.restore(takesOf(standingOf(job, state, u"s1"_s)));
    QCOMPARE(takes.stateOf(job), state);
}

void TestTakes::whatIsTakenUpIsNotMadeAnew()
{
    Job job = imageJob();
    Takes takes(finding(job));
    takes.restore(takesOf(standingOf(job, JobState::Generating, u"s1"_s)));
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
    Takes takes(finding(job));
    takes.restore(takesOf(standingOf(job, JobState::Unresolved, u"s1"_s)));
    QCOMPARE(billOf(takes, {job}).all.committed, Cost::fromUsd(0.04));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Draft);
    QCOMPARE(billOf(takes, {job}).all.committed, Cost());

    takes.restore(takesOf(standingOf(job, JobState::Succeeded, u"s2"_s)));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Succeeded);

    // What was paid for stays on the bill, unless another program is just fetching it.
    takes.restore(takesOf(standingOf(job, JobState::Generating, u"s3"_s), true));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Generating);
    takes.restore(takesOf(standingOf(job, JobState::Generating, u"s3"_s)));
    takes.forget(job.id);
    QCOMPARE(takes.stateOf(job), JobState::Draft);
    QCOMPARE(billOf(takes, {job}).all.committed, Cost());
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));
}

/// It is what there is, for all that starts from it; and it is charged once.
void TestTakes::aGoodTakeStandsBehindOneThatFailed()
{
    Job job = imageJob();
    Takes takes(finding(job));
    engine::JobProgress done = progressOf(job, JobState::Succeeded);
    done.result.submission = u"s1"_s;
    done.result.outputs = {{QUrl(u"http://x/1.png"_s), u"/tmp/cat.png"_s}};
    takes.begin(job, 1);
    takes.update(done);
    const auto failAgain = [&] {
        takes.begin(job, 1);
        QCOMPARE(takes.results().first().state, JobState::Waiting);
        QCOMPARE(takes.pastCosts(), Cost::fromUsd(0.04));
        takes.update(progressOf(job, JobState::Failed));
    };
    failAgain();
    failAgain();
    QCOMPARE(takes.stateOf(job), JobState::Failed);
    QCOMPARE(takes.results().first(), done.result);
    QCOMPARE(takes.pastCosts(), Cost());
    QCOMPARE(billOf(takes, {job}).all.spent, Cost::fromUsd(0.04));

    // The ledger says the same.
    Takes read(finding(job));
    read.begin(job, 1);
    engine::JobProgress failed = progressOf(job, JobState::Failed);
    failed.result.submission = u"s2"_s;
    read.update(failed);
    engine::Standing made = standingOf(job, JobState::Succeeded, u"s1"_s);
    read.restore(takesOf(made));
    QCOMPARE(read.stateOf(job), JobState::Failed);
    QCOMPARE(read.results().first().submission, u"s1"_s);
    QCOMPARE(read.pastCosts(), Cost());
    QCOMPARE(billOf(read, {job}).all.spent, Cost::fromUsd(0.04));

    // One that asked for something else serves no more.
    job.prompt = u"A dog"_s;
    failAgain();
    QCOMPARE(takes.results().first().state, JobState::Failed);
    QCOMPARE(takes.pastCosts(), Cost::fromUsd(0.04));
}

void TestTakes::resultsHaveThePresentNames()
{
    Job job = imageJob();
    const Job gone = imageJob();
    Takes takes(finding(job));
    for (const Job &each : {job, gone}) {
        takes.begin(each, 1);
        takes.update(progressOf(each, JobState::Succeeded));
    }
    job.name = u"Kitten"_s;
    QCOMPARE(takes.results().at(0).name, u"Kitten"_s);
    QCOMPARE(takes.results().at(1).name, u"Cat"_s);
}

void TestTakes::changedOnesThatAreComingAreOutdated()
{
    Job job = imageJob();
    Takes takes(finding(job));
    takes.restore(takesOf(standingOf(job, JobState::Generating, u"s1"_s)));
    QVERIFY(takes.outdated().isEmpty());
    job.prompt = u"A dog"_s;
    QCOMPARE(takes.outdated(), QSet{job.id});
    takes.update(progressOf(job, JobState::Generating)); // it is being fetched
    QCOMPARE(takes.outdated(), QSet{job.id});
    takes.update(progressOf(job, JobState::Succeeded));
    QVERIFY(takes.outdated().isEmpty());
}

void TestTakes::whatOneThatIsGoneHasUnderWay()
{
    const Job gone = imageJob();
    QList<Job> jobs{imageJob()};
    jobs[0].name = u"Whatever it is called"_s;
    for (const JobState state :
         {JobState::Waiting, JobState::Submitting, JobState::Generating, JobState::Unresolved}) {
        Takes takes(findingIn(jobs));
        takes.begin(gone, 1);
        takes.update(progressOf(gone, state));
        QCOMPARE(takes.underWayElsewhere(jobs), QSet{jobs.at(0).id});
        Job other = jobs.at(0);
        other.prompt = u"A dog"_s;
        QVERIFY(takes.underWayElsewhere({other}).isEmpty());
        takes.update(progressOf(gone, JobState::Cancelled));
        QVERIFY(takes.underWayElsewhere(jobs).isEmpty());
    }
}

void TestTakes::duringARunTheLedgerOnlyAdds()
{
    QList<Job> jobs{imageJob(), imageJob(), imageJob(), imageJob()};
    for (qsizetype i = 0; i < jobs.size(); ++i)
        jobs[i].prompt += QString::number(i);
    const auto ofLedger = [](const Job &job, JobState state, const QString &submission) {
        return standingOf(job, state, submission);
    };
    Takes takes(findingIn(jobs));
    takes.restore(takesOf(ofLedger(jobs.at(0), JobState::Succeeded, u"s0"_s)));
    // One is made anew, one has just come in, and one went back to what it was before.
    takes.begin(jobs.at(0), 1);
    takes.begin(jobs.at(1), 1);
    engine::JobProgress done = progressOf(jobs.at(1), JobState::Succeeded);
    done.result.submission = u"s1"_s;
    takes.update(done);
    Job before = jobs.at(2);
    before.prompt = u"Another"_s;
    takes.begin(before, 1);
    done = progressOf(before, JobState::Succeeded);
    done.result.submission = u"s2"_s;
    takes.update(done);
    QCOMPARE(takes.stateOf(jobs.at(2)), JobState::Draft);

    engine::History history;
    for (const engine::Standing &standing :
         {ofLedger(jobs.at(0), JobState::Succeeded, u"s0"_s),
          ofLedger(jobs.at(1), JobState::Generating, u"s1"_s),
          ofLedger(jobs.at(2), JobState::Succeeded, u"earlier"_s),
          ofLedger(jobs.at(3), JobState::Generating, u"left"_s)})
        history.jobs.insert(standing.result.job, standing);
    // The one that gave way, at its price.
    history.others.add(before.model, Cost::fromUsd(0.04), JobState::Succeeded, false);
    const auto changed = takes.restoreDuringRun(
        Takes::of(history,
                  {catalog::Catalog::builtIn(), 1, false, QDateTime::currentDateTimeUtc(), {}}),
        {jobs.at(0).id, jobs.at(1).id});
    QCOMPARE(QSet(changed.begin(), changed.end()), (QSet{jobs.at(2).id, jobs.at(3).id}));
    QCOMPARE(takes.stateOf(jobs.at(0)), JobState::Waiting);
    QCOMPARE(takes.stateOf(jobs.at(1)), JobState::Succeeded);
    QVERIFY(!takes.isParked(jobs.at(1).id));
    QCOMPARE(takes.stateOf(jobs.at(2)), JobState::Succeeded);
    QVERIFY(takes.isParked(jobs.at(3).id));
    QCOMPARE(billOf(takes, {}).all.spent, Cost::fromUsd(0.16));
    QCOMPARE(billOf(takes, {}).all.committed, Cost::fromUsd(0.04));
    // What the run must hear of: beside its own, and what it is told of the others.
    QCOMPARE(takes.pastCostsWith({jobs.at(0).id, jobs.at(1).id}), Cost::fromUsd(0.12));
    QCOMPARE(takes.pastCostsWith({}), takes.pastCosts());
}

/// A merge gave a job another id: what was made for it is its own, what is under way is left alone.
void TestTakes::duringARunWhatIsGoneIsHandedOn()
{
    QList<Job> jobs{imageJob(), imageJob()};
    jobs[1].prompt = u"A dog"_s;
    QList<Job> now = jobs;
    Takes takes(findingIn(now));
    const JobState states[] = {JobState::Succeeded, JobState::Generating};
    for (qsizetype i = 0; i < 2; ++i) {
        takes.begin(jobs.at(i), 1);
        engine::JobProgress progress = progressOf(jobs.at(i), states[i]);
        progress.result.submission = u"s%1"_s.arg(i);
        takes.update(progress);
        now[i].id = batch::newJobId();
    }
    QList<engine::Standing> standings;
    for (qsizetype i = 0; i < 2; ++i)
        standings.append(standingOf(now.at(i), states[i], u"s%1"_s.arg(i)));
    QCOMPARE(takes.restoreDuringRun(takesOf(standings), {jobs.at(0).id, jobs.at(1).id}),
             QList{now.at(0).id});
    QCOMPARE(takes.stateOf(now.at(0)), JobState::Succeeded);
    QVERIFY(!takes.progressOf(jobs.at(0).id));
    QCOMPARE(takes.stateOf(now.at(1)), JobState::Draft);
    QCOMPARE(takes.underWayElsewhere(now), QSet{now.at(1).id});
    // One that the run was not given waits to be taken up by whoever asks for it.
    Takes others = takes;
    QCOMPARE(others.restoreDuringRun(takesOf(standings.at(1)), {}), QList{now.at(1).id});
    QVERIFY(others.isParked(now.at(1).id));
    QVERIFY(others.underWayElsewhere(now).isEmpty());
    QCOMPARE(billOf(takes, {}).all.spent, Cost::fromUsd(0.04));
    QCOMPARE(billOf(takes, {}).all.committed, Cost::fromUsd(0.04));
}

QTEST_GUILESS_MAIN(TestTakes)
#include "test_takes.moc"
