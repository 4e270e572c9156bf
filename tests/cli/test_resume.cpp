// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ownserver.h"

#include <QFile>
#include <QJsonArray>

#include <csignal>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::OwnServer;

namespace {

/// Slow enough to be killed between two steps, for pictures of 10 to 30 s.
void slow(sandbox::Options &options)
{
    options.speed = 3;
}

int successful(const Outcome &outcome)
{
    return outcome.json().value("successful"_L1).toInt(-1);
}

} // namespace

/// What was paid for and not fetched is fetched, whatever became of the program, the server or the
/// batch file meanwhile.
class TestResume : public QObject
{
    Q_OBJECT

    std::optional<OwnServer> m_own;

private slots:
    void init() { m_own.emplace(); }

    void killedAndResumed()
    {
        QVERIFY(m_own->serve(slow));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(3)));
        QVERIFY(m_own->runAndKill(3));

        const Outcome status = m_own->run(u"status"_s);
        QCOMPARE(status.exitCode, 1);
        QVERIFY2(status.out.contains("generating since"), status.out.constData());
        QVERIFY2(status.out.contains("rushes-cli resume "), status.out.constData());

        const Outcome resumed = m_own->run(u"resume"_s, {u"--json"_s});
        QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
        QCOMPARE(successful(resumed), 3);
        QCOMPARE(m_own->images().size(), 3);
        QCOMPARE(m_own->tally().accepted, 3);
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().accepted, 3);
    }

    /// The list of results may be all that is left of the predictions' ids.
    void anEmptyLedgerLeavesTheManifestAlone()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        const QJsonObject manifest = m_own->manifest();
        QCOMPARE(manifest["successful"_L1].toInt(), 2);
        for (const auto &file : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(m_own->ledger() + file);

        QCOMPARE(m_own->run(u"resume"_s).exitCode, 0);
        QCOMPARE(m_own->run(u"retry"_s).exitCode, 0);
        QCOMPARE(m_own->manifest(), manifest);
        QCOMPARE(m_own->tally().accepted, 2);
    }

    void aServerThatComesBackIsWaitedFor()
    {
        QVERIFY(m_own->serve(slow));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        const auto process = m_own->start(u"run"_s, {u"--concurrency"_s, u"1"_s});
        QVERIFY(m_own->waitForGenerating(1));
        m_own->stop();
        QVERIFY(clitest::says(*process, "goes on by itself"));
        QVERIFY(m_own->serve());
        const Outcome outcome = clitest::outcomeOf(*process);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(m_own->tally().doubleCharges, 0);
        QCOMPARE(m_own->images().size(), 2);
    }

    void interruptedItSaysHowToGoOn()
    {
        QVERIFY(m_own->serve(slow));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(3)));
        const auto process = m_own->start(u"run"_s, {u"--concurrency"_s, u"1"_s});
        QVERIFY(m_own->waitForGenerating(1));
        for (int i = 0; i < 2; ++i) {
            ::kill(static_cast<pid_t>(process->processId()), SIGINT);
            QVERIFY(clitest::says(*process, "rushes-cli resume "));
        }
        const Outcome outcome = clitest::outcomeOf(*process);
        QCOMPARE(outcome.exitCode, 130);
        QVERIFY(m_own->serve());
        QVERIFY2(outcome.out.contains("rushes-cli resume "), outcome.out.constData());
        QCOMPARE(m_own->run(u"resume"_s).exitCode, 0);
        QCOMPARE(m_own->images().size(), 1);
        QCOMPARE(m_own->tally().accepted, 1);
    }

    void aFileWithMistakesHoldsBackNoResult()
    {
        QVERIFY(m_own->serve(slow));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QVERIFY(m_own->runAndKill(1));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1) + "  - {name: B, type: image}\n"));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 2);
        QCOMPARE(m_own->run(u"resume"_s).exitCode, 0);
        QCOMPARE(m_own->images().size(), 1);
    }

    void resumeSubmitsNothing()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        const Outcome nothing = m_own->run(u"resume"_s);
        QCOMPARE(nothing.exitCode, 0);
        QVERIFY(nothing.err.contains("Nothing waits"));
        QCOMPARE(m_own->tally().accepted, 0);
    }

    void aResumedGenerationThatFailsIsNotMadeAnew()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) {
            slow(options);
            options.faults.generationFails = 1;
        }));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QVERIFY(m_own->runAndKill(1));
        QCOMPARE(m_own->run(u"resume"_s).exitCode, 1);
        QCOMPARE(m_own->tally().accepted, 1);
        // It costs nothing and waits for nothing.
        QCOMPARE(m_own->run(u"resume"_s).exitCode, 0);
        QCOMPARE(m_own->statusOf(u"Picture 1"_s).value("status"_L1).toString(), u"failed"_s);
    }

    void whatLeftTheFileIsFetchedAllTheSame()
    {
        QVERIFY(m_own->serve(slow));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QVERIFY(m_own->runAndKill(1));

        // Its file name is now another job's.
        QByteArray other = clitest::imageBatch(1);
        other.replace("name: Picture 1", "name: Picture, 1");
        other.replace("prompt: Picture 1", "prompt: something else");
        QVERIFY(m_own->writeBatch(other));
        const Outcome outcome = m_own->run(u"run"_s, {u"--json"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("No longer in the batch"), outcome.err.constData());
        QCOMPARE(successful(outcome), 2);
        QCOMPARE(m_own->images(), (QStringList{u"picture_1.png"_s, u"picture_1_2.png"_s}));
        QCOMPARE(m_own->tally().accepted, 2);
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().accepted, 2);
    }

    void aDisabledJobThatWasPaidForIsFetched()
    {
        QVERIFY(m_own->serve(slow));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QVERIFY(m_own->runAndKill(1));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1) + "    enabled: false\n"));
        const Outcome outcome = m_own->run(u"run"_s, {u"--json"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(successful(outcome), 1);
        QCOMPARE(m_own->tally().accepted, 1);
    }

    void changedAfterItWasSubmitted()
    {
        QVERIFY(m_own->serve(slow));
        QByteArray batch = clitest::imageBatch(1);
        QVERIFY(m_own->writeBatch(batch));
        QVERIFY(m_own->runAndKill(1));
        batch.replace("prompt: Picture 1", "prompt: another one");
        QVERIFY(m_own->writeBatch(batch));

        // Both what was paid for and what the file asks for now.
        const Outcome outcome = m_own->run(u"run"_s);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(m_own->tally().accepted, 2);
        QCOMPARE(m_own->images().size(), 2);
        QCOMPARE(m_own->run(u"status"_s).exitCode, 0);
    }

    void theOwnSandboxRemembersToo()
    {
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        const QStringList where{m_own->file(), u"--sandbox"_s, u"--output-dir"_s, m_own->results()};
        const auto process =
            clitest::start(QStringList{u"run"_s, u"--sandbox-speed"_s, u"3"_s} + where);
        const auto isGenerating = [&where] {
            return clitest::run(QStringList(u"status"_s) + where).out.contains("generating since");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isGenerating(), 60'000);
        process->kill();
        QVERIFY(process->waitForFinished());

        const Outcome resumed =
            clitest::run(QStringList{u"resume"_s, u"--sandbox-speed"_s, u"60"_s} + where);
        QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
        QCOMPARE(m_own->images().size(), 1);
        QCOMPARE(clitest::run(QStringList(u"status"_s) + where).exitCode, 0);
        // Elsewhere nothing was ever made.
        QVERIFY(m_own->serve());
        QCOMPARE(m_own->run(u"status"_s).exitCode, 1);
    }
};

QTEST_MAIN(TestResume)
#include "test_resume.moc"
