// SPDX-License-Identifier: GPL-3.0-or-later
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
        row("store", {JobState::Cancelled}, PauseReason::Store, false, 1);
        row("interrupted", {JobState::Succeeded}, {}, true, 130);
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
        const QString text = outcome.toText();
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
        const QString text = outcome.toText();
        for (const char *line : {"Total cost: USD0.0000", "May still be charged: USD0.4800",
                                 "Not submitted: 1", "Submitted but not fetched: 1"})
            QVERIFY2(text.contains(QLatin1StringView(line)), line);
    }

    void anIdWithoutSlashesIsItsOwnName()
    {
        RunOutcome outcome;
        outcome.manifest.results.append(result(JobState::Succeeded, u"mymodel"_s));
        QVERIFY(outcome.toText().contains("  mymodel: USD0.2400"_L1));
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "test_outcome.moc"
