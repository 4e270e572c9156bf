// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using clitest::Outcome;

/// What the command line takes and what it says to the rest.
class TestUsage : public QObject
{
    Q_OBJECT

private slots:
    void helpIsFree()
    {
        const Outcome help = clitest::run({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        for (const char *word :
             {"run", "resume", "retry", "status", "resolve", "estimate", "validate", "models",
              "sandbox", "--sandbox", "ATLAS_CLOUD_API_KEY", "5 ", "130"})
            QVERIFY2(help.out.contains(word), word);
        QVERIFY(help.err.isEmpty());

        const Outcome runHelp = clitest::run({u"run"_s, u"--help"_s});
        QCOMPARE(runHelp.exitCode, 0);
        for (const char *word : {"--json", "--output-dir", "--concurrency", "--base-url",
                                 "--sandbox-speed", "--time-scale", "--config", "--again", "--wait",
                                 "--watch", "--despite-balance", "--new-ledger"})
            QVERIFY2(runHelp.out.contains(word), word);

        const Outcome modelsHelp = clitest::run({u"models"_s, u"--help"_s});
        QCOMPARE(modelsHelp.exitCode, 0);
        for (const char *word : {"WORDS", "--type", "--kind", "--sort", "--refresh", "--base-url",
                                 "--json", "text-to-image", "video-to-video"})
            QVERIFY2(modelsHelp.out.contains(word), word);
    }

    void versionIsOneLine()
    {
        const Outcome version = clitest::run({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.out, QByteArray("rushes-cli " RUSHES_VERSION "\n"));
    }

    void badUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString file = clitest::example(u"weekly.yaml"_s);
        const auto row = [&](const char *name, const QStringList &arguments) {
            QTest::newRow(name) << arguments;
        };
        row("nothing", {});
        row("no such command", {u"walk"_s, file});
        row("no file", {u"run"_s});
        row("no such option", {u"run"_s, file, u"--fast"_s});
        row("a key is no argument", {u"run"_s, file, u"--key"_s, u"secret"_s});
        row("two files", {u"run"_s, file, file});
        row("again, but nothing is submitted", {u"resume"_s, file, u"--again"_s});
        row("wait and watch", {u"run"_s, file, u"--sandbox"_s, u"--wait"_s, u"--watch"_s});
        row("resolve nothing", {u"resolve"_s, file, u"--forget"_s});
        row("resolve how", {u"resolve"_s, file, u"Opening"_s});
        row("resolve both ways",
            {u"resolve"_s, file, u"Opening"_s, u"--forget"_s, u"--submit-again"_s});
        row("status submits nothing", {u"status"_s, file, u"--wait"_s});
        row("sandbox and server",
            {u"run"_s, file, u"--sandbox"_s, u"--base-url"_s, u"http://127.0.0.1:1/v1"_s});
        row("speed without sandbox", {u"run"_s, file, u"--sandbox-speed"_s, u"20"_s});
        row("no speed at all", {u"run"_s, file, u"--sandbox"_s, u"--sandbox-speed"_s, u"0"_s});
        row("negative speed", {u"run"_s, file, u"--sandbox"_s, u"--sandbox-speed"_s, u"-3"_s});
        row("no number", {u"run"_s, file, u"--sandbox"_s, u"--sandbox-speed"_s, u"nan"_s});
        row("endless", {u"run"_s, file, u"--sandbox"_s, u"--time-scale"_s, u"inf"_s});
        row("no slots", {u"run"_s, file, u"--sandbox"_s, u"--concurrency"_s, u"0"_s});
        row("half a slot", {u"run"_s, file, u"--sandbox"_s, u"--concurrency"_s, u"1.5"_s});
        row("no server", {u"run"_s, file, u"--base-url"_s, u"somewhere"_s});
        row("no web server", {u"run"_s, file, u"--base-url"_s, u"ftp://127.0.0.1/v1"_s});
        row("no such dialect", {u"sandbox"_s, u"--dialect"_s, u"latin"_s});
        row("no such type", {u"models"_s, u"--type"_s, u"audio"_s});
        row("no such kind", {u"models"_s, u"--kind"_s, u"text-to-text"_s});
        row("no such order", {u"models"_s, u"--sort"_s, u"size"_s});
        row("no list there", {u"models"_s, u"--base-url"_s, u"somewhere"_s});
        row("no such port", {u"sandbox"_s, u"--port"_s, u"70000"_s});
        row("no such fault", {u"sandbox"_s, u"--fault"_s, u"flood=0.5"_s});
        row("too sure a fault", {u"sandbox"_s, u"--fault"_s, u"429=1.5"_s});
    }

    void badUsage()
    {
        QFETCH(const QStringList, arguments);
        const Outcome outcome = clitest::run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!outcome.err.trimmed().isEmpty());
    }

    void aMissingFileIsNamed()
    {
        for (const QString &command :
             {u"run"_s, u"resume"_s, u"retry"_s, u"status"_s, u"estimate"_s, u"validate"_s}) {
            const Outcome outcome = clitest::run({command, u"nowhere.yaml"_s, u"--sandbox"_s});
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY(outcome.err.contains("nowhere.yaml"));
        }
    }

    void configIsTheArticlesWord()
    {
        const QString file = clitest::example(u"weekly.yaml"_s);
        const Outcome plain = clitest::run({u"estimate"_s, file});
        const Outcome config = clitest::run({u"estimate"_s, u"--config"_s, file});
        QCOMPARE(config.exitCode, 0);
        QCOMPARE(config.out, plain.out);
    }

    void modelsAreListed()
    {
        const Outcome text = clitest::run({u"models"_s});
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains("google/veo3.1/text-to-video"));
        QVERIFY(text.out.contains("0.03"));

        const Outcome json = clitest::run({u"models"_s, u"--json"_s});
        QCOMPARE(json.exitCode, 0);
        QVERIFY(json.json().value("models"_L1).toArray().size() >= 6);
    }

    void cronNeedsNoLocale()
    {
        // What cron has: no language, no terminal. Nothing but the answer may be printed.
        const Outcome outcome =
            clitest::run({u"models"_s}, {{u"LANG"_s, u"C"_s}, {u"LC_ALL"_s, u"C"_s}});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.err, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestUsage)
#include "test_usage.moc"
