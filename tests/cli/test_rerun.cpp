// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ownserver.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::OwnServer;

namespace {

int successful(const Outcome &outcome)
{
    return outcome.json().value("successful"_L1).toInt(-1);
}

} // namespace

/// A batch that is run once more: what is there already is not made a second time.
class TestRerun : public QObject
{
    Q_OBJECT

    std::optional<OwnServer> m_own;

private slots:
    void init() { m_own.emplace(); }

    void theSecondRunMakesNothing()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(3)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QVERIFY(QFile::remove(m_own->results() + u"/manifest.json"_s));

        const Outcome second = m_own->run(u"run"_s, {u"--json"_s});
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(m_own->tally().submissions, 3);
        QCOMPARE(m_own->tally().downloads, 3);
        QCOMPARE(second.json().value("summary"_L1)["kept"_L1].toInt(), 3);
        QCOMPARE(successful(second), 3);
        // What stands, stands in the manifest too.
        QCOMPARE(m_own->manifest().value("successful"_L1).toInt(), 3);
        QCOMPARE(m_own->manifest().value("total_cost"_L1).toDouble(), 0.12);
    }

    void underAnotherNameItMakesNothing()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(3)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QVERIFY(m_own->renameBatch(u"renamed.yaml"_s));
        QCOMPARE(m_own->run(u"status"_s).exitCode, 0);

        const Outcome second = m_own->run(u"run"_s, {u"--json"_s});
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.json().value("summary"_L1)["kept"_L1].toInt(), 3);
        QCOMPARE(m_own->tally().submissions, 3);
        QCOMPARE(m_own->tally().downloads, 3);
        QVERIFY(m_own->renameBatch(u"once more.yaml"_s));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().submissions, 3);
    }

    /// A list that grows until two would have one name: what was paid for is known by its request.
    void whenNamesMeetItMakesTheNewOnesAlone()
    {
        QVERIFY(m_own->serve());
        QByteArray batch = "jobs:\n"
                           "  - name: N\n"
                           "    type: image\n"
                           "    model: black-forest-labs/flux-2-pro/text-to-image\n"
                           "    prompt: '{a}, {b}'\n"
                           "    width: 256\n"
                           "    height: 256\n"
                           "    matrix: {a: [x, x y], b: [z]}\n";
        QVERIFY(m_own->writeBatch(batch));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().submissions, 2);

        batch.replace("b: [z]", "b: [z, y z]");
        QVERIFY(m_own->writeBatch(batch));
        const Outcome second = m_own->run(u"run"_s, {u"--json"_s});
        QVERIFY2(second.exitCode == 0, second.err.constData());
        QVERIFY2(second.err.contains("\"N x y z\""), second.err.constData());
        QCOMPARE(second.json().value("summary"_L1)["kept"_L1].toInt(), 2);
        QCOMPARE(m_own->tally().submissions, 4);
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().submissions, 4);
    }

    void onlyWhatWasChanged()
    {
        QVERIFY(m_own->serve());
        QByteArray batch = clitest::imageBatch(3);
        QVERIFY(m_own->writeBatch(batch));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);

        batch.replace("prompt: Picture 2", "prompt: another one");
        QVERIFY(m_own->writeBatch(batch));
        QCOMPARE(m_own->statusOf(u"Picture 2"_s).value("status"_L1).toString(), u"draft"_s);
        QCOMPARE(m_own->statusOf(u"Picture 2"_s).value("changed"_L1).toBool(), true);
        QCOMPARE(m_own->run(u"status"_s).exitCode, 1);

        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().submissions, 4);
        QCOMPARE(m_own->tally().doubleCharges, 0);
        QCOMPARE(m_own->run(u"status"_s).exitCode, 0);
    }

    void aNewJobJoinsTheOthers()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        const Outcome outcome = m_own->run(u"run"_s, {u"--json"_s});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(successful(outcome), 2);
        QCOMPARE(m_own->tally().submissions, 2);
        QCOMPARE(m_own->manifest().value("total_jobs"_L1).toInt(), 2);
    }

    /// Every combination is a job of its own, whatever else its list holds.
    void aGrownMatrixMakesOnlyWhatIsNew()
    {
        QVERIFY(m_own->serve());
        QByteArray batch = R"(max_workers: 8
jobs:
  - name: Cup
    type: image
    model: black-forest-labs/flux-2-pro/text-to-image
    prompt: A {colour} cup, {style}
    width: 256
    height: 256
    matrix:
      colour: [red, green, blue]
      style: [drawn, painted, carved, woven]
    count: 2
)";
        QVERIFY(m_own->writeBatch(batch));
        const Outcome first = m_own->run(u"run"_s, {u"--json"_s});
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QCOMPARE(successful(first), 24);
        QCOMPARE(m_own->tally().accepted, 24);
        QCOMPARE(m_own->tally().doubleCharges, 0); // the takes differ
        const QStringList files = m_own->images();
        QCOMPARE(files.size(), 24);

        batch.replace("[red, green, blue]", "[white, red, green, blue]");
        QVERIFY(m_own->writeBatch(batch));
        const Outcome second = m_own->run(u"run"_s, {u"--json"_s});
        QVERIFY2(second.exitCode == 0, second.err.constData());
        QCOMPARE(successful(second), 32);
        QCOMPARE(second.json().value("summary"_L1)["kept"_L1].toInt(), 24);
        QCOMPARE(m_own->tally().accepted, 32);
        QCOMPARE(m_own->images().size(), 32);
        for (const QString &file : files)
            QVERIFY(m_own->images().contains(file));
        QCOMPARE(m_own->accepted(u"A white cup, drawn"_s).size(), 2);
        QCOMPARE(m_own->accepted(u"A red cup, drawn"_s).size(), 2);
    }

    void aDeletedFileIsFetchedForNothing()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        const QString gone = m_own->results() + u"/images/picture_1.png"_s;
        QVERIFY(QFile::remove(gone));
        QCOMPARE(m_own->run(u"status"_s).exitCode, 1);

        QCOMPARE(m_own->run(u"resume"_s).exitCode, 0);
        QCOMPARE(QImage(gone).size(), QSize(256, 256));
        QCOMPARE(m_own->tally().submissions, 2);
        QCOMPARE(m_own->tally().downloads, 3);
        QCOMPARE(m_own->run(u"status"_s).exitCode, 0);
    }

    void againMakesAllAnewBesideTheOld()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        const QStringList before = m_own->images();

        const Outcome again = m_own->run(u"run"_s, {u"--again"_s, u"--json"_s});
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(m_own->tally().submissions, 4);
        QCOMPARE(successful(again), 2);
        QCOMPARE(m_own->images().size(), 4);
        for (const QString &name : before)
            QVERIFY(m_own->images().contains(name));
        // Both takes were paid for.
        const QJsonObject status = m_own->run(u"status"_s, {u"--json"_s}).json();
        QCOMPARE(status.value("spent"_L1).toDouble(), 0.16);
    }

    void theBudgetCountsEarlierTakes()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2, "budget: 0.13\n")));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        const Outcome again = m_own->run(u"run"_s, {u"--again"_s});
        QCOMPARE(again.exitCode, 4);
        QCOMPARE(m_own->tally().accepted, 3);
        QCOMPARE(m_own->run(u"run"_s, {u"--again"_s}).exitCode, 4);
        QCOMPARE(m_own->tally().accepted, 3);
    }

    void retryMakesOnlyWhatFailed()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.faults.moderated = 1; }));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 1);
        const int refused = m_own->tally().submissions;

        QVERIFY(m_own->serve());
        QByteArray batch = clitest::imageBatch(2);
        batch.replace("prompt: Picture 1", "prompt: a milder one");
        QVERIFY(m_own->writeBatch(batch));
        const Outcome retried = m_own->run(u"retry"_s, {u"--json"_s});
        QVERIFY2(retried.exitCode == 0, retried.err.constData());
        QCOMPARE(successful(retried), 1);
        QCOMPARE(m_own->images(), QStringList{u"picture_1.png"_s});
        QCOMPARE(refused, 1);

        const Outcome nothing = m_own->run(u"retry"_s);
        QCOMPARE(nothing.exitCode, 0);
        QVERIFY(nothing.err.contains("No job has failed"));
        QCOMPARE(m_own->statusOf(u"Picture 2"_s).value("status"_L1).toString(), u"draft"_s);
    }
};

QTEST_MAIN(TestRerun)
#include "test_rerun.moc"
