// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/scene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using clitest::Outcome;
using money::Scene;

namespace {

constexpr int jobs = 60; // at 0.04

Cost usd(const QString &amount)
{
    return Cost::fromDecimal(amount).value_or(Cost());
}

bool writeBatch(const Scene &scene, const QByteArray &budget)
{
    return clitest::writeFile(scene.batchFile(), money::pictures(jobs, "budget: " + budget + '\n'));
}

} // namespace

/// No more is spent than the batch may cost.
class TestBudget : public QObject
{
    Q_OBJECT

    QRandomGenerator m_dice{1};

private slots:
    void initTestCase() { m_dice = money::dice(); }

    void endsAtTheBudgetAndGoesOnWithAnother_data()
    {
        QTest::addColumn<int>("concurrency");
        QTest::newRow("one at a time") << 1;
        QTest::newRow("as usual") << 3;
        QTest::newRow("all at once") << jobs;
    }
    void endsAtTheBudgetAndGoesOnWithAnother()
    {
        QFETCH(const int, concurrency);
        const QStringList atOnce{u"--concurrency"_s, QString::number(concurrency)};
        Scene scene(600);
        QVERIFY(scene.startServer());
        QVERIFY(writeBatch(scene, "1.00"));
        for (int i = 0; i < 2; ++i) {
            const Outcome outcome = scene.run(u"run"_s, atOnce);
            QVERIFY2(outcome.exitCode == 4, outcome.err.constData());
            QCOMPARE(scene.books().charged(), usd(u"1.00"_s));
        }
        QCOMPARE(Scene::namesOf(scene.standings(), u"success"_s).size(), 25);

        QVERIFY(writeBatch(scene, "3.00"));
        const Outcome outcome = scene.run(u"run"_s, atOnce);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(scene.books().charged(), usd(u"2.40"_s));
        QCOMPARE(scene.books().sales().size(), jobs);
        QCOMPARE(money::wrongAtTheEnd(scene).join(u'\n'), QString());
    }

    /// What a killed program had spent, or may have spent, counts.
    void countsWhatWasSpentBeforeADeath()
    {
        Scene scene(150);
        QVERIFY(scene.startServer());
        QVERIFY(writeBatch(scene, "1.00"));
        int deaths = 0;
        for (int i = 0; i < 12; ++i) {
            const auto process = scene.begin(u"run"_s);
            const bool isAlive = money::waitForAnyMoment(*process, scene, m_dice);
            process->kill();
            clitest::outcomeOf(*process);
            deaths += isAlive ? 1 : 0;
            QVERIFY(scene.books().charged() <= usd(u"1.00"_s));
        }
        QVERIFY(deaths > 0);
        QCOMPARE(scene.run(u"run"_s).exitCode, 4);
        QVERIFY(scene.books().charged() <= usd(u"1.00"_s));

        QVERIFY(writeBatch(scene, "3.00"));
        const Outcome outcome = scene.run(u"run"_s);
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 1, outcome.err.constData());
        QVERIFY(scene.books().charged() <= usd(u"2.40"_s));
        QCOMPARE(money::wrongAtTheEnd(scene).join(u'\n'), QString());
        qInfo("%d deaths, %d unresolved", deaths,
              static_cast<int>(Scene::namesOf(scene.standings(), u"unresolved"_s).size()));
    }
};

QTEST_GUILESS_MAIN(TestBudget)
#include "test_budget.moc"
