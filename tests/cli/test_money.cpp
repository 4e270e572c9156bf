// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"
#include "cli/program.h"
#include "sandbox/sandbox.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::Variables;

namespace {

constexpr int fast = 60;

/// A sandbox of the test's own, which it can look into.
std::unique_ptr<sandbox::Sandbox> serve(const std::function<void(sandbox::Options &)> &set = {})
{
    sandbox::Options options;
    options.models = catalog::Catalog::builtIn().toSnapshot();
    options.speed = fast;
    options.keys = {"good-key-1234"};
    if (set)
        set(options);
    auto server = std::make_unique<sandbox::Sandbox>(options);
    return server->start() ? std::move(server) : nullptr;
}

const Variables goodKey{{u"ATLAS_CLOUD_API_KEY"_s, u"good-key-1234"_s}};
const Variables badKey{{u"ATLAS_CLOUD_API_KEY"_s, u"bad-key-5678"_s}};

} // namespace

/// Keys, balances, budgets, failures and interruptions: the exit codes, and what was charged.
class TestMoney : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<clitest::PrivateHome> m_home;

    QStringList arguments(const QByteArray &batch, const QUrl &server = {}, int timeScale = fast)
    {
        const QString file = m_folder.filePath(u"batch.yaml"_s);
        if (!clitest::writeFile(file, batch))
            return {};
        QStringList list{u"run"_s,          file,
                         u"--output-dir"_s, results(),
                         u"--time-scale"_s, QString::number(timeScale)};
        if (!server.isEmpty())
            list << u"--base-url"_s << server.toString();
        return list;
    }
    QString results() const { return m_folder.filePath(u"results"_s); }
    QJsonObject manifest() const { return clitest::readJson(results() + u"/manifest.json"_s); }

