// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/billview.h"

#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;
using batch::Cost;
using batch::JobState;

namespace {

constexpr auto flux = "black-forest-labs/flux-2-pro/text-to-image";
constexpr auto seedance = "bytedance/seedance-v1.5-pro/text-to-video";

Cost usd(double amount)
{
    return Cost::fromUsd(amount);
}

BillView viewOf(const BillFacts &facts)
{
    return BillView::of(facts, catalog::Catalog::builtIn());
}

/// A bill of three jobs: an image at 0.04, a clip at 0.22, and one of an unknown model at 0.05.
batch::Bill threeJobs(JobState image, JobState clip, JobState unknown)
{
    batch::Bill bill;
    bill.add(QString::fromLatin1(flux), usd(0.04), image, false);
    bill.add(QString::fromLatin1(seedance), usd(0.22), clip, false);
    bill.add(u"someone/new-model"_s, usd(0.05), unknown, true);
    return bill;
}

} // namespace

class TestBillView : public QObject
{
    Q_OBJECT

private slots:
    void figures_data();
    void figures();
    void timeIsRounded_data();
    void timeIsRounded();
    void budget_data();
    void budget();
    void modelsAreTheDearestFirst();
    void modelsAreNamed();
    void oneJobIsSingular();
    void everyPartOfTheTotalIsShown();
    void pricesSayWhereTheyComeFrom();
    void whatIsLeftOutIsSaid();
    void balance_data();
    void balance();
};

void TestBillView::figures_data()
{
    QTest::addColumn<JobState>("image");
    QTest::addColumn<JobState>("clip");
    QTest::addColumn<bool>("begun");
    QTest::addColumn<QString>("main");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("spent");
    QTest::addColumn<QString>("committed");
    QTest::addColumn<QString>("toCome");
    QTest::addColumn<QString>("total");

    const auto row = [](const char *name, JobState image, JobState clip, bool begun,
                        const char *main, const char *detail, const QStringList &parts) {
        QTest::newRow(name) << image << clip << begun << QString::fromUtf8(main)
                            << QString::fromUtf8(detail) << parts[0] << parts[1] << parts[2]
                            << parts[3];
    };
    row("before", JobState::Draft, JobState::Draft, false, "Estimate: ≈$0.31",
        "3 jobs · about 2 min", {u"$0.00"_s, u"$0.00"_s, u"$0.31"_s, u"≈$0.31"_s});
    row("begun, nothing sent", JobState::Waiting, JobState::Waiting, true, "Spent: $0.00",
        "of ≈$0.31 · 3 jobs", {u"$0.00"_s, u"$0.00"_s, u"$0.31"_s, u"≈$0.31"_s});
    row("under way", JobState::Generating, JobState::Downloading, true, "Spent: $0.00",
        "of ≈$0.31 · 3 jobs", {u"$0.00"_s, u"$0.26"_s, u"$0.05"_s, u"≈$0.31"_s});
    row("one is there", JobState::Succeeded, JobState::Generating, true, "Spent: $0.04",
        "of ≈$0.31 · 3 jobs", {u"$0.04"_s, u"$0.22"_s, u"$0.05"_s, u"≈$0.31"_s});
    row("one failed", JobState::Succeeded, JobState::Failed, true, "Spent: $0.04",
        "of ≈$0.09 · 3 jobs", {u"$0.04"_s, u"$0.00"_s, u"$0.05"_s, u"≈$0.09"_s});
    row("unresolved", JobState::Succeeded, JobState::Unresolved, false, "Spent: $0.04",
        "of ≈$0.31 · 3 jobs", {u"$0.04"_s, u"$0.22"_s, u"$0.05"_s, u"≈$0.31"_s});
}

