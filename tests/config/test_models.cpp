// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "config/keylines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::MediaType;
using batchtext::read;
using config::Format;

namespace {

const char *const source = "# House models\n"
                           "models:\n"
                           "  # ours\n"
                           "  my/model: {type: video, price_per_second: 0.05}\n"
                           "  my/still:\n"
                           "    type: image\n"
                           "    price_per_image: 0.020 # until May\n"
                           "    name: 棚拍\n"
                           "    price_by_resolution: {4K: 0.1, 1080p: 0.03}\n"
                           "    note: kept\n"
                           "jobs:\n"
                           "  - name: Clip\n"
                           "    type: video\n"
                           "    model: my/model\n"
                           "    prompt: p\n"
                           "    aspect_ratio: 9:16\n"
                           "    image: ./first.png\n"
                           "    seed: -1\n"
                           "    negative_prompt: no text\n"
                           "    params:\n"
                           "      camera: still\n"
                           "  - name: Still\n"
                           "    type: image\n"
                           "    model: my/still\n"
                           "    prompt: p\n"
                           "    seed: 7 # lucky\n";

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private slots:
    void pricesOfModels();
    void commonNames();
    void unchangedKeepsItsBytes();
    void anEditChangesItsLines();
    void mistakes_data();
    void mistakes();
    void inJson();
    void linesOfKeys();
};

void TestModels::pricesOfModels()
{
    const config::BatchFile file = read(source);
    const auto &models = file.batch.settings.models;
    QCOMPARE(models.size(), 2);
    const batch::ModelOverride video = models.value(u"my/model"_s);
    QCOMPARE(video.type, MediaType::Video);
    QCOMPARE(video.pricePerSecond, Cost::fromUsd(0.05));
    QVERIFY(!video.pricePerImage && !video.name);
    const batch::ModelOverride still = models.value(u"my/still"_s);
    QCOMPARE(still.type, MediaType::Image);
    QCOMPARE(still.name, u"棚拍"_s);
    QCOMPARE(still.pricePerImage, Cost::fromUsd(0.02));
    QCOMPARE(still.priceByResolution.value(u"4K"_s), Cost::fromUsd(0.1));
    QCOMPARE(still.priceByResolution.value(u"1080p"_s), Cost::fromUsd(0.03));
    // What isn't known is said, and kept.
    QCOMPARE(still.extra.value("note"_L1).toString(), u"kept"_s);
    QCOMPARE(file.warnings.size(), 1);
    QCOMPARE(file.warnings.first().line, 10);
    QCOMPARE(file.warnings.first().key, u"models.my/still.note"_s);
}

void TestModels::commonNames()
{
    const batch::Job job = read(source).batch.jobs.first();
    QCOMPARE(job.aspectRatio, u"9:16"_s);
    QCOMPARE(job.image, u"./first.png"_s);
    QCOMPARE(job.picture(), u"./first.png"_s);
    QCOMPARE(job.seed, -1);
    QCOMPARE(job.negativePrompt, u"no text"_s);
    QVERIFY(job.extra.isEmpty());
    const batch::Job large =
        read("jobs: [{name: a, type: image, model: m, prompt: p, seed: 9007199254740993}]")
            .batch.jobs.first();
    QCOMPARE(large.seed, 9007199254740993);
}

void TestModels::unchangedKeepsItsBytes()
{
    for (const QByteArray &text :
         {QByteArray(source), QByteArray(source).replace("\n", "\r\n"),
          QByteArray("models: {}\njobs: []\n"), QByteArray("models:\njobs: []\n"),
          QByteArray("models: # none yet\n  # m: {}\njobs: []\n")}) {
        const config::BatchFile file = read(text);
        QCOMPARE(batchtext::written(file.batch, Format::Yaml, &file), text);
    }
}

void TestModels::anEditChangesItsLines()
{
    const config::BatchFile file = read(source);
    batch::Batch batch = file.batch;
    batch.jobs[0].aspectRatio = u"1:1"_s;
    batch.jobs[0].seed = 12;
    batch.jobs[1].negativePrompt = u"people"_s;
    QByteArray expected = source;
    // In quotes, for readers who take 1:1 for a number of base 60.
    expected.replace("aspect_ratio: 9:16", "aspect_ratio: \"1:1\"").replace("seed: -1", "seed: 12");
    expected.append("    negative_prompt: people\n");
    const QByteArray written = batchtext::written(batch, Format::Yaml, &file);
    QCOMPARE(QString::fromUtf8(written), QString::fromUtf8(expected));
    QVERIFY(batchtext::sameBatch(read(written).batch, batch));

    batch = file.batch;
    batch.settings.models[u"my/model"_s].pricePerSecond = Cost::fromUsd(0.06);
    const QByteArray dearer = batchtext::written(batch, Format::Yaml, &file);
    QVERIFY(batchtext::sameBatch(read(dearer).batch, batch));
    QVERIFY2(dearer.startsWith("# House models\n"), dearer.constData());
    QVERIFY2(dearer.contains("    negative_prompt: no text\n"), dearer.constData());
}

