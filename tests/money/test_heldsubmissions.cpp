// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/scene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using money::Scene;

namespace {

constexpr int jobs = 60;

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

} // namespace

/// Accepted, and the answer lost: nobody but a person sends it again.
class TestHeldSubmissions : public QObject
{
    Q_OBJECT
private slots:
    void held_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("reset after") << u"reset-after=0.2"_s;
        QTest::newRow("dropped reply") << u"dropped-reply=0.2"_s;
    }

    void held()
    {
        QFETCH(const QString, fault);
        Scene scene(200);
        scene.setFaults({fault});
        QVERIFY(scene.startServer());
        QVERIFY(clitest::writeFile(scene.batchFile(), money::pictures(jobs)));

        // Held submissions time out side by side.
        const QStringList allAtOnce{u"--concurrency"_s, QString::number(jobs)};
        QCOMPARE(scene.run(u"run"_s, allAtOnce).exitCode, 1);
        const QStringList unanswered = sorted(scene.books().unanswered());
        QVERIFY2(unanswered.size() >= 2 && unanswered.size() < jobs / 2,
                 qPrintable(unanswered.join(u", "_s)));
        QCOMPARE(scene.books().submissions(), jobs);

        // Whatever is said, they are not sent by themselves.
        for (const auto &command : {u"resume"_s, u"run"_s, u"retry"_s}) {
            const Outcome outcome = scene.run(command);
            QVERIFY2(outcome.exitCode == 1 || command == "retry"_L1, outcome.err.constData());
            QCOMPARE(scene.books().submissions(), jobs);
        }
        const auto standings = scene.standings();
        QCOMPARE(Scene::namesOf(standings, u"unresolved"_s), unanswered);
        for (const QString &name : unanswered) {
            QVERIFY(!standings[name].value("submission"_L1).toString().isEmpty());
            QVERIFY(!standings[name].value("submitted_at"_L1).toString().isEmpty());
        }
        QCOMPARE(money::wrongAtTheEnd(scene).join(u'\n'), QString());

        decide(scene, unanswered);
    }

private:
    /// The first is sent again, the second is forgotten.
    void decide(Scene &scene, const QStringList &unanswered)
    {
        scene.killServer();
        scene.setFaults({});
        QVERIFY(scene.startServer());
        const QString &again = unanswered[0];
        const QString &forgotten = unanswered[1];

        const Outcome sent = scene.run(u"resolve"_s, {again, u"--submit-again"_s});
        QVERIFY2(sent.exitCode == 0 || sent.exitCode == 1, sent.err.constData());
        QCOMPARE(scene.books().submissions(), jobs + 1);
        QCOMPARE(scene.books().salesOf(again).size(), 2);
        QCOMPARE(scene.books().chargedTwice(), QStringList{again}); // as that person decided
        const QJsonObject result = scene.standings().value(again);
        QCOMPARE(result.value("status"_L1).toString(), u"success"_s);
        QCOMPARE(result.value("prediction_id"_L1).toString(),
                 scene.books().salesOf(again).last().id);

        const Outcome dropped = scene.run(u"resolve"_s, {forgotten, u"--forget"_s});
        QVERIFY2(dropped.exitCode == 0, dropped.err.constData());
        QCOMPARE(scene.books().submissions(), jobs + 1);
        const QStringList rest = unanswered.sliced(2);
        QCOMPARE(Scene::namesOf(scene.standings(), u"unresolved"_s), rest);

        // What has been decided is decided.
        for (const QString &name : {again, forgotten})
            QVERIFY(scene.run(u"resolve"_s, {name, u"--submit-again"_s}).exitCode != 0);
        QCOMPARE(scene.books().submissions(), jobs + 1);
    }
};

QTEST_GUILESS_MAIN(TestHeldSubmissions)
#include "test_heldsubmissions.moc"
