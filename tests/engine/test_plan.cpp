// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/plan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::Job;
using batch::JobState;
using engine::History;
using engine::Purpose;
using engine::RunPlan;
using engine::Standing;

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

        const auto becomes = [&](Purpose purpose) {
            const RunPlan plan = engine::planOf(batch, history, purpose);
            if (plan.jobs.isEmpty())
                return u"leave"_s;
            return plan.takenUp.contains(job.id) ? u"fetch"_s : u"make"_s;
        };
        QTEST(becomes(Purpose::Run), "run");
        QTEST(becomes(Purpose::Again), "again");
        QTEST(becomes(Purpose::Resume), "resume");
        QTEST(becomes(Purpose::Retry), "retry");
    }

    /// Those that waited for what failed were never submitted: nobody wrote down that they failed.
    void retryTakesTheFollowersAlong()
    {
        const Job still = jobNamed(u"still"_s);
        Job film = jobNamed(u"film"_s);
        film.image = u"job:still"_s;
        Job next = jobNamed(u"next"_s);
        next.params = {{u"video"_s, u"job:film"_s}};
        Job off = film;
        off.id = batch::newJobId();
        off.enabled = false;
        const Job other = jobNamed(u"other"_s);
        Job never = jobNamed(u"never"_s);
        never.image = u"job:other"_s;
        History history;
        history.jobs.insert(still.id, standingOf(still, JobState::Failed));
        history.jobs.insert(other.id, standingOf(other, JobState::Succeeded));
        const auto names = [&](Purpose purpose) {
            QStringList list;
            const RunPlan plan =
                engine::planOf({{}, {next, film, off, never, still, other}}, history, purpose);
            for (const Job &job : plan.jobs)
                list.append(job.name);
            return list;
        };
        QCOMPARE(names(Purpose::Retry), (QStringList{u"next"_s, u"film"_s, u"still"_s}));
        QCOMPARE(names(Purpose::Resume), QStringList());
        QCOMPARE(names(Purpose::Run), (QStringList{u"next"_s, u"film"_s, u"never"_s, u"still"_s}));
    }

    void whatIsOnlyFetchedIsNotTriedAgain_data()
    {
        QTest::addColumn<Case>("before");
        QTest::addColumn<int>("purpose");
        QTest::addColumn<bool>("retries");
        QTest::addColumn<bool>("outdated");
        const auto row = [](const char *name, const Case &before, Purpose purpose, bool retries,
                            bool outdated) {
            QTest::newRow(name) << before << static_cast<int>(purpose) << retries << outdated;
        };
        row("run", {JobState::Generating}, Purpose::Run, true, false);
        row("resume", {JobState::Generating}, Purpose::Resume, false, false);
        row("disabled", {JobState::Generating, false, false}, Purpose::Run, false, false);
        row("edited", {JobState::Generating, true, true}, Purpose::Run, false, true);
        row("edited, resume", {JobState::Generating, true, true}, Purpose::Resume, false, false);
    }

    void whatIsOnlyFetchedIsNotTriedAgain()
    {
        QFETCH(const Case, before);
        QFETCH(const int, purpose);
        Job job = jobNamed(u"A"_s);
        History history;
        history.jobs.insert(job.id, standingOf(job, *before.state));
        job.enabled = before.enabled;
        if (before.edited)
            job.prompt = u"something else"_s;
        const RunPlan plan = engine::planOf({{}, {job}}, history, static_cast<Purpose>(purpose));
        QCOMPARE(plan.jobs.size(), 1);
        QTEST(plan.jobs.constFirst().effectiveMaxRetries() > 0, "retries");
        QTEST(plan.outdated.contains(job.id), "outdated");
    }

    /// A still that is paid for and was changed since is fetched first: its films wait for the new
    /// one, and so does all that starts from them.
    void whatStartsFromAChangedOneComesAfterwards()
    {
        Job still = jobNamed(u"still"_s);
        const auto from = [](const QString &name, const QString &source) {
            Job job = jobNamed(name);
            job.image = u"job:"_s + source;
            return job;
        };
        const Job film = from(u"film"_s, u"still"_s);
        const Job next = from(u"next"_s, u"film"_s);
        const Job made = from(u"made"_s, u"still"_s);
        const Job ofMade = from(u"of made"_s, u"made"_s);
        const Job paid = from(u"paid"_s, u"still"_s);
        Job off = from(u"off"_s, u"still"_s);
        off.enabled = false;
        const Job other = jobNamed(u"other"_s);
        History history;
        history.jobs.insert(still.id, standingOf(still, JobState::Generating));
        history.jobs.insert(made.id, standingOf(made, JobState::Succeeded));
        history.jobs.insert(paid.id, standingOf(paid, JobState::Generating));
        const auto namesOf = [](const QList<Job> &jobs) {
            QStringList names;
            for (const Job &job : jobs)
                names.append(job.name);
            return names;
        };
        const auto plan = [&](Purpose purpose) {
            return engine::planOf({{}, {next, film, still, made, ofMade, paid, off, other}},
                                  history, purpose);
        };
        const QStringList all{u"next"_s,    u"film"_s, u"still"_s,
                              u"of made"_s, u"paid"_s, u"other"_s};
        QCOMPARE(namesOf(plan(Purpose::Run).jobs), all);
        QVERIFY(plan(Purpose::Run).afterwards.isEmpty());

        still.prompt = u"something else"_s;
        const RunPlan run = plan(Purpose::Run);
        QCOMPARE(namesOf(run.jobs), (QStringList{u"still"_s, u"of made"_s, u"paid"_s, u"other"_s}));
        QCOMPARE(run.jobs.constFirst().prompt, u"still"_s);
        QCOMPARE(namesOf(run.afterwards), (QStringList{u"next"_s, u"film"_s, u"still"_s}));
        QCOMPARE(run.afterwards.constLast().prompt, u"something else"_s);
        QVERIFY(plan(Purpose::Resume).afterwards.isEmpty());
        QCOMPARE(namesOf(plan(Purpose::Resume).jobs), (QStringList{u"still"_s, u"paid"_s}));
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

        const RunPlan plan = engine::planOf({{}, {a, b, c, off}}, history, Purpose::Run);
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
        const RunPlan run = engine::planOf({{}, {job}}, history, Purpose::Run);
        QVERIFY(run.takenUp.contains(job.id));
        const RunPlan again = engine::planOf({{}, {job}}, history, Purpose::Again);
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
        for (const Purpose purpose : {Purpose::Run, Purpose::Again, Purpose::Resume}) {
            const RunPlan plan = engine::planOf({}, history, purpose);
            QCOMPARE(plan.jobs.size(), 1);
            QCOMPARE(plan.jobs.constFirst().prompt, gone.prompt);
            QCOMPARE(plan.jobs.constFirst().effectiveMaxRetries(), 0);
            QVERIFY(plan.orphans.contains(gone.id));
            QCOMPARE(plan.earlier.size(), 2);
        }
        QVERIFY(engine::planOf({}, history, Purpose::Retry).jobs.isEmpty());
    }

    /// Their results are out of date for whatever starts from them.
    void changedJobs()
    {
        QList<Job> jobs;
        History history;
        for (const JobState state :
             {JobState::Succeeded, JobState::Generating, JobState::Unresolved}) {
            for (const bool edited : {false, true}) {
                for (const bool enabled : {false, true}) {
                    Job job = jobNamed(u"A"_s);
                    history.jobs.insert(job.id, standingOf(job, state));
                    job.enabled = enabled;
                    if (edited)
                        job.prompt = u"something else"_s;
                    jobs.append(job);
                }
            }
        }
        const batch::Batch batch{{}, jobs};
        const QSet<batch::JobId> changed{jobs.at(3).id, jobs.at(7).id, jobs.at(11).id};
        for (const Purpose purpose : {Purpose::Run, Purpose::Retry, Purpose::Again})
            QCOMPARE(engine::planOf(batch, history, purpose).changed, changed);
        QCOMPARE(engine::planToSubmitAgain(batch, history, u"submission of A"_s).changed, changed);
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
