// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/scene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using money::Scene;

namespace {

constexpr int jobs = 60;
constexpr double speed = 12;

} // namespace

/// Jobs that take longer than the patience with them: they are left with the server, and fetched
/// later.
class TestLongWait : public QObject
{
    Q_OBJECT
private slots:
    void isLeftAndFetchedLater()
    {
        // An image takes 10 to 30 s. The program's seconds are a sixth of the server's, so that to
        // it that is 60 to 180 s, and 20 s of patience are over long before.
        Scene scene(speed);
        scene.setTimeScale(6 * speed);
        QVERIFY(scene.startServer());
        QVERIFY(
            clitest::writeFile(scene.batchFile(), money::pictures(jobs, {}, "    max_wait: 20\n")));
        const Outcome left = scene.run(u"run"_s, {u"--concurrency"_s, u"10"_s});
        QCOMPARE(left.exitCode, 1);
        QVERIFY2(left.out.contains("not fetched yet: 60. They are still generated"),
                 left.out.constData());
        const auto standings = scene.standings();
        QCOMPARE(Scene::namesOf(standings, u"generating"_s).size(), jobs);
        QCOMPARE(scene.books().submissions(), jobs);

        // Each `resume` has the same patience, counted anew; time passes meanwhile.
        Outcome fetched;
        for (int i = 0; i < 20 && fetched.exitCode != 0; ++i)
            fetched = scene.run(u"resume"_s);
        QVERIFY2(fetched.exitCode == 0, fetched.err.constData());
        QCOMPARE(scene.books().submissions(), jobs);
        QCOMPARE(scene.books().sales().size(), jobs);
        QCOMPARE(Scene::namesOf(scene.standings(), u"success"_s).size(), jobs);
        QCOMPARE(money::wrongAtTheEnd(scene).join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestLongWait)
#include "test_longwait.moc"
