// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ownserver.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::OwnServer;

namespace {

constexpr auto chain = R"(output_dir: results
jobs:
  - name: film
    type: video
    model: bytedance/seedance-v1.5-pro/image-to-video
    prompt: The boat sets out
    image: job:still
    duration: 4
    resolution: 480p
  - name: still
    type: image
    model: black-forest-labs/flux-2-pro/text-to-image
    prompt: A red boat
    width: 256
    height: 256
)";

/// The chain with that job switched off.
QByteArray without(const QByteArray &job)
{
    return QByteArray(chain).replace("name: " + job + '\n',
                                     "name: " + job + "\n    enabled: false\n");
}

const QString stillChanged = u"“still” was changed since it was last run: run it first."_s;

QByteArray picture()
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QJsonObject resultOf(const QJsonObject &manifest, const QString &name)
{
    const QJsonArray results = manifest.value("results"_L1).toArray();
    for (const QJsonValue &each : results) {
        if (each["name"_L1].toString() == name)
            return each.toObject();
    }
    return {};
}

} // namespace

/// Videos that start from the batch's own stills, and from files.
class TestChains : public QObject
{
    Q_OBJECT

    std::optional<OwnServer> m_own;

    QString filmError() const
    {
        return resultOf(m_own->manifest(), u"film"_s).value("error"_L1).toString();
    }
    bool writeInput(const QString &name, const QByteArray &content)
    {
        return clitest::writeFile(QFileInfo(m_own->file()).absolutePath() + u'/' + name, content);
    }

private slots:
    void init() { m_own.emplace(); }

