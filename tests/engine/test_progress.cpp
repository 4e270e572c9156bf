// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures of a run: a job's share, the counts and the bill, the time that is left.
#include "engine/pace/remainingtime.h"
#include "engine/progress.h"
#include "engine/tally.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using batch::JobState;
using engine::RemainingTime;

class ProgressTest : public QObject
{
    Q_OBJECT
private slots:
    void fraction_data();
    void fraction();
    void tallyFollowsEveryState();
    void tallyRemembersGuesses();
    void tallyOfTakesAndModels();
    void remainingTime();
    void remainingTimeLearns();
};

namespace {

batch::JobResult result(JobState state, qint64 micros = 40'000, bool guess = false)
{
    batch::JobResult result;
    result.model = u"m"_s;
    result.state = state;
    result.cost = batch::Cost::fromMicros(micros);
    result.costIsGuess = guess;
    return result;
}

} // namespace

void ProgressTest::fraction_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<qint64>("received");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("waiting") << JobState::Waiting << 5 << qint64(0) << qint64(-1) << 0.0 << 0.0;
    QTest::newRow("just begun") << JobState::Generating << 0 << qint64(0) << qint64(-1) << 0.0
                                << 0.0;
    QTest::newRow("half way") << JobState::Generating << 15 << qint64(0) << qint64(-1) << 0.44
                              << 0.46;
    QTest::newRow("in time") << JobState::Generating << 30 << qint64(0) << qint64(-1) << 0.89
                             << 0.91;
    QTest::newRow("late") << JobState::Generating << 3000 << qint64(0) << qint64(-1) << 0.98
                          << 0.9901;
    QTest::newRow("unknown length")
        << JobState::Downloading << 5 << qint64(10) << qint64(-1) << 0.0 << 0.0;
    QTest::newRow("a quarter") << JobState::Downloading << 5 << qint64(25) << qint64(100) << 0.25
                               << 0.25;
    QTest::newRow("more than announced")
        << JobState::Downloading << 5 << qint64(200) << qint64(100) << 1.0 << 1.0;
    QTest::newRow("done") << JobState::Succeeded << 5 << qint64(0) << qint64(-1) << 1.0 << 1.0;
    QTest::newRow("failed") << JobState::Failed << 5 << qint64(0) << qint64(-1) << 0.0 << 0.0;
}

void ProgressTest::fraction()
{
    QFETCH(const JobState, state);
    QFETCH(const int, seconds);
    QFETCH(const qint64, received);
    QFETCH(const qint64, total);
    QFETCH(const double, least);
    QFETCH(const double, most);
    engine::JobProgress progress;
    progress.result.state = state;
    progress.elapsed = seconds * 1s;
    progress.typical = {10, 30};
    progress.bytesReceived = received;
    progress.bytesTotal = total;
    QVERIFY2(progress.fraction() >= least && progress.fraction() <= most,
             qPrintable(QString::number(progress.fraction())));
}

void ProgressTest::tallyFollowsEveryState()
{
    for (const JobState from : batch::allJobStates) {
        for (const JobState to : batch::allJobStates) {
            engine::Tally tally;
            tally.add(result(JobState::Waiting, 1000));
            tally.add(result(from));
            tally.change(result(from), result(to));
            batch::Bill expected;
            expected.add(u"m"_s, batch::Cost::fromMicros(1000), JobState::Waiting, false);
            expected.add(u"m"_s, batch::Cost::fromMicros(40'000), to, false);
            QCOMPARE(tally.bill(), expected);
            QCOMPARE(tally.count(to), to == JobState::Waiting ? 2 : 1);
            QCOMPARE(tally.total(), 2);
        }
    }
}

void ProgressTest::tallyRemembersGuesses()
{
    engine::Tally tally;
    tally.add(result(JobState::Waiting, 1, true));
    tally.add(result(JobState::Waiting, 1, true));
    QVERIFY(tally.bill().all.guess);
    tally.change(result(JobState::Waiting, 1, true), result(JobState::Failed, 0, true));
    QVERIFY(tally.bill().all.guess);
    tally.change(result(JobState::Waiting, 1, true), result(JobState::Cancelled, 0, true));
    QVERIFY(!tally.bill().all.guess);
    QVERIFY(!tally.bill().byModel.value(u"m"_s).guess);
}

void ProgressTest::tallyOfTakesAndModels()
{
    engine::Tally tally;
    tally.add(result(JobState::Failed, 0));
    tally.remove(result(JobState::Failed, 0));
    QCOMPARE(tally.bill(), batch::Bill());
    tally.add(result(JobState::Waiting));
    engine::BatchProgress progress;
    tally.writeTo(progress);
    QCOMPARE(progress.waiting, 1);
    QCOMPARE(progress.failed, 0);
    QCOMPARE(progress.total, 1);
}

void ProgressTest::remainingTime()
{
    RemainingTime time;
    QCOMPARE(time.estimate(3, {}), std::nullopt);
    for (int i = 0; i < 6; ++i)
        time.waiting(u"image"_s, 20, 1);
    QCOMPARE(time.estimate(3, {}), 40.0);
    // Never less than the longest takes.
    time.waiting(u"film"_s, 100, 1);
    QCOMPARE(time.estimate(10, {}), 100.0);
    time.waiting(u"film"_s, 100, -1);
    const QList<RemainingTime::Running> running{{u"image"_s, 20, 5}, {u"image"_s, 20, 500}};
    QCOMPARE(time.estimate(1, running), 120.0 + 15 + 2);
}

void ProgressTest::remainingTimeLearns()
{
    RemainingTime time;
    time.waiting(u"image"_s, 20, 1);
    time.waiting(u"film"_s, 100, 1);
    time.measured(u"image"_s, 20, 40);
    // The image's own factor is 2; a model that hasn't been seen is taken to be slow alike.
    QCOMPARE(time.estimate(1, {}), 40.0 + 200.0);
    time.measured(u"film"_s, 100, 50);
    QCOMPARE(time.estimate(1, {}), 40.0 + 50.0);
}

QTEST_GUILESS_MAIN(ProgressTest)
#include "test_progress.moc"
