// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/plan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::Job;
using batch::JobState;
using engine::History;
using engine::RunPlan;
using engine::Standing;
using engine::What;

namespace {

/// What a job is in, and what was submitted for it before.
struct Case
{
    std::optional<JobState> state; ///< of what was submitted; nothing: never
    bool enabled = true;
    bool edited = false; ///< asks for something else by now
};

Job jobNamed(const QString &name)
{
    Job job;
    job.name = name;
    job.model = u"a/model"_s;
    job.prompt = name;
    return job;
}

Standing standingOf(const Job &job, JobState state)
{
    Standing standing;
    standing.submitted = job;
    standing.result.job = job.id;
    standing.result.name = job.name;
    standing.result.model = job.model;
    standing.result.state = state;
    standing.result.cost = Cost::fromMicros(40'000);
    standing.result.submission = u"submission of "_s + job.name;
    if (state == JobState::Generating || state == JobState::Downloading)
        standing.result.predictionId = u"a prediction"_s;
    return standing;
}

} // namespace

Q_DECLARE_METATYPE(Case)

/// What a run does with each job, by what was submitted for it before.
class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void oneJob_data()
    {
        QTest::addColumn<Case>("before");
        QTest::addColumn<QString>("run");
        QTest::addColumn<QString>("again");
        QTest::addColumn<QString>("resume");
        QTest::addColumn<QString>("retry");
        const auto row = [](const char *name, const Case &before, const QString &run,
                            const QString &again, const QString &resume, const QString &retry) {
            QTest::newRow(name) << before << run << again << resume << retry;
        };
        const QString make = u"make"_s;
        const QString fetch = u"fetch"_s;
        const QString no = u"leave"_s;
        row("never submitted", {}, make, make, no, no);
        row("never submitted, disabled", {{}, false, false}, no, no, no, no);
        row("done", {JobState::Succeeded}, no, make, no, no);
        row("done, edited", {JobState::Succeeded, true, true}, make, make, no, no);
        row("done, disabled", {JobState::Succeeded, false, false}, no, no, no, no);
        row("generating", {JobState::Generating}, fetch, fetch, fetch, no);
        row("generating, edited", {JobState::Generating, true, true}, fetch, fetch, fetch, no);
        row("generating, disabled", {JobState::Generating, false, false}, fetch, fetch, fetch, no);
        row("file gone", {JobState::Downloading}, fetch, fetch, fetch, no);
        row("failed", {JobState::Failed}, make, make, no, make);
        row("failed, edited", {JobState::Failed, true, true}, make, make, no, make);
        row("failed, disabled", {JobState::Failed, false, false}, no, no, no, no);
        row("unresolved", {JobState::Unresolved}, no, no, no, no);
        row("unresolved, edited", {JobState::Unresolved, true, true}, no, no, no, no);
    }

    void oneJob()
    {
        QFETCH(const Case, before);
        Job job = jobNamed(u"A"_s);
        History history;
        if (before.state)
            history.jobs.insert(job.id, standingOf(job, *before.state));
        job.enabled = before.enabled;
        if (before.edited)
            job.prompt = u"something else"_s;
        const batch::Batch batch{{}, {job}};

        const auto whatBecomes = [&](What what) {
            const RunPlan plan = engine::planOf(batch, history, what);
            if (plan.jobs.isEmpty())
                return u"leave"_s;
            return plan.takenUp.contains(job.id) ? u"fetch"_s : u"make"_s;
        };
        QTEST(whatBecomes(What::Run), "run");
        QTEST(whatBecomes(What::Again), "again");
        QTEST(whatBecomes(What::Resume), "resume");
        QTEST(whatBecomes(What::Retry), "retry");
    }

    void whatIsOnlyFetchedIsNotTriedAgain_data()
    {
        QTest::addColumn<Case>("before");
        QTest::addColumn<int>("what");
        QTest::addColumn<bool>("retries");
        QTest::addColumn<bool>("outdated");
        const auto row = [](const char *name, const Case &before, What what, bool retries,
                            bool outdated) {
            QTest::newRow(name) << before << static_cast<int>(what) << retries << outdated;
        };
        row("run", {JobState::Generating}, What::Run, true, false);
        row("resume", {JobState::Generating}, What::Resume, false, false);
        row("disabled", {JobState::Generating, false, false}, What::Run, false, false);
        row("edited", {JobState::Generating, true, true}, What::Run, false, true);
        row("edited, resume", {JobState::Generating, true, true}, What::Resume, false, false);
    }

