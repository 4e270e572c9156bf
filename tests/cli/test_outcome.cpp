// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/commandtext.h"
#include "cli/output/runoutcome.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::JobState;
using cli::RunOutcome;
using engine::PauseReason;

namespace {

batch::JobResult result(JobState state, const QString &model = u"google/veo3.1/text-to-video"_s)
{
    batch::JobResult job;
    job.job = batch::newJobId();
    job.name = u"A"_s;
    job.model = model;
    job.state = state;
    job.cost = Cost::fromMicros(240'000);
    return job;
}

RunOutcome outcomeOf(const QList<JobState> &states)
{
    RunOutcome outcome;
    for (const JobState state : states)
        outcome.manifest.results.append(result(state));
    outcome.outputDir = u"/results"_s;
    return outcome;
}

} // namespace

/// What a run's end means: the exit code and the summary.
class TestOutcome : public QObject
{
    Q_OBJECT

private slots:
    void exitCode_data()
    {
        QTest::addColumn<QList<JobState>>("states");
        QTest::addColumn<std::optional<PauseReason>>("stoppedBy");
        QTest::addColumn<bool>("interrupted");
        QTest::addColumn<int>("code");
        using States = QList<JobState>;
        using Reason = std::optional<PauseReason>;
        const auto row = [](const char *name, const States &states, const Reason &reason,
                            bool interrupted, int code) {
            QTest::newRow(name) << states << reason << interrupted << code;
        };
        row("all", {JobState::Succeeded, JobState::Succeeded}, {}, false, 0);
        row("one failed", {JobState::Succeeded, JobState::Failed}, {}, false, 1);
        row("unresolved", {JobState::Unresolved}, {}, false, 1);
        row("left for later", {JobState::Generating}, {}, false, 1);
        row("key", {JobState::Cancelled}, PauseReason::Key, false, 3);
        row("balance", {JobState::Succeeded, JobState::Cancelled}, PauseReason::Balance, false, 4);
        row("budget", {JobState::Succeeded, JobState::Cancelled}, PauseReason::Budget, false, 4);
        row("month's limit", {JobState::Cancelled}, PauseReason::MonthlyLimit, false, 4);
        row("store", {JobState::Cancelled}, PauseReason::Store, false, 1);
        row("disk", {JobState::Cancelled}, PauseReason::Disk, false, 1);
        row("network", {JobState::Cancelled}, PauseReason::Network, false, 1);
        row("interrupted", {JobState::Generating}, {}, true, 130);
        row("interrupted when all was done", {JobState::Succeeded}, {}, true, 0);
        row("interrupted in a pause", {JobState::Cancelled}, PauseReason::Key, true, 130);
    }

    void exitCode()
    {
        QFETCH(const QList<JobState>, states);
        QFETCH(const std::optional<PauseReason>, stoppedBy);
        QFETCH(const bool, interrupted);
        RunOutcome outcome = outcomeOf(states);
        outcome.stoppedBy = stoppedBy;
        outcome.interrupted = interrupted;
        QTEST(outcome.exitCode(), "code");
        QCOMPARE(outcome.toJson().value("summary"_L1).toObject().value("exit_code"_L1).toInt(),
                 outcome.exitCode());
    }

