// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/bill.h"

#include <QTest>

using batch::Bill;
using batch::BillLine;
using batch::Cost;
using batch::JobState;
using namespace Qt::StringLiterals;

class TestBill : public QObject
{
    Q_OBJECT

private slots:
    void moneyStandsInOnePlace_data();
    void moneyStandsInOnePlace();
    void guesses();
    void addsUpByModel();
};

void TestBill::moneyStandsInOnePlace_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<int>("toCome");
    QTest::addColumn<int>("committed");
    QTest::addColumn<int>("spent");
    const auto row = [](JobState state, int toCome, int committed, int spent) {
        QTest::newRow(qPrintable(toKey(state))) << state << toCome << committed << spent;
    };
    row(JobState::Draft, 1, 0, 0);
    row(JobState::Waiting, 1, 0, 0);
    row(JobState::Submitting, 0, 1, 0);
    row(JobState::Generating, 0, 1, 0);
    row(JobState::Downloading, 0, 1, 0);
    row(JobState::Unresolved, 0, 1, 0);
    row(JobState::Succeeded, 0, 0, 1);
    row(JobState::Failed, 0, 0, 0);
    row(JobState::Cancelled, 0, 0, 0);
}

void TestBill::moneyStandsInOnePlace()
{
    QFETCH(JobState, state);
    const Cost cost = Cost::fromUsd(0.24);
    BillLine line;
    line.add(cost, state, false);
    QCOMPARE(line.jobs, 1);
    QTEST(line.toCome == cost ? 1 : 0, "toCome");
    QTEST(line.committed == cost ? 1 : 0, "committed");
    QTEST(line.spent == cost ? 1 : 0, "spent");
    const bool isFree = state == JobState::Failed || state == JobState::Cancelled;
    QCOMPARE(line.total(), isFree ? Cost() : cost);
}

void TestBill::guesses()
{
    BillLine line;
    line.add(Cost::fromUsd(0.05), JobState::Failed, true);
    QVERIFY(!line.guess); // nothing of the sum is a guess
    line.add(Cost::fromUsd(0.05), JobState::Waiting, true);
    line.add(Cost::fromUsd(0.04), JobState::Waiting, false);
    QVERIFY(line.guess);

    BillLine sum;
    sum += line;
    sum += BillLine();
    QCOMPARE(sum, line);
}

void TestBill::addsUpByModel()
{
    const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    const QString seedance = u"bytedance/seedance-v1.5-pro/text-to-video"_s;
    Bill bill;
    for (int i = 0; i < 10; ++i) {
        bill.add(flux, Cost::fromUsd(0.04), i < 4 ? JobState::Succeeded : JobState::Waiting, false);
    }
    for (int i = 0; i < 5; ++i)
        bill.add(seedance, Cost::fromUsd(0.022).times(5), JobState::Generating, false);

    QCOMPARE(bill.all.total().toDecimal(), u"0.95"_s);
    QCOMPARE(bill.all.jobs, 15);
    QCOMPARE(bill.byModel.keys(), QStringList({flux, seedance}));
    QCOMPARE(bill.byModel[flux].spent.toDecimal(), u"0.16"_s);
    QCOMPARE(bill.byModel[flux].toCome.toDecimal(), u"0.24"_s);
    QCOMPARE(bill.byModel[seedance].committed.toDecimal(), u"0.55"_s);

    BillLine sum;
    for (const BillLine &line : std::as_const(bill.byModel))
        sum += line;
    QCOMPARE(sum, bill.all);
}

QTEST_APPLESS_MAIN(TestBill)
#include "test_bill.moc"
