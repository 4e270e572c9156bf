// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ownserver.h"

#include <QJsonArray>

#include <csignal>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::OwnServer;

/// Two programs on the same batch.
class TestOneAtATime : public QObject
{
    Q_OBJECT

    std::optional<OwnServer> m_own;
    std::unique_ptr<QProcess> m_first;

    /// A run that is under way, on a server that takes its time.
    bool beginFirst(double speed)
    {
        const auto pace = [speed](sandbox::Options &options) { options.speed = speed; };
        if (!m_own->serve(pace) || !m_own->writeBatch(clitest::imageBatch(2)))
            return false;
        m_first = m_own->start(u"run"_s);
        return m_first->waitForStarted() && m_own->waitForGenerating(2);
    }

private slots:
    void init() { m_own.emplace(); }
    void cleanup()
    {
        if (m_first) {
            m_first->kill();
            m_first->waitForFinished();
        }
        m_first.reset();
    }

    void theSecondSaysWhoHasIt()
    {
        QVERIFY(beginFirst(0.01));
        const QByteArray pid = QByteArray::number(m_first->processId());
        for (const QString &command : {u"run"_s, u"resume"_s, u"retry"_s}) {
            const Outcome second = m_own->run(command, {u"--json"_s});
            QCOMPARE(second.exitCode, 5);
            QVERIFY2(second.err.contains(pid), second.err.constData());
            QCOMPARE(second.json().value("running"_L1)["pid"_L1].toInteger(), m_first->processId());
        }
        QCOMPARE(m_own->run(u"resolve"_s, {u"Picture 1"_s, u"--forget"_s}).exitCode, 5);
        QCOMPARE(m_own->tally().accepted, 2);
    }

    void statusNeedsNoTurn()
    {
        QVERIFY(beginFirst(0.01));
        const Outcome status = m_own->run(u"status"_s, {u"--json"_s});
        QCOMPARE(status.exitCode, 1);
        const QJsonObject running = status.json().value("running"_L1).toObject();
        QCOMPARE(running.value("pid"_L1).toInteger(), m_first->processId());
        QCOMPARE(running.value("program"_L1).toString(), u"rushes-cli"_s);
        QVERIFY(!running.value("host"_L1).toString().isEmpty());
        QCOMPARE(m_own->statusOf(u"Picture 1"_s).value("status"_L1).toString(), u"generating"_s);
        const Outcome text = m_own->run(u"status"_s);
        QVERIFY2(text.out.contains(QByteArray::number(m_first->processId())), text.out.constData());
    }

    void waitGoesOnWhenItIsFree()
    {
        QVERIFY(beginFirst(2));
        const auto second = m_own->start(u"run"_s, {u"--wait"_s});
        QVERIFY(clitest::says(*second, QByteArray::number(m_first->processId())));
        QCOMPARE(clitest::outcomeOf(*m_first).exitCode, 0);
        const Outcome outcome = clitest::outcomeOf(*second);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(outcome.out.contains("Made before and kept: 2"), outcome.out.constData());
        QCOMPARE(m_own->tally().submissions, 2);
    }

    void watchShowsTheOthersEnd()
    {
        QVERIFY(beginFirst(2));
        const auto second = m_own->start(u"run"_s, {u"--watch"_s, u"--json"_s});
        QVERIFY(clitest::says(*second, QByteArray::number(m_first->processId())));
        const Outcome outcome = clitest::outcomeOf(*second);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(outcome.json().value("successful"_L1).toInt(), 2);
        QVERIFY(outcome.json().value("running"_L1).isNull());
        QVERIFY2(outcome.err.contains("[OK] Picture "), outcome.err.constData());
        QCOMPARE(m_own->tally().submissions, 2);
    }

    void ctrlCEndsTheWaiting_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("wait") << u"--wait"_s;
        QTest::newRow("watch") << u"--watch"_s;
    }

    void ctrlCEndsTheWaiting()
    {
        QFETCH(const QString, option);
        QVERIFY(beginFirst(0.01));
        const auto second = m_own->start(u"run"_s, {option});
        QVERIFY(clitest::says(*second, QByteArray::number(m_first->processId())));
        ::kill(static_cast<pid_t>(second->processId()), SIGINT);
        QCOMPARE(clitest::outcomeOf(*second).exitCode, 130);
        QCOMPARE(m_first->state(), QProcess::Running);
    }

    void theSameFolderCountsToo()
    {
        QVERIFY(beginFirst(0.01));
        // Another batch file, the same output folder.
        const QString other = QFileInfo(m_own->file()).path() + u"/other.yaml"_s;
        QVERIFY(clitest::writeFile(other, clitest::imageBatch(1)));
        const Outcome second =
            clitest::run({u"run"_s, other, u"--sandbox"_s, u"--output-dir"_s, m_own->results()});
        QCOMPARE(second.exitCode, 5);
    }

    void aDeadProgramHoldsNothing()
    {
        QVERIFY(beginFirst(0.01));
        m_first->kill();
        QVERIFY(m_first->waitForFinished());
        QVERIFY(m_own->serve());
        const Outcome second = m_own->run(u"run"_s);
        QVERIFY2(second.exitCode == 0, second.err.constData());
        QCOMPARE(m_own->tally().accepted, 2);
    }
};

QTEST_MAIN(TestOneAtATime)
#include "test_oneatatime.moc"