    void filmFollowsItsStill()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(chain));
        const Outcome first = m_own->run(u"run"_s);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QCOMPARE(m_own->tally().submissions, 2);
        QCOMPARE(m_own->manifest().value("successful"_L1).toInt(), 2);
        // The words are the same: nothing is made again.
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().submissions, 2);
    }

    void failedStillLeavesItsFilm()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.faults.moderated = 1; }));
        QVERIFY(m_own->writeBatch(chain));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 1);
        QCOMPARE(m_own->tally().submissions, 1);
        const QJsonObject film = resultOf(m_own->manifest(), u"film"_s);
        QCOMPARE(film.value("status"_L1).toString(), u"failed"_s);
        QCOMPARE(film.value("error"_L1).toString(),
                 u"“still” failed, so there is no picture to start from."_s);
        QCOMPARE(film.value("cost"_L1).toDouble(-1), 0.0);

        // What failed, and what was not made for that reason.
        QVERIFY(m_own->serve());
        const Outcome retry = m_own->run(u"retry"_s);
        QVERIFY2(retry.exitCode == 0, retry.err.constData());
        QCOMPARE(m_own->manifest().value("successful"_L1).toInt(), 2);
    }

    /// Whoever changed the still wants the film of the new one.
    void changedStillIsRunFirst()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(without("film")));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        // Its model would refuse the still by now: it is left out, and its old picture stays.
        QVERIFY(m_own->writeBatch(QByteArray(chain).replace("width: 256", "width: 1")));
        const Outcome refused = m_own->run(u"run"_s);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("“still” is left out"), refused.err.constData());
        QCOMPARE(filmError(), stillChanged);
        QCOMPARE(m_own->tally().submissions, 1);
        // Switched off by a person, it serves.
        QVERIFY(m_own->writeBatch(without("still")));
        const Outcome made = m_own->run(u"run"_s);
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QCOMPARE(m_own->tally().submissions, 2);
    }

    /// The film has failed; the still is another by now, and no part of a retry.
    void retryPaysForNoFilmOfAnOldStill()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(without("film")));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.faults.moderated = 1; }));
        QVERIFY(m_own->writeBatch(chain));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 1);
        QVERIFY(m_own->serve());
        const int before = m_own->tally().accepted;
        QVERIFY(m_own->writeBatch(QByteArray(chain).replace("A red boat", "A blue boat")));
        const Outcome retry = m_own->run(u"retry"_s);
        QCOMPARE(retry.exitCode, 1);
        QCOMPARE(m_own->tally().accepted, before);
        QCOMPARE(filmError(), stillChanged);
        const Outcome run = m_own->run(u"run"_s);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(m_own->tally().accepted, before + 2);
    }

    void killedBetweenTheTwo()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.speed = 3; }));
        QVERIFY(m_own->writeBatch(chain));
        QVERIFY(m_own->runAndKill(1));
        const Outcome second = m_own->run(u"run"_s);
        QVERIFY2(second.exitCode == 0, second.err.constData());
        QCOMPARE(m_own->tally().accepted, 2);
        QCOMPARE(m_own->tally().doubleCharges, 0);
    }

    /// The still is there, and the film waits for a file that the server would not take.
    void killedBeforeTheFilmIsSubmitted()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) {
            options.speed = 10;
            options.faults.uploadError = 1;
        }));
        QByteArray batch = chain;
        batch.replace("bytedance/seedance-v1.5-pro/image-to-video",
                      "bytedance/seedance-2.0/image-to-video");
        batch.replace("    duration: 4\n", "    duration: 4\n    params: {last_image: boat.png}\n");
        QVERIFY(m_own->writeBatch(batch));
        QVERIFY(writeInput(u"boat.png"_s, picture()));
        const auto process = m_own->start(u"run"_s);
        QVERIFY(m_own->waitFor(u"still"_s, u"success"_s));
        process->kill();
        QVERIFY(process->waitForFinished());
        QCOMPARE(m_own->tally().submissions, 1);

        QVERIFY(m_own->serve());
        const Outcome second = m_own->run(u"run"_s);
        QVERIFY2(second.exitCode == 0, second.err.constData());
        QCOMPARE(m_own->tally().accepted, 2);
        QCOMPARE(m_own->tally().doubleCharges, 0);
        QCOMPARE(m_own->manifest().value("successful"_L1).toInt(), 2);
        const QList<QJsonObject> films = m_own->accepted(u"The boat sets out"_s);
        QCOMPARE(films.size(), 1);
        for (const auto key : {"image"_L1, "last_image"_L1})
            QVERIFY(films.first().value(key).toString().startsWith("http://127.0.0.1:"_L1));
    }

    /// Who was killed, and changed the still since, wants the film of the new one: it waits for it.
    void changedStillIsMadeBeforeItsFilm()
    {
        QVERIFY(m_own->serve([](sandbox::Options &options) { options.speed = 3; }));
        QVERIFY(m_own->writeBatch(chain));
        QVERIFY(m_own->runAndKill(1));
        QVERIFY(m_own->writeBatch(QByteArray(chain).replace("A red boat", "A blue boat")));
        const Outcome second = m_own->run(u"run"_s);
        QVERIFY2(second.exitCode == 0, second.err.constData());
        QCOMPARE(m_own->tally().accepted, 3);
        QCOMPARE(m_own->manifest().value("successful"_L1).toInt(), 2);
        const QString still =
            resultOf(m_own->manifest(), u"still"_s).value("output_url"_L1).toString();
        const QList<QJsonObject> films = m_own->accepted(u"The boat sets out"_s);
        QCOMPARE(films.size(), 1);
        QVERIFY(!still.isEmpty());
        QCOMPARE(films.first().value("image_url"_L1).toString(), still);
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QCOMPARE(m_own->tally().accepted, 3);
    }

    /// Another name for the still is no other film.
    void renamedByHand()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(chain));
        QCOMPARE(m_own->run(u"run"_s).exitCode, 0);
        QByteArray batch = QByteArray(chain)
                               .replace("name: still", "name: the boat")
                               .replace("job:still", "job:the boat");
        QVERIFY(m_own->writeBatch(batch));
        QCOMPARE(m_own->run(u"status"_s).exitCode, 0);
        const Outcome second = m_own->run(u"run"_s, {u"--json"_s});
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.json().value("summary"_L1)["kept"_L1].toInt(), 2);
        QCOMPARE(m_own->tally().submissions, 2);

        // Nor is another name for the film; and what starts from it finds it.
        batch.replace("name: film", "name: the film");
        batch += R"(  - name: next
    type: video
    model: bytedance/seedance-v1.5-pro/image-to-video
    prompt: The boat is lost
    image: job:the film
    duration: 4
    resolution: 480p
)";
        QVERIFY(m_own->writeBatch(batch));
        const Outcome third = m_own->run(u"run"_s);
        QVERIFY2(third.exitCode == 0, third.err.constData());
        QCOMPARE(m_own->tally().submissions, 3);
    }

    void cyclesAreErrorsWithTheirLines()
    {
        QVERIFY(m_own->serve());
        QByteArray batch = chain;
        batch.replace("model: black-forest-labs/flux-2-pro/text-to-image",
                      "model: nobody/knows\n    image: job:film");
        QVERIFY(m_own->writeBatch(batch));
        for (const QString &command : {u"validate"_s, u"run"_s}) {
            const Outcome outcome = m_own->run(command);
            QCOMPARE(outcome.exitCode, 2);
            for (const char *words :
                 {"batch.yaml:7: ", "batch.yaml:13: ", "“still” waits in turn for this job",
                  "“film” waits in turn for this job"})
                QVERIFY2(outcome.err.contains(words), outcome.err.constData());
        }
        QCOMPARE(m_own->tally().submissions, 0);
    }

    void fileBesideTheBatch()
    {
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(QByteArray(chain).replace("job:still", "boat.png")));
        QVERIFY(writeInput(u"boat.png"_s, picture()));
        QCOMPARE(m_own->run(u"validate"_s).exitCode, 0);
        const Outcome first = m_own->run(u"run"_s);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QCOMPARE(m_own->tally().uploads, 1);
        // The ledger remembers it for the next program.
        QCOMPARE(m_own->run(u"run"_s, {u"--again"_s}).exitCode, 0);
        QCOMPARE(m_own->tally().uploads, 1);
        QCOMPARE(m_own->tally().accepted, 4);
    }

    void whatIsWrongHasItsLine_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("runExit");
        QTest::newRow("no such job") << "job:stil"_ba
                                     << "There is no job “stil”"_ba << 2;
        QTest::newRow("itself") << "job:film"_ba
                                << "its own result"_ba << 2;
        QTest::newRow("no such file") << "boat.png"_ba
                                      << "boat.png is not there"_ba << 1;
    }

    void whatIsWrongHasItsLine()
    {
        QFETCH(const QByteArray, address);
        QFETCH(const QByteArray, words);
        QFETCH(const int, runExit);
        QVERIFY(m_own->serve());
        QVERIFY(m_own->writeBatch(QByteArray(chain).replace("job:still", address)));
        const Outcome validated = m_own->run(u"validate"_s);
        QCOMPARE(validated.exitCode, 2);
        QVERIFY2(validated.err.contains(words), validated.err.constData());
        QVERIFY2(validated.err.contains("batch.yaml:7"), validated.err.constData());
        QCOMPARE(m_own->run(u"run"_s).exitCode, runExit);
        QCOMPARE(m_own->tally().submissions, runExit == 2 ? 0 : 1);
    }
};

QTEST_MAIN(TestChains)
#include "test_chains.moc"