void TestModels::mistakes_data()
{
    QTest::addColumn<QByteArray>("models");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *models, const char *message) {
        QTest::newRow(name) << QByteArray(models) << QString::fromUtf8(message);
    };
    row("a list", "[my/model]", "f.yaml:1:9: models: Expected models by their ids");
    row("a price alone", "{m: 0.05}", "f.yaml:1:13: models.m: Expected models by their ids");
    row("no kind", "{m: {type: audio}}", "models.m.type: Expected image or video");
    row("no price", "{m: {price_per_second: cheap}}", "models.m.price_per_second: Expected");
    row("less than nothing", "{m: {price_per_image: -1}}", "models.m.price_per_image: Expected");
    row("beyond all prices", "{m: {price_per_second: 100000.01}}",
        "models.m.price_per_second: Expected an amount of at most 100000 US dollars, but found");
    row("one beyond", "{m: {price_by_resolution: {4k: 999999999999}}}",
        "models.m.price_by_resolution.4k: Expected an amount of at most 100000 US dollars");
    row("no prices", "{m: {price_by_resolution: 3}}", "models.m.price_by_resolution: Expected");
    row("one of them none", "{m: {price_by_resolution: {4k: x}}}",
        "models.m.price_by_resolution.4k: Expected");
    row("twice", "{m: {type: image}, m: {type: video}}", "models.m: m stands twice");
}

void TestModels::mistakes()
{
    QFETCH(QByteArray, models);
    QFETCH(QString, message);
    const auto file =
        config::readBatch("models: " + models + "\njobs: []\n", Format::Yaml, u"f.yaml"_s);
    QVERIFY(!file);
    QCOMPARE(file.error().size(), 1);
    QVERIFY2(file.error().first().toText().contains(message),
             qPrintable(file.error().first().toText()));
}

void TestModels::inJson()
{
    const QByteArray text = R"({"models": {"my/model": {"type": "video", "price_per_second": 0.05}},
 "jobs": [{"name": "a", "type": "video", "model": "my/model", "prompt": "p",
           "aspect_ratio": "9:16", "seed": 3}]})";
    const config::BatchFile file = read(text, Format::Json);
    QCOMPARE(file.batch.settings.models.value(u"my/model"_s).pricePerSecond, Cost::fromUsd(0.05));
    const QByteArray clean = batchtext::written(file.batch, Format::Json);
    QVERIFY(batchtext::sameBatch(read(clean, Format::Json).batch, file.batch));
    const QByteArray yaml = batchtext::written(file.batch, Format::Yaml);
    QVERIFY(batchtext::sameBatch(read(yaml).batch, file.batch));
}

void TestModels::linesOfKeys()
{
    const config::BatchFile file = read(source);
    const config::KeyLines lines(file);
    QCOMPARE(lines.lineOf(0, u"name"_s), 12);
    QCOMPARE(lines.lineOf(0, u"seed"_s), 18);
    QCOMPARE(lines.lineOf(0, u"params.camera"_s), 21);
    QCOMPARE(lines.lineOf(0, u"params.zoom"_s), 20); // where it would be
    QCOMPARE(lines.lineOf(0, u"duration"_s), 12);    // the job
    QCOMPARE(lines.lineOf(1, u"seed"_s), 26);
    QCOMPARE(lines.lineOf(2, u"seed"_s), 0);

    // A job that can't be read stands between the others.
    const auto broken = config::readBatch("jobs:\n"
                                          "- {name: a, type: image, model: m, prompt: p}\n"
                                          "- {name: b}\n"
                                          "- name: c\n"
                                          "  type: image\n"
                                          "  model: m\n"
                                          "  prompt: p\n",
                                          Format::Yaml, u"f.yaml"_s);
    QVERIFY(broken.has_value());
    QCOMPARE(broken->batch.jobs.size(), 2);
    QCOMPARE(config::KeyLines(*broken).lineOf(1, u"prompt"_s), 7);
}

QTEST_GUILESS_MAIN(TestModels)

#include "test_models.moc"
