// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using clitest::Outcome;

/// `estimate` and `validate`.
class TestBatchFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<clitest::PrivateHome> m_home;

    QString write(const QByteArray &text, const QString &name = u"batch.yaml"_s)
    {
        const QString path = m_folder.filePath(name);
        return clitest::writeFile(path, text) ? path : QString();
    }

private slots:
    void init() { m_home.emplace(); }

    void workedExamples_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("cost");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<int>("jobs");
        QTest::newRow("social pack") << u"social-pack.yaml"_s << 0.95 << QByteArray("0.95") << 15;
        QTest::newRow("catalogue")
            << u"product-catalog.yaml"_s << 20.0 << QByteArray("20.00") << 500;
        QTest::newRow("cinema") << u"cinema-campaign.yaml"_s << 1.5 << QByteArray("1.50") << 10;
        QTest::newRow("weekly") << u"weekly.yaml"_s << 0.52 << QByteArray("0.52") << 3;
    }

    void workedExamples()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, shown);
        const QString path = clitest::example(file);

        const Outcome text = clitest::run({u"estimate"_s, path});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.contains(shown), text.out.constData());

        const Outcome document = clitest::run({u"estimate"_s, path, u"--json"_s});
        QCOMPARE(document.exitCode, 0);
        QTEST(document.json().value("total_cost"_L1).toDouble(), "cost");
        QTEST(document.json().value("total_jobs"_L1).toInt(), "jobs");
    }

    void anUnknownModelIsAGuess()
    {
        const QString file = write("jobs:\n  - {name: A, type: image, model: some/new/model, "
                                   "prompt: x}\n");
        const Outcome text = clitest::run({u"estimate"_s, file});
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains("0.05"));
        QVERIFY(text.out.contains("guess"));
        QVERIFY(clitest::run({u"estimate"_s, file, u"--json"_s}).json().value("guess"_L1).toBool());
    }

    void whatIsAGuessIsSaid()
    {
        const QString file = write(clitest::imageBatch(1)
                                   + "  - {name: A, type: image, model: some/new/model, "
                                     "prompt: x}\n");
        const Outcome text = clitest::run({u"estimate"_s, file});
        QVERIFY2(text.out.contains("built in, as of"), text.out.constData());
        QVERIFY2(text.out.contains("a guess: "), text.out.constData());
        QVERIFY2(text.out.contains("$0.05 of it a guess"), text.out.constData());
        const QJsonObject document = clitest::run({u"estimate"_s, file, u"--json"_s}).json();
        QCOMPARE(document.value("guessed_cost"_L1).toDouble(), 0.05);
        QCOMPARE(document.value("total_cost"_L1).toDouble(), 0.09);
        QCOMPARE(document.value("left_out"_L1).toArray().size(), 0);
        for (const QJsonValue &model : document.value("models"_L1).toArray()) {
            const bool guess = model["model"_L1].toString() == "some/new/model"_L1;
            QCOMPARE(model["guess"_L1].toBool(), guess);
            QCOMPARE(model["source"_L1],
                     guess ? QJsonValue(QJsonValue::Null) : QJsonValue(u"built_in"_s));
            QCOMPARE(model["as_of"_L1].isString(), !guess);
        }
    }

    void theFilesOwnPricesWin_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<double>("cost");
        const QByteArray video = "type: video, model: my/model, prompt: x";
        QTest::newRow("a second") << QByteArray("my/model: {type: video, price_per_second: 0.05}")
                                  << video + ", duration: 6" << 0.3;
        QTest::newRow("a clip") << QByteArray("my/model: {type: video, price_per_generation: 0.4}")
                                << video + ", duration: 6" << 0.4;
        QTest::newRow("by resolution")
            << QByteArray("my/model: {type: video, price_per_second: 0.05, "
                          "price_by_resolution: {720p: 0.02}}")
            << video + ", duration: 5, resolution: 720p" << 0.1;
        QTest::newRow("an image") << QByteArray("my/model: {type: image, price_per_image: 0.02}")
                                  << QByteArray("type: image, model: my/model, prompt: x") << 0.02;
        QTest::newRow("a known model")
            << QByteArray("google/veo3.1/text-to-video: {price_per_second: 1}")
            << QByteArray("type: video, model: google/veo3.1/text-to-video, prompt: x, duration: 4")
            << 4.0;
    }

    void theFilesOwnPricesWin()
    {
        QFETCH(const QByteArray, models);
        QFETCH(const QByteArray, job);
        const QString file =
            write("models:\n  " + models + "\njobs:\n  - {name: A, " + job + "}\n");
        const QJsonObject document = clitest::run({u"estimate"_s, file, u"--json"_s}).json();
        QTEST(document.value("total_cost"_L1).toDouble(), "cost");
        QCOMPARE(document.value("guess"_L1).toBool(true), false);
        QCOMPARE(document.value("models"_L1)[0]["source"_L1].toString(), u"batch_file"_s);
        const Outcome text = clitest::run({u"estimate"_s, file});
        QVERIFY2(text.out.contains("this batch file"), text.out.constData());
    }

    void disabledJobsCostNothing()
    {
        QByteArray text = clitest::imageBatch(2);
        text += "    enabled: false\n";
        const Outcome document = clitest::run({u"estimate"_s, write(text), u"--json"_s});
        QCOMPARE(document.json().value("total_cost"_L1).toDouble(), 0.04);
    }

    void moreSlotsTakeLessTime()
    {
        const QString file = write(clitest::imageBatch(12));
        const auto time = [&](const QString &count) {
            return clitest::run({u"estimate"_s, file, u"--json"_s, u"--concurrency"_s, count})
                .json()
                .value("typical_time"_L1)
                .toDouble();
        };
        QVERIFY(time(u"12"_s) > 0);
        QVERIFY(time(u"1"_s) > 3 * time(u"6"_s));
    }

    void aSoundFileIsValid()
    {
        const Outcome outcome = clitest::run({u"validate"_s, clitest::example(u"weekly.yaml"_s)});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.err.isEmpty());
    }

    void warningsLeaveItValid()
    {
        const QString file = write("colour: red\n" + clitest::imageBatch(1));
        const Outcome outcome = clitest::run({u"validate"_s, file});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.contains("batch.yaml:1"), outcome.err.constData());
        QVERIFY(outcome.err.contains("colour"));
    }

    void everyErrorIsListed()
    {
        const QString file = write("jobs:\n"
                                   "  - name: A\n"
                                   "    type: picture\n"
                                   "    model: black-forest-labs/flux-2-pro/text-to-image\n"
                                   "    prompt: x\n"
                                   "  - name: B\n"
                                   "    type: video\n"
                                   "    model: google/veo3.1/text-to-video\n"
                                   "    prompt: x\n"
                                   "    duration: long\n"
                                   "  - name: C\n"
                                   "    type: video\n"
                                   "    model: google/veo3.1/text-to-video\n"
                                   "    prompt: x\n"
                                   "    duration: 15\n");
        const Outcome outcome = clitest::run({u"validate"_s, file});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("batch.yaml:3:"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("batch.yaml:10:"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("batch.yaml:15:"), outcome.err.constData());

        const Outcome document = clitest::run({u"validate"_s, file, u"--json"_s});
        QCOMPARE(document.exitCode, 2);
        QCOMPARE(document.json().value("valid"_L1).toBool(true), false);
        QCOMPARE(document.json().value("errors"_L1).toInt(), 3);
        const QJsonObject first =
            document.json().value("diagnostics"_L1).toArray().first().toObject();
        QCOMPARE(first.value("line"_L1).toInt(), 3);
    }

    void jobsOfIncludedFilesHaveTheirPlace()
    {
        const QString shots = write("# Shots.\n"
                                    "jobs:\n"
                                    "  - {name: Still, type: image, model: a/b, prompt: x}\n"
                                    "  - name: Film\n"
                                    "    type: video\n"
                                    "    model: a/c\n"
                                    "    prompt: x\n"
                                    "    image: job:Stil\n"
                                    "  - name: Long\n"
                                    "    type: video\n"
                                    "    model: google/veo3.1/text-to-video\n"
                                    "    prompt: x\n"
                                    "    duration: 15\n",
                                    u"shots.yaml"_s);
        const QString file = write("include: shots.yaml\n"
                                   "jobs:\n"
                                   "  - name: Own\n"
                                   "    type: image\n"
                                   "    model: a/b\n"
                                   "    prompt: x\n"
                                   "    image: job:Nobody\n");
        const Outcome outcome = clitest::run({u"validate"_s, file, u"--json"_s});
        QCOMPARE(outcome.exitCode, 2);
        QStringList places;
        for (const QJsonValue &each : outcome.json().value("diagnostics"_L1).toArray()) {
            if (each["severity"_L1] == u"error"_s) {
                places.append(u"%1:%2 %3"_s.arg(QFileInfo(each["file"_L1].toString()).fileName())
                                  .arg(each["line"_L1].toInt())
                                  .arg(each["job"_L1].toString()));
            }
        }
        QCOMPARE(
            places,
            QStringList({u"batch.yaml:7 Own"_s, u"shots.yaml:4 Film"_s, u"shots.yaml:9 Long"_s}));
        QVERIFY2(outcome.err.contains(shots.toUtf8() + ":4: "), outcome.err.constData());
    }

    void noYamlAtAll()
    {
        const Outcome outcome =
            clitest::run({u"validate"_s, write("jobs: [\n  - :\n"), u"--json"_s});
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(outcome.json().value("valid"_L1).toBool(true), false);
    }

    void estimateRefusesABrokenFile()
    {
        const QString file = write("jobs:\n  - {name: A, type: image, prompt: x}\n");
        const Outcome outcome = clitest::run({u"estimate"_s, file, u"--json"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.json().value("error"_L1).toString().isEmpty());
        QCOMPARE(outcome.json().value("diagnostics"_L1).toArray().isEmpty(), false);
    }
};

QTEST_GUILESS_MAIN(TestBatchFiles)
#include "test_batchfiles.moc"
