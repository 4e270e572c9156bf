// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/scene.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using money::Scene;

namespace {

constexpr int leastKills = 45;
constexpr double speed = 60;

} // namespace

/// The program dies at any moment, and so does the server: no paid result is lost, and nothing is
/// paid for twice.
class TestKilled : public QObject
{
    Q_OBJECT

    QRandomGenerator m_dice{1};

    /// Kills and goes on until `kills` is `enough`, or the batch is done.
    void killOverAndOver(const Scene &scene, int enough, int &kills)
    {
        bool isFirst = true;
        while (kills < enough) {
            const bool fetchesOnly = !isFirst && m_dice.bounded(3) == 0;
            isFirst = false;
            const auto process = scene.begin(fetchesOnly ? u"resume"_s : u"run"_s);
            const bool isAlive = money::waitForAnyMoment(*process, scene, m_dice);
            process->kill();
            const Outcome outcome = clitest::outcomeOf(*process);
            if (isAlive && outcome.exitCode == -1)
                ++kills;
            else if (!isAlive)
                QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 1, outcome.err.constData());
            QCOMPARE(money::wrongWithManifest(scene), QString());
            if (!isAlive && !fetchesOnly)
                return;
        }
    }

    /// To the end without a disturbance.
    void finish(const Scene &scene, int jobs)
    {
        const Outcome run = scene.run(u"run"_s);
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.err.constData());
        const money::Books before = scene.books();
        const Outcome resumed = scene.run(u"resume"_s);
        QVERIFY2(resumed.exitCode == run.exitCode, resumed.err.constData());
        QCOMPARE(money::wrongAtTheEnd(scene).join(u'\n'), QString());
        QCOMPARE(scene.books().submissions(), before.submissions());
        QCOMPARE(scene.books().sales().size(), before.sales().size());

        const auto standings = scene.standings();
        QCOMPARE(standings.size(), jobs);
        const auto held = Scene::namesOf(standings, u"unresolved"_s).size();
        QCOMPARE(run.exitCode, held == 0 ? 0 : 1);
        qInfo("%d jobs, %d submissions, %d accepted, %d succeeded, %d unresolved, 0 paid for twice",
              jobs, before.submissions(), static_cast<int>(scene.books().sales().size()),
              jobs - static_cast<int>(held), static_cast<int>(held));
    }

private slots:
    void initTestCase() { m_dice = money::dice(); }

    void theProgram()
    {
        constexpr int jobs = 60;
        int kills = 0;
        // A machine that stands still for a while could let a batch get through: on to the next.
        while (kills < leastKills) {
            Scene scene(speed);
            QVERIFY(scene.startServer());
            QVERIFY(clitest::writeFile(scene.batchFile(), money::mixed(jobs)));
            killOverAndOver(scene, leastKills, kills);
            if (QTest::currentTestFailed())
                return;
            finish(scene, jobs);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d kills", kills);
    }

    /// With the sandbox that every program brings along, and that dies with it.
    void theProgramWithItsOwnServer()
    {
        constexpr int jobs = 30;
        const Scene scene(speed, Scene::Server::Within);
        QVERIFY(clitest::writeFile(scene.batchFile(), money::mixed(jobs)));
        int kills = 0;
        killOverAndOver(scene, 15, kills);
        if (!QTest::currentTestFailed())
            finish(scene, jobs);
    }

    void theServer()
    {
        constexpr int jobs = 60;
        Scene scene(speed);
        QVERIFY(scene.startServer());
        QVERIFY(clitest::writeFile(scene.batchFile(), money::mixed(jobs)));
        const auto process = scene.begin(u"run"_s);
        int restarts = 0;
        // A server that never lives long would be one that never gets anything done.
        const QDeadlineTimer enough(45'000);
        while (!enough.hasExpired() && money::waitForAnyMoment(*process, scene, m_dice)) {
            scene.killServer();
            // Gone for a moment, or back at once.
            money::isStillRunning(*process, m_dice.bounded(2) == 0 ? 0 : m_dice.bounded(150));
            QVERIFY(scene.startServer());
            ++restarts;
        }
        const Outcome outcome = clitest::outcomeOf(*process);
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 1,
                 outcome.err.last(std::min<qsizetype>(outcome.err.size(), 4000)).constData());
        QVERIFY(restarts >= 5);
        qInfo("%d restarts of the server", restarts);
        finish(scene, jobs);
    }

    void both()
    {
        constexpr int jobs = 40;
        Scene scene(speed);
        QVERIFY(scene.startServer());
        QVERIFY(clitest::writeFile(scene.batchFile(), money::mixed(jobs)));
        int deaths = 0;
        while (deaths < 20) {
            const auto process = scene.begin(u"run"_s);
            if (!money::waitForAnyMoment(*process, scene, m_dice))
                break;
            scene.killServer();
            money::isStillRunning(*process, m_dice.bounded(50));
            process->kill();
            process->waitForFinished();
            QCOMPARE(money::wrongWithManifest(scene), QString());
            QVERIFY(scene.startServer());
            ++deaths;
        }
        QVERIFY(deaths > 0);
        finish(scene, jobs);
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "test_killed.moc"