void TestBillView::figures()
{
    QFETCH(JobState, image);
    QFETCH(JobState, clip);
    QFETCH(bool, begun);
    BillFacts facts;
    facts.bill = threeJobs(image, clip, JobState::Draft);
    facts.typicalTime = 110;
    facts.begun = begun;
    const BillView view = viewOf(facts);

    QTEST(view.main.spoken(), "main");
    QTEST(view.detail, "detail");
    QTEST(view.spent.text, "spent");
    QTEST(view.committed.text, "committed");
    QTEST(view.toCome.text, "toCome");
    QTEST(view.total.text, "total");
    QVERIFY(view.total.spoken().startsWith("Total: "_L1));
    QVERIFY(view.spent.spoken().startsWith("Spent: "_L1));
}

void TestBillView::timeIsRounded_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nearly nothing") << 0.4 << u"about 5 s"_s;
    QTest::newRow("up to five") << 21.0 << u"about 25 s"_s;
    QTest::newRow("last of the seconds") << 57.9 << u"about 60 s"_s;
    QTest::newRow("a minute") << 61.0 << u"about 1 min"_s;
    QTest::newRow("minutes") << 110.0 << u"about 2 min"_s;
    QTest::newRow("last of the minutes") << 59.4 * 60 << u"about 59 min"_s;
    QTest::newRow("an hour") << 59.6 * 60 << u"about 1 h 0 min"_s;
    QTest::newRow("hours") << 5000.0 << u"about 1 h 23 min"_s;
}

void TestBillView::timeIsRounded()
{
    QFETCH(double, seconds);
    BillFacts facts;
    facts.bill = threeJobs(JobState::Draft, JobState::Draft, JobState::Draft);
    facts.typicalTime = seconds;
    QFETCH(QString, expected);
    QCOMPARE(viewOf(facts).detail, u"3 jobs · "_s + expected);
}

void TestBillView::budget_data()
{
    QTest::addColumn<double>("budget");
    QTest::addColumn<bool>("over");
    QTest::addColumn<QString>("words");
    QTest::newRow("over") << 0.25 << true << u"$0.06 over budget"_s;
    QTest::newRow("over by less than a cent") << 0.3095 << true << u"$0.0005 over budget"_s;
    QTest::newRow("exactly") << 0.31 << false << u"Exactly the budget"_s;
    QTest::newRow("under") << 1.0 << false << u"$0.69 under budget"_s;
    QTest::newRow("of nothing") << 0.0 << true << u"$0.31 over budget"_s;
}

void TestBillView::budget()
{
    BillFacts facts;
    facts.bill = threeJobs(JobState::Draft, JobState::Draft, JobState::Draft);
    QVERIFY(viewOf(facts).budgetWords.isEmpty());
    QVERIFY(!viewOf(facts).overBudget);

    QFETCH(double, budget);
    facts.budget = usd(budget);
    const BillView view = viewOf(facts);
    QVERIFY(view.budget);
    QTEST(view.overBudget, "over");
    QTEST(view.budgetWords, "words");
}

void TestBillView::modelsAreTheDearestFirst()
{
    BillFacts facts;
    facts.bill = threeJobs(JobState::Succeeded, JobState::Generating, JobState::Draft);
    QStringList costs;
    for (const BillView::ModelLine &line : viewOf(facts).models)
        costs.append(line.cost);
    QCOMPARE(costs, QStringList({u"$0.22"_s, u"≈$0.05"_s, u"$0.04"_s}));
}

void TestBillView::modelsAreNamed()
{
    BillFacts facts;
    facts.bill = threeJobs(JobState::Draft, JobState::Draft, JobState::Draft);
    facts.bill.add(QString(), usd(0.01), JobState::Draft, true);
    const QList<BillView::ModelLine> models = viewOf(facts).models;
    QCOMPARE(models.size(), 4);
    QCOMPARE(models[0].name,
             catalog::Catalog::builtIn().find(QString::fromLatin1(seedance))->displayName);
    QVERIFY(models[0].details.startsWith(QString::fromLatin1(seedance)));
    QVERIFY(!models[0].guess);
    QCOMPARE(models[1].name, u"someone/new-model"_s);
    QVERIFY(models[1].guess);
    QVERIFY(models[1].details.contains("$0.05"_L1));
    QCOMPARE(models[3].name, u"No model yet"_s);
}