    void theArticlesSummary()
    {
        RunOutcome outcome = outcomeOf({JobState::Succeeded, JobState::Failed});
        outcome.manifest.results.append(
            result(JobState::Succeeded, u"google/imagen4-ultra/text-to-image"_s));
        outcome.elapsed = std::chrono::milliseconds(12'340);
        const QString text = outcome.toText({});
        for (const char *line : {"PIPELINE SUMMARY", "Total jobs: 3", "Succeeded: 2", "Failed: 1",
                                 "Total cost: USD0.4800", "Total time: 12.3s",
                                 "  imagen4-ultra: USD0.2400", "  veo3.1: USD0.2400", "/results"})
            QVERIFY2(text.contains(QLatin1StringView(line)), line);
        QVERIFY(!text.contains("May still be charged"_L1));
    }

    void whatMayStillBeChargedIsSaid()
    {
        const RunOutcome outcome = outcomeOf(
            {JobState::Generating, JobState::Unresolved, JobState::Waiting, JobState::Failed});
        QCOMPARE(outcome.committed(), Cost::fromMicros(480'000));
        const QString text = outcome.toText({});
        for (const char *line : {"Total cost: USD0.0000", "May still be charged: USD0.4800",
                                 "Not submitted: 1", "Submitted but not fetched: 1"})
            QVERIFY2(text.contains(QLatin1StringView(line)), line);
    }

    void whatAFetchLeftAloneIsNotItsFailure()
    {
        RunOutcome outcome = outcomeOf({JobState::Succeeded, JobState::Failed});
        outcome.kept = {outcome.manifest.results.at(1).job};
        QCOMPARE(outcome.exitCode(), 1);
        outcome.scope = RunOutcome::Scope::Fetch;
        QCOMPARE(outcome.exitCode(), 0);
        outcome.manifest.results[1].state = JobState::Unresolved;
        QCOMPARE(outcome.exitCode(), 1);
        outcome.scope = RunOutcome::Scope::Jobs;
        QCOMPARE(outcome.exitCode(), 0);
        outcome.manifest.results[0].state = JobState::Failed;
        QCOMPARE(outcome.exitCode(), 1);
    }

    void whatWasLeftOutIsNotDone()
    {
        RunOutcome outcome = outcomeOf({JobState::Succeeded});
        outcome.leftOut = {
            {batch::newJobId(), u"Trailer"_s, u"a/b"_s, u"batch.yaml"_s, 7, {u"Too long."_s}}};
        QCOMPARE(outcome.exitCode(), 1);
        const QString text = outcome.toText({});
        for (const char *line : {"Total jobs: 1", "Left out: 1", "  Trailer: Too long."})
            QVERIFY2(text.contains(QLatin1StringView(line)), qUtf8Printable(text));
        const QJsonValue job = outcome.toJson().value("summary"_L1)["left_out"_L1][0];
        QCOMPARE(job["name"_L1].toString(), u"Trailer"_s);
        QCOMPARE(job["line"_L1].toInt(), 7);
        QCOMPARE(job["reasons"_L1][0].toString(), u"Too long."_s);
    }

    /// Jobs that were to be made when others are fetched: an interruption came before.
    void whatWasToFollowIsNotDone()
    {
        RunOutcome outcome = outcomeOf({JobState::Succeeded});
        outcome.notBegun = 2;
        QCOMPARE(outcome.exitCode(), 1);
        QVERIFY(outcome.toText({}).contains("Not submitted: 2"_L1));
        outcome.interrupted = true;
        QCOMPARE(outcome.exitCode(), 130);
    }

    void aFileThatCouldNotBeWritten()
    {
        RunOutcome outcome = outcomeOf({JobState::Succeeded});
        outcome.unwritten = u"The list of results can't be written."_s;
        QCOMPARE(outcome.exitCode(), 1);
        QVERIFY(outcome.toText({}).contains(outcome.unwritten));
        QCOMPARE(outcome.toJson().value("summary"_L1)["unwritten"_L1].toString(),
                 outcome.unwritten);
    }

    void whatIsLeftToDo()
    {
        RunOutcome outcome =
            outcomeOf({JobState::Succeeded, JobState::Unresolved, JobState::Generating});
        outcome.kept = {outcome.manifest.results.at(0).job};
        outcome.manifest.results[1].name = u"Its name"_s;
        outcome.manifest.results[1].submission = u"id-1"_s;
        cli::Options options;
        options.file = u"my batch.yaml"_s;
        options.sandbox = true;
        const QString text = outcome.toText(options);
        for (const char *line :
             {"Made before and kept: 1", "Its name -- submitted",
              "  rushes-cli resolve 'my batch.yaml' 'Its name' --submit-again --sandbox",
              "  rushes-cli resolve 'my batch.yaml' 'Its name' --forget --sandbox",
              "  rushes-cli resume 'my batch.yaml' --sandbox"})
            QVERIFY2(text.contains(QLatin1StringView(line)), qUtf8Printable(text));

        // Where another job has its name, the submission's id says which.
        outcome.manifest.results[0].name = u"Its name"_s;
        QVERIFY(outcome.toText(options).contains(" id-1 --forget"_L1));

        const QJsonObject summary = outcome.toJson().value("summary"_L1).toObject();
        QCOMPARE(summary.value("kept"_L1).toInt(), 1);
        QCOMPARE(summary.value("held"_L1)[0]["submission"_L1].toString(), u"id-1"_s);
    }

    void aShellReadsItsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("plain") << u"weekly.yaml"_s << u"weekly.yaml"_s;
        QTest::newRow("a script") << u"主視覺"_s << u"主視覺"_s;
        QTest::newRow("blank") << u"my batch"_s << u"'my batch'"_s;
        QTest::newRow("quote") << u"it's"_s << u"'it'\\''s'"_s;
        QTest::newRow("command") << u"$(rm)"_s << u"'$(rm)'"_s;
        QTest::newRow("nothing") << QString() << u"''"_s;
    }

    void aShellReadsItsWords()
    {
        QFETCH(const QString, text);
        QTEST(cli::shellWord(text), "word");
    }

    void anIdWithoutSlashesIsItsOwnName()
    {
        RunOutcome outcome;
        outcome.manifest.results.append(result(JobState::Succeeded, u"mymodel"_s));
        QVERIFY(outcome.toText({}).contains("  mymodel: USD0.2400"_L1));
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "test_outcome.moc"
