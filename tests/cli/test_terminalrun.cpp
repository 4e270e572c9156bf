// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "cli/work/terminalrun.h"
#include "store/submission.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;
using cli::RunOutcome;
using engine::PauseReason;

namespace {

/// An address where nobody listens.
QUrl deadServer()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1/api/v1"_s.arg(server.serverPort()));
}

} // namespace

/// How a run in the terminal answers to what happens to it.
class TestTerminalRun : public QObject
{
    Q_OBJECT

    std::optional<clitest::PrivateHome> m_home;
    std::optional<QTemporaryDir> m_folder;

    engine::RunRequest request() const
    {
        engine::RunRequest request;
        batch::Job job;
        job.name = u"Picture 1"_s;
        job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
        job.prompt = u"a picture"_s;
        request.jobs = {job};
        request.batch = u"/a/batch.yaml"_s;
        request.connection.baseUrl = deadServer();
        request.connection.key = atlas::ApiKey("a-key");
        request.server = store::serverName(request.connection.baseUrl);
        request.outputDir = m_folder->filePath(u"results"_s);
        request.catalog = catalog::Catalog::builtIn();
        request.timeScale = 60;
        return request;
    }

private slots:
    void init()
    {
        m_home.emplace();
        m_folder.emplace();
    }

    void aServerThatWasNeverReachedIsGivenUp_data()
    {
        QTest::addColumn<bool>("checkBalance");
        QTest::newRow("asks for the balance first") << true;
        QTest::newRow("submits at once") << false;
    }

    void aServerThatWasNeverReachedIsGivenUp()
    {
        QFETCH(const bool, checkBalance);
        engine::RunRequest dead = request();
        dead.checkBalance = checkBalance;
        cli::TerminalRun run(dead, {});
        run.setNetworkPatience(std::chrono::seconds(1));
        const RunOutcome outcome = run.exec();
        QCOMPARE(outcome.stoppedBy, PauseReason::Network);
        QVERIFY(!outcome.stopMessage.isEmpty());
        QCOMPARE(outcome.exitCode(), 1);
        // Nothing went out, so nothing is held.
        QCOMPARE(outcome.manifest.count(JobState::Cancelled), 1);
    }

    void whatWasPaidForStaysToBeFetched()
    {
        engine::RunRequest taken = request();
        batch::JobResult earlier;
        earlier.job = taken.jobs.constFirst().id;
        earlier.name = u"Picture 1"_s;
        earlier.model = taken.jobs.constFirst().model;
        earlier.state = JobState::Generating;
        earlier.submission = u"one"_s;
        earlier.predictionId = u"prediction"_s;
        earlier.submittedAt = QDateTime::currentDateTimeUtc();
        taken.earlier = {earlier};
        cli::TerminalRun run(taken, {});
        run.setNetworkPatience(std::chrono::seconds(1));
        const RunOutcome outcome = run.exec();
        QCOMPARE(outcome.stoppedBy, PauseReason::Network);
        QCOMPARE(outcome.manifest.results.constFirst().state, JobState::Generating);
        QCOMPARE(outcome.manifest.results.constFirst().predictionId, u"prediction"_s);
    }
};

QTEST_GUILESS_MAIN(TestTerminalRun)
#include "test_terminalrun.moc"
