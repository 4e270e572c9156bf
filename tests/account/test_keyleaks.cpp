// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::Variables;

namespace {

const QByteArray secret("leaky-canary-4f1d9c");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The files in a folder and below that hold the key, as it is or encoded.
QStringList filesWithTheKey(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QByteArray content = contentOf(files.next());
        if (content.contains(secret) || content.contains(secret.toBase64())
            || content.contains(secret.toHex()))
            found += files.filePath();
    }
    return found;
}

} // namespace

/// Looks for the key in everything that a run leaves behind.
class TestKeyLeaks : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    Variables variables() const
    {
        return {{u"ATLAS_CLOUD_API_KEY"_s, QString::fromLatin1(secret)},
                {u"HOME"_s, path(u"home"_s)},
                {u"XDG_DATA_HOME"_s, path(u"home/data"_s)},
                {u"XDG_CONFIG_HOME"_s, path(u"home/config"_s)},
                {u"XDG_CACHE_HOME"_s, path(u"home/cache"_s)},
                {u"XDG_STATE_HOME"_s, path(u"home/state"_s)}};
    }

    /// The address of a sandbox process; its speed and faults.
    QString startServer(const QStringList &options)
    {
        m_server =
            clitest::start(QStringList{u"sandbox"_s, u"--log"_s, path(u"sandbox.log"_s)} + options);
        m_server->setReadChannel(QProcess::StandardOutput);
        return m_server->waitForReadyRead(30'000)
            ? QString::fromUtf8(m_server->readLine()).trimmed()
            : QString();
    }
    QStringList runArguments(const QString &server, int timeScale) const
    {
        return {u"run"_s,
                path(u"batch.yaml"_s),
                u"--json"_s,
                u"--base-url"_s,
                server,
                u"--time-scale"_s,
                QString::number(timeScale),
                u"--output-dir"_s,
                path(u"results"_s)};
    }
    bool logHas(const QByteArray &event) const
    {
        return contentOf(path(u"sandbox.log"_s)).contains("\"event\":\"" + event + '"');
    }
    void stopServer()
    {
        m_server->terminate();
        QCOMPARE(clitest::outcomeOf(*m_server).exitCode, 0);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QVERIFY(clitest::writeFile(path(u"batch.yaml"_s), clitest::imageBatch(3)));
    }
    void cleanup() { m_server.reset(); }

    void aRunShowsTheKeyNowhere_data()
    {
        QTest::addColumn<QStringList>("serverOptions");
        QTest::addColumn<QString>("logging");
        QTest::addColumn<int>("exitCode");

        QTest::newRow("all goes well") << QStringList{} << QString() << 0;
        QTest::newRow("every log of Qt's") << QStringList{} << u"*=true"_s << 0;
        QTest::newRow("jobs fail")
            << QStringList{u"--fault"_s, u"generation-fails=1"_s} << u"*=true"_s << 1;
    }

    void aRunShowsTheKeyNowhere()
    {
        QFETCH(const QStringList, serverOptions);
        QFETCH(const QString, logging);
        const QString server = startServer(serverOptions + QStringList{u"--speed"_s, u"20"_s});
        QVERIFY(!server.isEmpty());

        Variables set = variables();
        set.insert(u"QT_LOGGING_RULES"_s, logging);
        const auto process = clitest::start(runArguments(server, 20), set);
        QVERIFY(process->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(logHas("accepted"), 60'000);
        const QByteArray commandLine = contentOf(u"/proc/%1/cmdline"_s.arg(process->processId()));
        QVERIFY(commandLine.contains("--base-url"));
        QVERIFY(!commandLine.contains(secret));

        const Outcome outcome = clitest::outcomeOf(*process);
        stopServer();
        QFETCH(const int, exitCode);
        QVERIFY2(outcome.exitCode == exitCode, outcome.err.constData());

        // It was sent, and everything that is looked through is there.
        QVERIFY(contentOf(path(u"sandbox.log"_s)).contains("\"key\":true"));
        QVERIFY(!outcome.json().isEmpty());
        QVERIFY(!contentOf(path(u"results/manifest.json"_s)).isEmpty());
        QVERIFY(!contentOf(path(u"home/data/rushes/ledger.sqlite"_s)).isEmpty());

        QVERIFY(!outcome.out.contains(secret));
        QVERIFY(!outcome.err.contains(secret));
        QCOMPARE(filesWithTheKey(m_folder->path()), QStringList());
    }

    void aCrashLeavesNoMemoryBehind()
    {
        const QString server = startServer({u"--speed"_s, u"1"_s});
        QVERIFY(!server.isEmpty());

        // Where cores are allowed and land in the working folder, one would be written.
        rlimit limit{};
        ::getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_CORE, &limit);
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const auto process = clitest::start(runArguments(server, 1), variables());
        QVERIFY(process->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(logHas("accepted"), 60'000);

        const QString proc = u"/proc/%1/"_s.arg(process->processId());
        const QByteArray limits = contentOf(proc + u"limits"_s).simplified();
        QVERIFY2(limits.contains("Max core file size 0 0 bytes"), limits.constData());
        // Nor is any of its memory piped to a crash reporter.
        QCOMPARE(contentOf(proc + u"coredump_filter"_s).trimmed(), QByteArray("00000000"));

        // A signal that dumps core, and that sanitizers leave alone.
        ::kill(static_cast<pid_t>(process->processId()), SIGQUIT);
        QCOMPARE(clitest::outcomeOf(*process).exitCode, -1);
        stopServer();
        QCOMPARE(filesWithTheKey(m_folder->path()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestKeyLeaks)
#include "test_keyleaks.moc"
