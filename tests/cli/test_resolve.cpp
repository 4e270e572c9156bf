// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ownserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::OwnServer;

/// Submissions that nobody knows the fate of: held, shown, and decided on by a person.
class TestResolve : public QObject
{
    Q_OBJECT

    std::optional<OwnServer> m_own;

    /// Every reply is lost on its way, though the server accepts everything.
    bool hold(int jobs)
    {
        const auto loseReplies = [](sandbox::Options &options) { options.faults.resetAfter = 1; };
        if (!m_own->serve(loseReplies) || !m_own->writeBatch(clitest::imageBatch(jobs)))
            return false;
        return m_own->run(u"run"_s).exitCode == 1 && m_own->serve();
    }
    QString submissionOf(const QString &job)
    {
        return m_own->statusOf(job).value("submission"_L1).toString();
    }

private slots:
    void init() { m_own.emplace(); }

    void itIsHeldAndNeverSentByItself()
    {
        QVERIFY(hold(2));
        const int before = m_own->tally().accepted;
        QCOMPARE(before, 2);
        for (const QString &command : {u"run"_s, u"resume"_s, u"retry"_s}) {
            const Outcome outcome = m_own->run(command);
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.out.contains("Picture 2 -- submitted "), outcome.out.constData());
            QVERIFY2(outcome.out.contains("rushes-cli resolve "), outcome.out.constData());
        }
        QCOMPARE(m_own->run(u"run"_s, {u"--again"_s}).exitCode, 1);
        QCOMPARE(m_own->tally().accepted, before);
    }

    void theOthersGoOn()
    {
        QVERIFY(hold(1));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(3)));
        const Outcome outcome = m_own->run(u"run"_s, {u"--json"_s});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.json().value("successful"_L1).toInt(), 2);
        QCOMPARE(outcome.json().value("unresolved"_L1).toInt(), 1);
        const QJsonArray held = outcome.json().value("summary"_L1)["held"_L1].toArray();
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.at(0)["name"_L1].toString(), u"Picture 1"_s);
        QCOMPARE(m_own->manifest().value("unresolved"_L1).toInt(), 1);
    }

    void statusShowsTimeAndRequest()
    {
        QVERIFY(hold(1));
        const QJsonObject job = m_own->statusOf(u"Picture 1"_s);
        QCOMPARE(job.value("status"_L1).toString(), u"unresolved"_s);
        QCOMPARE(job.value("request"_L1)["prompt"_L1].toString(), u"Picture 1"_s);
        QCOMPARE(job.value("committed"_L1).toDouble(), 0.04);
        const auto at =
            QDateTime::fromString(job.value("submitted_at"_L1).toString(), Qt::ISODateWithMs);
        QVERIFY(at.isValid());
        const Outcome text = m_own->run(u"status"_s);
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.out.contains("flux-2-pro"), text.out.constData());
        QVERIFY2(text.out.contains(at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s).toUtf8()),
                 text.out.constData());
    }

    void submitAgainSendsExactlyOne()
    {
        QVERIFY(hold(2));
        const int before = m_own->tally().submissions;
        const Outcome again =
            m_own->run(u"resolve"_s, {u"Picture 2"_s, u"--submit-again"_s, u"--json"_s});
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.json().value("successful"_L1).toInt(), 1);
        QCOMPARE(m_own->tally().submissions - before, 1);
        QCOMPARE(m_own->statusOf(u"Picture 1"_s).value("status"_L1).toString(), u"unresolved"_s);
        QCOMPARE(m_own->statusOf(u"Picture 2"_s).value("status"_L1).toString(), u"success"_s);

        // It may have been charged twice, and counts so.
        const QJsonObject status = m_own->run(u"status"_s, {u"--json"_s}).json();
        QCOMPARE(status.value("spent"_L1).toDouble(), 0.04);
        QCOMPARE(status.value("committed"_L1).toDouble(), 0.08);

        QCOMPARE(m_own->run(u"resolve"_s, {u"Picture 1"_s, u"--submit-again"_s}).exitCode, 0);
        QCOMPARE(m_own->tally().submissions - before, 2);
    }

    void forgottenItIsMadeByTheNextRun()
    {
        QVERIFY(hold(1));
        const int before = m_own->tally().submissions;
        const Outcome forgotten = m_own->run(u"resolve"_s, {u"Picture 1"_s, u"--forget"_s});
        QCOMPARE(forgotten.exitCode, 0);
        QCOMPARE(m_own->tally().submissions, before);
        const QJsonObject status = m_own->run(u"status"_s, {u"--json"_s}).json();
        QCOMPARE(status.value("unresolved"_L1).toInt(), 0);
        QCOMPARE(status.value("committed"_L1).toDouble(-1), 0.0);

        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().submissions - before, 1);
    }

    void whatWasPaidForIsGivenUp()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.speed = 3; }));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        QVERIFY(m_own->runAndKill(2));

        const QStringList job{u"Picture 1"_s};
        const Outcome again = m_own->run(u"resolve"_s, job + QStringList{u"--submit-again"_s});
        QCOMPARE(again.exitCode, 2);
        QVERIFY2(again.err.contains("forget it first, then run"), again.err.constData());
        QVERIFY2(again.err.contains("rushes-cli resume "), again.err.constData());
        QCOMPARE(m_own->tally().accepted, 2);

        const Outcome forgotten = m_own->run(u"resolve"_s, job + QStringList{u"--forget"_s});
        QCOMPARE(forgotten.exitCode, 0);
        QVERIFY2(forgotten.out.contains("was paid for and will not be fetched any more. USD0.04"),
                 forgotten.out.constData());
        QCOMPARE(m_own->run(u"resolve"_s, job + QStringList{u"--forget"_s}).exitCode, 2);
        const QJsonObject status = m_own->run(u"status"_s, {u"--json"_s}).json();
        QCOMPARE(status.value("spent"_L1).toDouble(), 0.04);
        QCOMPARE(status.value("committed"_L1).toDouble(), 0.04);
        QCOMPARE(m_own->statusOf(job.first()).value("status"_L1).toString(), u"draft"_s);

        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().accepted, 3);
        QCOMPARE(m_own->images().size(), 2);
        QCOMPARE(m_own->run(u"status"_s, {u"--json"_s}).json().value("spent"_L1).toDouble(), 0.12);
    }

    void whatLeftTheFileCanBeDecidedOnToo_data()
    {
        QTest::addColumn<QString>("decision");
        QTest::addColumn<int>("sent");
        QTest::newRow("again") << u"--submit-again"_s << 1;
        QTest::newRow("forget") << u"--forget"_s << 0;
    }

    void whatLeftTheFileCanBeDecidedOnToo()
    {
        QFETCH(const QString, decision);
        QVERIFY(hold(1));
        const int before = m_own->tally().submissions;
        QByteArray other = clitest::imageBatch(1);
        other.replace("Picture 1", "Another one");
        QVERIFY(m_own->writeBatch(other));
        const QJsonObject orphan = m_own->statusOf(u"Picture 1"_s);
        QVERIFY(orphan.value("orphan"_L1).toBool());

        QCOMPARE(m_own->run(u"resolve"_s, {u"Picture 1"_s, decision}).exitCode, 0);
        QCOMPARE(m_own->run(u"status"_s, {u"--json"_s}).json().value("unresolved"_L1).toInt(-1), 0);
        const int sent = m_own->tally().submissions - before;
        QTEST(sent, "sent");
    }

    void namesThatSayTooLittle()
    {
        // Two jobs of one name; the submissions' ids tell them apart.
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.faults.resetAfter = 1; }));
        QByteArray batch = clitest::imageBatch(2);
        batch.replace("name: Picture 2", "name: Picture 1");
        QVERIFY(m_own->writeBatch(batch));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 1);
        QVERIFY(m_own->serve());
        const Outcome unclear = m_own->run(u"resolve"_s, {u"Picture 1"_s, u"--forget"_s});
        QCOMPARE(unclear.exitCode, 2);
        const QString id = submissionOf(u"Picture 1"_s);
        QVERIFY2(unclear.err.contains(id.toUtf8()), unclear.err.constData());
        QCOMPARE(m_own->run(u"resolve"_s, {id, u"--forget"_s}).exitCode, 0);
        // Now the name is enough.
        QCOMPARE(m_own->run(u"resolve"_s, {u"Picture 1"_s, u"--forget"_s}).exitCode, 0);
    }

    void whatIsNotHeldIsLeftAlone_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("done") << QStringList{u"Picture 1"_s, u"--submit-again"_s};
        QTest::newRow("done, forget") << QStringList{u"Picture 1"_s, u"--forget"_s};
        QTest::newRow("no such job") << QStringList{u"Picture 9"_s, u"--forget"_s};
        QTest::newRow("no decision") << QStringList{u"Picture 1"_s};
        QTest::newRow("both") << QStringList{u"Picture 1"_s, u"--forget"_s, u"--submit-again"_s};
    }

    void whatIsNotHeldIsLeftAlone()
    {
        QFETCH(const QStringList, arguments);
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        const Outcome outcome = m_own->run(u"resolve"_s, arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.err.isEmpty());
        QCOMPARE(m_own->tally().submissions, 1);
        QCOMPARE(m_own->run(u"status"_s).exitCode, 0);
    }
};

QTEST_MAIN(TestResolve)
#include "test_resolve.moc"
