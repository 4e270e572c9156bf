// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/cache.h"
#include "catalog/onemodel.h"
#include "cli/ownserver.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::OwnServer;

namespace {

// Veo makes no video of that length.
const QByteArray tooLong = "  - name: Trailer\n"
                           "    type: video\n"
                           "    model: google/veo3.1/text-to-video\n"
                           "    prompt: x\n"
                           "    duration: 20\n";

QJsonArray leftOut(const Outcome &outcome)
{
    return outcome.json().value("summary"_L1)["left_out"_L1].toArray();
}

} // namespace

/// Jobs that only their models would refuse: left out and told, before they cost anything.
class TestLeftOut : public QObject
{
    Q_OBJECT

    std::optional<OwnServer> m_own;

private slots:
    void init()
    {
        m_own.emplace();
        QVERIFY(m_own->serve());
    }

    void theOthersAreMade()
    {
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2) + tooLong));
        const Outcome run = m_own->run(u"run"_s, {u"--json"_s});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(m_own->tally().submissions, 2);
        QCOMPARE(m_own->images(), (QStringList{u"picture_1.png"_s, u"picture_2.png"_s}));
        QVERIFY2(run.err.contains("batch.yaml:18"), run.err.constData());
        QVERIFY2(run.err.contains("“Trailer” is left out"), run.err.constData());

        QCOMPARE(leftOut(run).size(), 1);
        const QJsonObject job = leftOut(run).first().toObject();
        QCOMPARE(job.value("name"_L1).toString(), u"Trailer"_s);
        QCOMPARE(job.value("model"_L1).toString(), u"google/veo3.1/text-to-video"_s);
        QCOMPARE(job.value("line"_L1).toInt(), 14);
        QVERIFY(job.value("reasons"_L1)[0].toString().contains(u'8'));
        QCOMPARE(run.json().value("total_jobs"_L1).toInt(), 2);
        QCOMPARE(run.json().value("summary"_L1)["exit_code"_L1].toInt(), 1);
        QCOMPARE(m_own->manifest().value("successful"_L1).toInt(), 2);
    }

    void theSummarySaysSo()
    {
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1) + tooLong));
        const Outcome run = m_own->run(u"run"_s);
        QCOMPARE(run.exitCode, 1);
        for (const char *line :
             {"Total jobs: 1", "Succeeded: 1", "Left out: 1",
              "Left out, because their models would refuse them:", "  Trailer: "})
            QVERIFY2(run.out.contains(line), run.out.constData());
    }

    void onceItIsPutRightItIsMade()
    {
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1) + tooLong));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 1);
        QByteArray right = clitest::imageBatch(1) + tooLong;
        right.replace("duration: 20", "duration: 4");
        QVERIFY(m_own->writeBatch(right));
        const Outcome run = m_own->run(u"run"_s, {u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(leftOut(run).size(), 0);
        QCOMPARE(m_own->tally().submissions, 2);
        QCOMPARE(m_own->manifest().value("successful"_L1).toInt(), 2);
    }

    void nothingElseIsThere()
    {
        QVERIFY(m_own->writeBatch("jobs:\n" + tooLong));
        const Outcome run = m_own->run(u"run"_s, {u"--json"_s});
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(m_own->tally().submissions, 0);
        QVERIFY(!run.json().value("error"_L1).toString().isEmpty());
        QCOMPARE(run.json().value("left_out"_L1)[0]["name"_L1].toString(), u"Trailer"_s);
    }

    void nothingElseIsLeftToDo()
    {
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1) + tooLong));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 2);
        QCOMPARE(m_own->tally().submissions, 1);
    }

    void aFileWithOtherErrorsStopsItAll_data()
    {
        QTest::addColumn<QByteArray>("job");
        QTest::newRow("no model") << QByteArray("  - {name: B, type: image, prompt: x}\n");
        QTest::newRow("no prompt") << QByteArray(
            "  - {name: B, type: image, model: black-forest-labs/flux-2-pro/text-to-image, "
            "prompt: ''}\n");
        QTest::newRow("no YAML") << QByteArray("  - [\n");
    }

    void aFileWithOtherErrorsStopsItAll()
    {
        QFETCH(const QByteArray, job);
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1) + tooLong + job));
        for (const QString &command : {u"run"_s, u"retry"_s, u"estimate"_s}) {
            const Outcome outcome = m_own->run(command, {u"--json"_s});
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY(!outcome.json().value("diagnostics"_L1).toArray().isEmpty());
        }
        QCOMPARE(m_own->tally().submissions, 0);
    }

    void noPromptWhereNoneIsAskedFor()
    {
        const QUrl server(u"http://127.0.0.1:9/api/v1"_s);
        QVERIFY(catalog::Cache(server)
                    .write(catalogOf(R"({"image": {}})", batch::MediaType::Image))
                    .has_value());
        QVERIFY(m_own->writeBatch("jobs: [{name: B, type: image, model: test/one, prompt: '', "
                                  "image: 'https://a.example/a.png'}]\n"));
        const Outcome outcome = clitest::run(
            {u"estimate"_s, m_own->file(), u"--json"_s, u"--base-url"_s, server.toString()});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(outcome.json().value("total_jobs"_L1).toInt(), 1);
        QCOMPARE(outcome.json().value("total_cost"_L1).toDouble(), 0.01);
    }

    void whatWasMadeStays()
    {
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        // By its file's own word the model makes videos now; what it made is there all the same.
        const QByteArray override =
            "models: {black-forest-labs/flux-2-pro/text-to-image: {type: video}}\n";
        QVERIFY(m_own->writeBatch(override + clitest::imageBatch(2)));
        QCOMPARE(m_own->run(u"validate"_s).exitCode, 2);
        const Outcome again = m_own->run(u"run"_s, {u"--json"_s});
        QVERIFY2(again.exitCode == 0, again.err.constData());
        QCOMPARE(leftOut(again).size(), 0);
        QCOMPARE(again.json().value("summary"_L1)["kept"_L1].toInt(), 2);

        // Anew it would not be.
        QCOMPARE(m_own->run(u"run"_s, {u"--again"_s}).exitCode, 2);
        QCOMPARE(m_own->tally().submissions, 2);
        QCOMPARE(m_own->images().size(), 2);
    }

    void retryLeavesOutWhatFailed()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.faults.moderated = 1; }));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2)));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 1);
        const int failed = m_own->tally().submissions;
        QVERIFY(m_own->serve());
        QByteArray batch = clitest::imageBatch(2) + tooLong;
        batch.replace("prompt: Picture 2", "prompt: x\n    params: {mood: calm}");
        QVERIFY(m_own->writeBatch(batch));

        const Outcome retried = m_own->run(u"retry"_s, {u"--json"_s});
        QCOMPARE(retried.exitCode, 1);
        QCOMPARE(m_own->images(), QStringList{u"picture_1.png"_s});
        // What was never tried is no part of a retry.
        QCOMPARE(leftOut(retried).size(), 1);
        QCOMPARE(leftOut(retried).first()["name"_L1].toString(), u"Picture 2"_s);
        QCOMPARE(m_own->run(u"retry"_s).exitCode, 2);
        QCOMPARE(failed, 2);
    }

    void whatWasPaidForIsFetched()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.speed = 1; }));
        QVERIFY(m_own->writeBatch(clitest::imageBatch(1)));
        QVERIFY(m_own->runAndKill(1));
        QByteArray batch = clitest::imageBatch(1);
        batch.replace("width: 256", "width: 256\n    params: {mood: calm}");
        QVERIFY(m_own->writeBatch(batch));
        const int before = m_own->tally().submissions;
        QCOMPARE(m_own->run(u"resume"_s).exitCode, 0);
        QCOMPARE(m_own->images().size(), 1);
        QCOMPARE(m_own->run(u"run"_s).exitCode, 2);
        QCOMPARE(m_own->tally().submissions, before);
    }

    void theEstimateIsOfTheOthers()
    {
        QVERIFY(m_own->writeBatch(clitest::imageBatch(2) + tooLong));
        const Outcome document = m_own->run(u"estimate"_s, {u"--json"_s});
        QCOMPARE(document.exitCode, 0);
        QCOMPARE(document.json().value("total_cost"_L1).toDouble(), 0.08);
        QCOMPARE(document.json().value("total_jobs"_L1).toInt(), 2);
        QCOMPARE(document.json().value("left_out"_L1)[0]["name"_L1].toString(), u"Trailer"_s);
        const Outcome text = m_own->run(u"estimate"_s);
        QVERIFY2(text.out.contains("would refuse them: Trailer"), text.out.constData());
        QVERIFY(!text.out.contains("veo"));

        QVERIFY(m_own->writeBatch("jobs:\n" + tooLong));
        QCOMPARE(m_own->run(u"estimate"_s).exitCode, 2);
    }
};

QTEST_MAIN(TestLeftOut)
#include "test_leftout.moc"
