// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ownserver.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::OwnServer;

/// What the commands do where the ledger can't be used: nothing, and say so.
class TestLedgerFile : public QObject
{
    Q_OBJECT

    std::optional<OwnServer> m_own;

    bool runOnce()
    {
        return m_own->serve() && m_own->writeBatch(clitest::imageBatch(2))
            && m_own->run(u"run"_s).exitCode == 0;
    }
    bool damage() const
    {
        const QString path = m_own->ledger();
        return QFileInfo::exists(path) && clitest::writeFile(path, "this is no database at all");
    }

private slots:
    void init() { m_own.emplace(); }

    void nothingRunsOnADamagedOne_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("advised");
        QTest::newRow("run") << u"run"_s << u"rushes-cli run "_s;
        QTest::newRow("resume") << u"resume"_s << u"rushes-cli resume "_s;
        QTest::newRow("retry") << u"retry"_s << u"rushes-cli retry "_s;
        QTest::newRow("status") << u"status"_s << u"rushes-cli run "_s;
    }

    void nothingRunsOnADamagedOne()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, advised);
        QVERIFY(runOnce());
        QVERIFY(damage());
        const Outcome outcome = m_own->run(command, {u"--json"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("--new-ledger"), outcome.err.constData());
        QVERIFY2(outcome.err.contains(advised.toUtf8()), outcome.err.constData());
        QVERIFY(outcome.err.contains(m_own->ledger().toUtf8()));
        QVERIFY(!outcome.json().value("error"_L1).toString().isEmpty());
        QCOMPARE(m_own->tally().submissions, 2);
    }

    void aNewOneIsBegunWhenAskedFor()
    {
        QVERIFY(runOnce());
        QVERIFY(damage());
        const Outcome outcome = m_own->run(u"run"_s, {u"--new-ledger"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        // Where the old one is, and how much of it could be read.
        QVERIFY2(outcome.err.contains("kept as"), outcome.err.constData());
        const QDir folder = QFileInfo(m_own->ledger()).dir();
        QVERIFY(folder.entryList({u"ledger*"_s}, QDir::Files).size() >= 2);
        QCOMPARE(m_own->run(u"status"_s).exitCode, 0);
    }

    void aSoundOneIsLeftAlone()
    {
        QVERIFY(runOnce());
        const Outcome outcome = m_own->run(u"run"_s, {u"--new-ledger"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(!outcome.err.contains("kept as"));
        QCOMPARE(m_own->tally().submissions, 2);
    }

    void noPlaceForIt()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        const QString folder = QFileInfo(m_own->ledger()).path();
        QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
        QVERIFY(clitest::writeFile(folder, "a file where the folder should be"));
        const Outcome outcome = m_own->run(u"run"_s);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.err.trimmed().isEmpty());
        QCOMPARE(m_own->tally().submissions, 0);
    }
};

QTEST_MAIN(TestLedgerFile)
#include "test_ledgerfile.moc"