void TestBillView::oneJobIsSingular()
{
    BillFacts facts;
    facts.typicalTime = 20;
    QCOMPARE(viewOf(facts).detail, u"No jobs are switched on"_s);
    QCOMPARE(viewOf(facts).total.text, u"$0.00"_s);
    facts.bill.add(QString::fromLatin1(flux), usd(0.04), JobState::Draft, false);
    QCOMPARE(viewOf(facts).detail, u"1 job · about 20 s"_s);
    QCOMPARE(viewOf(facts).models.constFirst().jobs, u"1 job"_s);
}

void TestBillView::everyPartOfTheTotalIsShown()
{
    for (const JobState state : batch::allJobStates) {
        BillFacts facts;
        facts.bill = threeJobs(state, JobState::Succeeded, JobState::Generating);
        const BillView view = viewOf(facts);
        QCOMPARE(view.spent.cost + view.committed.cost + view.toCome.cost, view.total.cost);
    }
}

void TestBillView::pricesSayWhereTheyComeFrom()
{
    BillFacts facts;
    facts.bill = threeJobs(JobState::Draft, JobState::Draft, JobState::Draft);
    facts.now = QDateTime::currentDateTimeUtc();
    const catalog::Catalog &builtIn = catalog::Catalog::builtIn();
    for (const BillView::ModelLine &line : viewOf(facts).models)
        QCOMPARE(line.details.contains("built in"_L1), !line.guess);

    batch::ModelOverride own;
    own.pricePerSecond = usd(0.01);
    const BillView view =
        BillView::of(facts, builtIn.withOverrides({{QString::fromLatin1(seedance), own}}));
    QVERIFY2(view.models[0].details.contains("this batch file"_L1),
             qPrintable(view.models[0].details));
}

void TestBillView::whatIsLeftOutIsSaid()
{
    BillFacts facts;
    QVERIFY(viewOf(facts).leftOutWords.isEmpty());
    facts.leftOut = 1;
    QCOMPARE(viewOf(facts).leftOutWords, u"1 job with errors is left out"_s);
    QCOMPARE(viewOf(facts).leftOut, u"1 left out"_s);
    facts.leftOut = 3;
    QCOMPARE(viewOf(facts).leftOutWords, u"3 jobs with errors are left out"_s);
}

void TestBillView::balance_data()
{
    QTest::addColumn<std::optional<Cost>>("balance");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isShort");
    const std::optional<Cost> none;
    QTest::newRow("no account") << none << QString() << QString() << false;
    QTest::newRow("enough") << std::optional(usd(125.5)) << QString() << u"Balance $125.50"_s
                            << false;
    // 0.31 in all, of which 0.05 is to come.
    QTest::newRow("just enough") << std::optional(usd(0.05)) << QString() << u"Balance $0.05"_s
                                 << false;
    QTest::newRow("too little") << std::optional(usd(0.049)) << QString()
                                << u"Balance $0.049, less than what is to come"_s << true;
    QTest::newRow("nothing left") << std::optional(Cost()) << QString()
                                  << u"Balance $0.00, less than what is to come"_s << true;
    QTest::newRow("not known") << none << u"The key was refused."_s << u"Balance not known"_s
                               << false;
}

void TestBillView::balance()
{
    QFETCH(std::optional<Cost>, balance);
    QFETCH(QString, problem);
    BillFacts facts;
    facts.bill = threeJobs(JobState::Succeeded, JobState::Generating, JobState::Draft);
    facts.balance = balance;
    facts.balanceProblem = problem;
    const BillView view = viewOf(facts);
    QTEST(view.balanceWords, "words");
    QTEST(view.balanceIsShort, "isShort");
    QVERIFY(view.balanceDetails.contains(problem));
    QCOMPARE(view.balanceDetails.isEmpty(), view.balanceWords.isEmpty());
}

QTEST_MAIN(TestBillView)
#include "test_billview.moc"