private slots:
    void init() { m_home.emplace(); }

    void cleanup()
    {
        QDir(results()).removeRecursively();
        QFile::remove(m_folder.filePath(u".env"_s));
    }

    void noKey()
    {
        const Outcome outcome = clitest::run(arguments(clitest::imageBatch(1)));
        QCOMPARE(outcome.exitCode, 3);
        for (const char *word : {"ATLAS_CLOUD_API_KEY", "ATLASCLOUD_API_KEY", ".env", "--sandbox"})
            QVERIFY2(outcome.err.contains(word), word);
        QVERIFY(!QFileInfo::exists(results()));
    }

    void aRefusedKey()
    {
        const auto server = serve();
        QVERIFY(server);
        const Outcome outcome =
            clitest::run(arguments(clitest::imageBatch(3), server->baseUrl()), badKey);
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(server->tally().accepted, 0);
    }

    void theKeyBesideTheBatch()
    {
        const auto server = serve();
        QVERIFY(server);
        QVERIFY(clitest::writeFile(m_folder.filePath(u".env"_s),
                                   "export ATLAS_CLOUD_API_KEY=\"good-key-1234\"\n"));
        const Outcome outcome = clitest::run(arguments(clitest::imageBatch(1), server->baseUrl()));
        QCOMPARE(outcome.exitCode, 0);
    }

    void theKeyIsShownNowhere()
    {
        const auto server = serve();
        QVERIFY(server);
        const auto process = clitest::start(
            arguments(clitest::imageBatch(2), server->baseUrl()) << u"--json"_s, goodKey);
        QVERIFY(process->waitForStarted());
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(process->processId()));
        QVERIFY(commandLine.open(QIODevice::ReadOnly));
        QVERIFY(!commandLine.readAll().contains("good-key"));
        const Outcome outcome = clitest::outcomeOf(*process);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(!outcome.out.contains("good-key"));
        QVERIFY(!outcome.err.contains("good-key"));
        QVERIFY(!QJsonDocument(manifest()).toJson().contains("good-key"));
        QCOMPARE(server->tally().keysAtDownloads, 0);
    }

    void theKeyFollowsNoStranger()
    {
        const Outcome outcome = clitest::run(
            arguments(clitest::imageBatch(1, "base_url: https://gateway.invalid/api/v1\n")),
            goodKey);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.contains("gateway.invalid"));
        QVERIFY(outcome.err.contains("--base-url"));
    }

    void anEmptyBalance()
    {
        const auto server = serve([](sandbox::Options &options) {
            options.balance = batch::Cost::fromMicros(80'000); // two pictures
        });
        QVERIFY(server);
        // Said before anything is spent.
        const QStringList command = arguments(clitest::imageBatch(4), server->baseUrl())
            << u"--json"_s;
        const Outcome refused = clitest::run(command, goodKey);
        QCOMPARE(refused.exitCode, 4);
        QCOMPARE(refused.json().value("successful"_L1).toInt(), 0);
        QCOMPARE(server->tally().submissions, 0);
        QVERIFY2(refused.err.contains("0.08"), refused.err.constData());

        const Outcome outcome =
            clitest::run(command + QStringList(u"--despite-balance"_s), goodKey);
        QCOMPARE(outcome.exitCode, 4);
        // What was paid for is fetched all the same.
        QCOMPARE(outcome.json().value("successful"_L1).toInt(), 2);
        QCOMPARE(outcome.json().value("summary"_L1).toObject().value("stopped_by"_L1).toString(),
                 u"balance"_s);
        QCOMPARE(server->tally().charged, batch::Cost::fromMicros(80'000));
    }

    void theBudgetHolds()
    {
        const auto server = serve();
        QVERIFY(server);
        const Outcome outcome = clitest::run(
            arguments(clitest::imageBatch(4, "budget: 0.13\n"), server->baseUrl()) << u"--json"_s,
            goodKey);
        QCOMPARE(outcome.exitCode, 4);
        QCOMPARE(server->tally().accepted, 3);
        QCOMPARE(outcome.json().value("total_cost"_L1).toDouble(), 0.12);
    }

    void theMonthsLimitHoldsForAllBatches()
    {
        const auto server = serve();
        QVERIFY(server);
        QVERIFY(m_home->writeSettings("[spending]\nmonthly_limit=0.13\n"));
        QCOMPARE(
            clitest::run(arguments(clitest::imageBatch(2), server->baseUrl()), goodKey).exitCode,
            0);
        // Another batch, the same month.
        const QString other = m_folder.filePath(u"other.yaml"_s);
        QVERIFY(clitest::writeFile(other, clitest::imageBatch(4)));
        const QStringList where{other, u"--base-url"_s, server->baseUrl().toString(),
                                u"--output-dir"_s, m_folder.filePath(u"others"_s)};
        const Outcome outcome = clitest::run(
            QStringList{u"run"_s, u"--json"_s, u"--time-scale"_s, u"60"_s} + where, goodKey);
        QCOMPARE(outcome.exitCode, 4);
        QCOMPARE(server->tally().accepted, 3);
        QCOMPARE(outcome.json().value("summary"_L1)["stopped_by"_L1].toString(),
                 u"monthly_limit"_s);

        const QJsonObject status =
            clitest::run(QStringList{u"status"_s, u"--json"_s} + where).json();
        QCOMPARE(status.value("this_month"_L1).toDouble(), 0.12);
        QCOMPARE(status.value("monthly_limit"_L1).toDouble(), 0.13);
        QCOMPARE(status.value("spent"_L1).toDouble(), 0.04);
    }

    void someJobFails()
    {
        const auto server = serve([](sandbox::Options &options) { options.faults.moderated = 1; });
        QVERIFY(server);
        const Outcome outcome =
            clitest::run(arguments(clitest::imageBatch(2), server->baseUrl()), goodKey);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.err.count("[FAIL] Picture "), 2);
        QVERIFY(outcome.err.contains("[ERROR]"));
        QCOMPARE(manifest().value("failed"_L1).toInt(), 2);
        QCOMPARE(manifest().value("total_cost"_L1).toDouble(-1), 0.0);
    }

    void interruptedOnceItFetchesWhatWasPaidFor_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void interruptedOnceItFetchesWhatWasPaidFor()
    {
        QFETCH(const int, signal);
        const auto server = serve([](sandbox::Options &options) { options.speed = 10; });
        QVERIFY(server);
        const auto process = clitest::start(arguments(clitest::imageBatch(4), server->baseUrl(), 10)
                                                << u"--concurrency"_s << u"1"_s,
                                            goodKey);
        QTRY_COMPARE_WITH_TIMEOUT(server->tally().accepted, 1, 30'000);
        ::kill(static_cast<pid_t>(process->processId()), signal);
        const Outcome outcome = clitest::outcomeOf(*process);
        QVERIFY2(outcome.exitCode == 130, outcome.err.constData());

        const int accepted = server->tally().accepted;
        QVERIFY(accepted < 4);
        QCOMPARE(manifest().value("successful"_L1).toInt(), accepted);
        QVERIFY(outcome.err.contains("Ctrl-C"));
    }

    void interruptedTwiceItLeavesAtOnce()
    {
        const auto server = serve([](sandbox::Options &options) { options.speed = 0.01; });
        QVERIFY(server);
        const auto process =
            clitest::start(arguments(clitest::imageBatch(2), server->baseUrl(), 1), goodKey);
        QTRY_COMPARE_WITH_TIMEOUT(server->tally().accepted, 2, 30'000);
        QByteArray err;
        const auto says = [&](const char *words) {
            process->waitForReadyRead(10);
            err += process->readAllStandardError();
            return err.contains(words);
        };
        process->setReadChannel(QProcess::StandardError);
        QTRY_VERIFY_WITH_TIMEOUT(says("Picture 1: accepted") && says("Picture 2: accepted"),
                                 30'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        QTRY_VERIFY_WITH_TIMEOUT(says("Ctrl-C"), 30'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const Outcome outcome = clitest::outcomeOf(*process);
        QCOMPARE(outcome.exitCode, 130);

        QVERIFY2(err.contains("rushes-cli resume "), err.constData());

        // Nothing came, and what may still be charged is there to be found.
        QCOMPARE(manifest().value("total_cost"_L1).toDouble(-1), 0.0);
        const QJsonArray jobs = manifest().value("results"_L1).toArray();
        QCOMPARE(jobs.size(), 2);
        for (const QJsonValue &job : jobs) {
            QCOMPARE(job["status"_L1].toString(), u"generating"_s);
            QVERIFY(!job["prediction_id"_L1].toString().isEmpty());
        }
        QCOMPARE(server->tally().accepted, 2);
    }
};

QTEST_MAIN(TestMoney)
#include "test_money.moc"
