// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobstate.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using batch::JobState;
using enum batch::JobState;

class TestJobState : public QObject
{
    Q_OBJECT

private slots:
    void everyPair_data();
    void everyPair();
    void nothingPaidGoesBackByItself();
    void groups_data();
    void groups();
    void wordsAreDistinct();
};

void TestJobState::everyPair_data()
{
    const QList<std::pair<JobState, QList<JobState>>> allowed = {
        {Draft, {Waiting, Generating, Downloading, Unresolved, Succeeded}},
        {Waiting, {Submitting, Cancelled, Failed}},
        {Submitting, {Generating, Waiting, Failed, Unresolved, Cancelled}},
        {Generating, {Downloading, Failed, Waiting}},
        {Downloading, {Succeeded, Generating, Failed}},
        {Succeeded, {Waiting, Draft}},
        {Failed, {Waiting, Draft}},
        {Cancelled, {Waiting, Draft}},
        {Unresolved, {Waiting, Draft, Generating}},
    };
    QTest::addColumn<JobState>("from");
    QTest::addColumn<JobState>("to");
    QTest::addColumn<bool>("may");
    for (const auto &[from, targets] : allowed) {
        for (const JobState to : batch::allJobStates) {
            QTest::addRow("%s to %s", qPrintable(toKey(from)), qPrintable(toKey(to)))
                << from << to << targets.contains(to);
        }
    }
}

void TestJobState::everyPair()
{
    QFETCH(JobState, from);
    QFETCH(JobState, to);
    QTEST(batch::mayBecome(from, to), "may");
}

void TestJobState::nothingPaidGoesBackByItself()
{
    // A result on its way is never paid for a second time, and an answer that may have been
    // acceptance is never taken for a refusal.
    QVERIFY(!batch::mayBecome(Downloading, Waiting));
    QVERIFY(!batch::mayBecome(Downloading, Submitting));
    QVERIFY(!batch::mayBecome(Generating, Submitting));
    QVERIFY(!batch::mayBecome(Unresolved, Submitting));
    QVERIFY(!batch::mayBecome(Unresolved, Failed));
}

void TestJobState::groups_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<bool>("final");
    QTest::addColumn<bool>("slot");
    QTest::addColumn<bool>("active");
    const auto row = [](JobState state, bool isFinal, bool slot, bool active) {
        QTest::newRow(qPrintable(toKey(state))) << state << isFinal << slot << active;
    };
    row(Draft, false, false, false);
    row(Waiting, false, false, false);
    row(Submitting, false, true, true);
    row(Generating, false, true, true);
    row(Downloading, false, false, true);
    row(Succeeded, true, false, false);
    row(Failed, true, false, false);
    row(Cancelled, true, false, false);
    row(Unresolved, true, false, false);
}

void TestJobState::groups()
{
    QFETCH(JobState, state);
    QTEST(batch::isFinal(state), "final");
    QTEST(batch::holdsSlot(state), "slot");
    QTEST(batch::isActive(state), "active");
    QCOMPARE(batch::isOpen(state), batch::isActive(state) || state == JobState::Unresolved);
    QCOMPARE(batch::bindsMoney(state), batch::isOpen(state) || state == JobState::Succeeded);
}

void TestJobState::wordsAreDistinct()
{
    QSet<QString> keys;
    QSet<QString> words;
    for (const JobState state : batch::allJobStates) {
        keys.insert(toKey(state));
        words.insert(toDisplay(state));
    }
    QCOMPARE(keys.size(), qsizetype(std::size(batch::allJobStates)));
    QCOMPARE(words.size(), keys.size());
    QVERIFY(!keys.contains(QString()));
    QVERIFY(std::all_of(keys.begin(), keys.end(),
                        [](const QString &key) { return key == key.toLower(); }));
}

QTEST_APPLESS_MAIN(TestJobState)
#include "test_jobstate.moc"