    void whatIsOnlyFetchedIsNotTriedAgain()
    {
        QFETCH(const Case, before);
        QFETCH(const int, what);
        Job job = jobNamed(u"A"_s);
        History history;
        history.jobs.insert(job.id, standingOf(job, *before.state));
        job.enabled = before.enabled;
        if (before.edited)
            job.prompt = u"something else"_s;
        const RunPlan plan = engine::planOf({{}, {job}}, history, static_cast<What>(what));
        QCOMPARE(plan.jobs.size(), 1);
        QTEST(plan.jobs.constFirst().effectiveMaxRetries() > 0, "retries");
        QTEST(plan.outdated.contains(job.id), "outdated");
    }

    void thePastStandsInTheBatchsOrder()
    {
        const Job a = jobNamed(u"A"_s);
        Job b = jobNamed(u"B"_s);
        const Job c = jobNamed(u"C"_s);
        Job off = jobNamed(u"Off"_s);
        off.enabled = false;
        History history;
        history.jobs.insert(c.id, standingOf(c, JobState::Succeeded));
        history.jobs.insert(b.id, standingOf(b, JobState::Failed));
        history.jobs.insert(off.id, standingOf(off, JobState::Failed));
        history.others.add(u"a/model"_s, Cost::fromMicros(80'000), JobState::Succeeded, false);
        b.name = u"B, renamed"_s;

        const RunPlan plan = engine::planOf({{}, {a, b, c, off}}, history, What::Run);
        QCOMPARE(plan.jobs.size(), 2);
        QCOMPARE(plan.earlier.size(), 2);
        QCOMPARE(plan.earlier.at(0).name, u"B, renamed"_s);
        QCOMPARE(plan.earlier.at(1).name, u"C"_s);
        QCOMPARE(plan.replacedCosts, Cost::fromMicros(80'000));
    }

    void filesThatAreGoneNeedNotBeFetchedToBeMadeAnew()
    {
        const Job job = jobNamed(u"A"_s);
        History history;
        Standing standing = standingOf(job, JobState::Downloading);
        standing.missingFiles = {u"/gone.png"_s};
        history.jobs.insert(job.id, standing);
        const RunPlan run = engine::planOf({{}, {job}}, history, What::Run);
        QVERIFY(run.takenUp.contains(job.id));
        const RunPlan again = engine::planOf({{}, {job}}, history, What::Again);
        QCOMPARE(again.jobs.size(), 1);
        QVERIFY(again.takenUp.isEmpty());
        // Or the engine would take it up all the same; and it was charged.
        QVERIFY(!batch::canBeTakenUp(again.earlier.constFirst()));
        QCOMPARE(batch::boundCost(again.earlier.constFirst()), Cost::fromMicros(40'000));
    }

    void whatLeftTheBatch()
    {
        const Job gone = jobNamed(u"Gone"_s);
        const Job held = jobNamed(u"Held"_s);
        History history;
        history.orphans = {standingOf(gone, JobState::Generating),
                           standingOf(held, JobState::Unresolved)};
        for (const What what : {What::Run, What::Again, What::Resume}) {
            const RunPlan plan = engine::planOf({}, history, what);
            QCOMPARE(plan.jobs.size(), 1);
            QCOMPARE(plan.jobs.constFirst().prompt, gone.prompt);
            QCOMPARE(plan.jobs.constFirst().effectiveMaxRetries(), 0);
            QVERIFY(plan.orphans.contains(gone.id));
            QCOMPARE(plan.earlier.size(), 2);
        }
        QVERIFY(engine::planOf({}, history, What::Retry).jobs.isEmpty());
    }

    void submitAgainIsThatOneAlone()
    {
        const Job fresh = jobNamed(u"Fresh"_s);
        Job held = jobNamed(u"Held"_s);
        const Job gone = jobNamed(u"Gone"_s);
        History history;
        history.jobs.insert(held.id, standingOf(held, JobState::Unresolved));
        history.orphans = {standingOf(gone, JobState::Unresolved)};
        held.prompt = u"as it reads now"_s;
        const batch::Batch batch{{}, {fresh, held}};

        const RunPlan one = engine::planToSubmitAgain(batch, history, u"submission of Held"_s);
        QCOMPARE(one.jobs.size(), 1);
        QCOMPARE(one.jobs.constFirst().prompt, u"as it reads now"_s);
        // The engine finds there which one it replaces.
        QCOMPARE(one.earlier.size(), 2);
        QVERIFY(one.takenUp.isEmpty());

        const RunPlan orphan = engine::planToSubmitAgain(batch, history, u"submission of Gone"_s);
        QCOMPARE(orphan.jobs.size(), 1);
        QVERIFY(orphan.orphans.contains(gone.id));
        QVERIFY(engine::planToSubmitAgain(batch, history, u"another"_s).jobs.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "test_plan.moc"
