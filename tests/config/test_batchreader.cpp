// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using batch::MediaType;
using batchtext::read;
using config::Format;

class TestBatchReader : public QObject
{
    Q_OBJECT

private slots:
    void weekly();
    void examples_data();
    void examples();
    void everyKey();
    void spellings_data();
    void spellings();
    void textsWithoutQuotes();
    void parameters();
    void referencesAndMergeKeys();
    void unknownKeysAreReported();
    void sameNamesAreReported();
    void emptyTextsAreSound();
    void byteOrderMarkAndCrLf();
    void emptyBatch();
    void outputFolder_data();
    void outputFolder();
    void formats();
};

void TestBatchReader::weekly()
{
    const config::BatchFile file = read(batchtext::example(u"weekly.yaml"_s));
    QVERIFY(file.warnings.isEmpty());
    QCOMPARE(file.jobLines, QList<int>({7, 17, 27}));
    QCOMPARE(file.batch.settings.outputDir, u"weekly_content"_s);
    QCOMPARE(file.batch.settings.maxWorkers, 3);
    QVERIFY(!file.batch.settings.polling && !file.batch.settings.budget);

    const batch::Job &image = file.batch.jobs.at(0);
    QCOMPARE(image.name, u"產品主視覺圖"_s);
    QCOMPARE(image.type, MediaType::Image);
    QCOMPARE(image.model, u"google/imagen4-ultra/text-to-image"_s);
    QCOMPARE(image.prompt,
             u"鋁殼無線耳機立在濕潤的黑石上， 側逆光勾出輪廓，水珠清晰，冷調影棚， "
             "極高細節，留白給標題\n"_s);
    QCOMPARE(image.width, 2048);
    QCOMPARE(image.height, 2048);
    QVERIFY(!image.duration && !image.resolution && image.enabled && image.extra.isEmpty());

    const batch::Job &video = file.batch.jobs.at(1);
    QCOMPARE(video.type, MediaType::Video);
    QCOMPARE(video.duration, 10.0);
    QCOMPARE(video.resolution, u"1080p"_s);
    QCOMPARE(file.batch.jobs.at(2).model, u"google/veo3.1/text-to-video"_s);
    QCOMPARE(file.batch.jobs.at(2).duration, 8.0);
}

void TestBatchReader::examples_data()
{
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("videos");
    QTest::newRow("weekly.yaml") << 1 << 2;
    QTest::newRow("launch.yaml") << 2 << 3;
    QTest::newRow("social-pack.yaml") << 10 << 5;
    QTest::newRow("product-catalog.yaml") << 500 << 0;
    QTest::newRow("cinema-campaign.yaml") << 5 << 5;
}

void TestBatchReader::examples()
{
    const config::BatchFile file =
        read(batchtext::example(QString::fromUtf8(QTest::currentDataTag())));
    const auto isImage = [](const batch::Job &job) { return job.type == MediaType::Image; };
    const auto images = std::count_if(file.batch.jobs.begin(), file.batch.jobs.end(), isImage);
    QTEST(int(images), "images");
    QTEST(int(file.batch.jobs.size() - images), "videos");
    QCOMPARE(batchtext::texts(file.warnings), QStringList()); // names are unique, too
}

void TestBatchReader::everyKey()
{
    const config::BatchFile file = read("output_dir: out\n"
                                        "max_workers: 5\n"
                                        "polling: {initial: 2, factor: 1.25, max: 10}\n"
                                        "base_url: http://127.0.0.1:8080/api/v1\n"
                                        "budget: 2.50\n"
                                        "jobs:\n"
                                        "  - name: Clip\n"
                                        "    enabled: false\n"
                                        "    type: video\n"
                                        "    model: m\n"
                                        "    prompt: p\n"
                                        "    duration: 7.5\n"
                                        "    resolution: 720p\n"
                                        "    image_url: ./first.png\n"
                                        "    params: {seed: 7}\n"
                                        "    max_wait: 900\n"
                                        "    max_retries: 0\n");
    QVERIFY(file.warnings.isEmpty());
    const batch::BatchSettings &settings = file.batch.settings;
    QCOMPARE(settings.maxWorkers, 5);
    QCOMPARE(*settings.polling, (batch::Polling{2, 1.25, 10}));
    QCOMPARE(settings.baseUrl, u"http://127.0.0.1:8080/api/v1"_s);
    QCOMPARE(settings.budget->toDecimal(), u"2.50"_s);
    const batch::Job &job = file.batch.jobs.first();
    QVERIFY(!job.enabled);
    QCOMPARE(job.duration, 7.5);
    QCOMPARE(job.imageUrl, u"./first.png"_s);
    QCOMPARE(job.params, QJsonObject({{u"seed"_s, 7}}));
    QCOMPARE(job.maxWait, 900.0);
    QCOMPARE(job.maxRetries, 0);
}

void TestBatchReader::spellings_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("budget");
    QTest::newRow("number") << QByteArray("budget: 3") << u"3.00"_s;
    QTest::newRow("quoted dollars") << QByteArray("budget: \"$3.00\"") << u"3.00"_s;
    QTest::newRow("plain dollars") << QByteArray("budget: $3.5") << u"3.50"_s;
    QTest::newRow("partial polling") << QByteArray("polling:\n  max: 60\nbudget: 1") << u"1.00"_s;
}

void TestBatchReader::spellings()
{
    QFETCH(QByteArray, line);
    const config::BatchFile file = read(line + "\njobs: []\n");
    QTEST(file.batch.settings.budget->toDecimal(), "budget");
    if (file.batch.settings.polling)
        QCOMPARE(*file.batch.settings.polling, (batch::Polling{5, 1.5, 60}));
}

void TestBatchReader::textsWithoutQuotes()
{
    const config::BatchFile file = read("jobs:\n"
                                        "  - {name: 2024, type: \"image\", model: 3.1, prompt: yes,"
                                        " resolution: 720, enabled: off}\n");
    const batch::Job &job = file.batch.jobs.first();
    QCOMPARE(job.name, u"2024"_s);
    QCOMPARE(job.model, u"3.1"_s);
    QCOMPARE(job.prompt, u"yes"_s);
    QCOMPARE(job.resolution, u"720"_s);
    QVERIFY(!job.enabled);
}

void TestBatchReader::parameters()
{
    const config::BatchFile file = read("jobs:\n"
                                        "  - name: a\n"
                                        "    type: image\n"
                                        "    model: m\n"
                                        "    prompt: p\n"
                                        "    params:\n"
                                        "      seed: 9007199254740993\n"
                                        "      strength: 0.5\n"
                                        "      text: \"7\"\n"
                                        "      tiled: true\n"
                                        "      mask: null\n"
                                        "      size: 1024*1024\n"
                                        "      images: [a.png, b.png]\n");
    const QJsonObject params = file.batch.jobs.first().params;
    QCOMPARE(params[u"seed"].toInteger(), 9007199254740993LL);
    QCOMPARE(params[u"strength"], QJsonValue(0.5));
    QCOMPARE(params[u"text"], QJsonValue(u"7"_s));
    QCOMPARE(params[u"tiled"], QJsonValue(true));
    QVERIFY(params[u"mask"].isNull());
    QCOMPARE(params[u"size"], QJsonValue(u"1024*1024"_s));
    QCOMPARE(params[u"images"], QJsonValue(QJsonArray{u"a.png"_s, u"b.png"_s}));
}

void TestBatchReader::referencesAndMergeKeys()
{
    const config::BatchFile file = read("base: &base {type: image, model: m, width: 512}\n"
                                        "size: &size {width: 256, height: 128}\n"
                                        "jobs:\n"
                                        "  - <<: *base\n"
                                        "    name: &n a\n"
                                        "    prompt: *n\n"
                                        "  - <<: [*size, *base]\n"
                                        "    name: b\n"
                                        "    model: own\n"
                                        "    prompt: p\n");
    const batch::Job &a = file.batch.jobs.at(0);
    QCOMPARE(a.width, 512);
    QCOMPARE(a.prompt, u"a"_s);
    QVERIFY(a.extra.isEmpty());
    const batch::Job &b = file.batch.jobs.at(1);
    QCOMPARE(b.model, u"own"_s); // a job's own keys win
    QCOMPARE(b.width, 256);      // then the first of the list
    QCOMPARE(b.height, 128);
}

void TestBatchReader::unknownKeysAreReported()
{
    const config::BatchFile file = read("max_worker: 3\n"
                                        "notes: {client: 甲}\n"
                                        "polling: {intial: 3}\n"
                                        "jobs:\n"
                                        "  - name: a\n"
                                        "    type: image\n"
                                        "    model: m\n"
                                        "    prompt: p\n"
                                        "    resolutoin: 1080p\n"
                                        "    imageUrl: x\n"
                                        "    mood: calm\n");
    QCOMPARE(batchtext::texts(file.warnings),
             QStringList(
                 {u"weekly.yaml:1:1: max_worker: max_worker is no key of a batch; did you mean "
                  "max_workers? It is kept and has no effect."_s,
                  u"weekly.yaml:2:1: notes: notes is no key of a batch. It is kept and has no "
                  "effect."_s,
                  u"weekly.yaml:3:11: polling.intial: intial is no key of polling; did you mean "
                  "initial? It is kept and has no effect."_s,
                  u"weekly.yaml:9:5: jobs[0].resolutoin (a): resolutoin is no key of a job; did "
                  "you mean resolution? It is kept and has no effect."_s,
                  u"weekly.yaml:10:5: jobs[0].imageUrl (a): imageUrl is no key of a job; did you "
                  "mean image_url? It is kept and has no effect."_s,
                  u"weekly.yaml:11:5: jobs[0].mood (a): mood is no key of a job. It is kept and "
                  "has no effect."_s}));
    QCOMPARE(file.batch.settings.extra[u"notes"].toObject()[u"client"].toString(), u"甲"_s);
    QCOMPARE(file.batch.jobs.first().extra[u"mood"].toString(), u"calm"_s);
}

void TestBatchReader::sameNamesAreReported()
{
    const config::BatchFile file = read("jobs:\n"
                                        "  - {name: a, type: image, model: m, prompt: p}\n"
                                        "  - {name: b, type: image, model: m, prompt: p}\n"
                                        "  - {name: a, type: image, model: m, prompt: p}\n");
    QCOMPARE(file.batch.jobs.size(), 3);
    QCOMPARE(file.warnings.size(), 1);
    QCOMPARE(file.warnings.first().line, 4);
    QCOMPARE(file.warnings.first().key, u"jobs[2].name"_s);
    QVERIFY(file.warnings.first().message.contains(u"line 2"_s));
}

void TestBatchReader::emptyTextsAreSound()
{
    // A job that is being written: its problems are for the table to show.
    const config::BatchFile file =
        read("jobs:\n  - {name: \"\", type: image, model: \"\", prompt: \"\"}\n");
    QCOMPARE(file.batch.jobs.size(), 1);
    QVERIFY(file.batch.jobs.first().prompt.isEmpty());
}

void TestBatchReader::byteOrderMarkAndCrLf()
{
    const QByteArray text = batchtext::example(u"weekly.yaml"_s);
    const QByteArray other = "\xEF\xBB\xBF" + QByteArray(text).replace("\n", "\r\n");
    const config::BatchFile file = read(other);
    QVERIFY(batchtext::sameBatch(file.batch, read(text).batch));
    QCOMPARE(file.jobLines, QList<int>({7, 17, 27}));
    QCOMPARE(file.text, other);

    const auto bad = config::readBatch("\xEF\xBB\xBFmax_workers: x\r\njobs: y\r\n", Format::Yaml,
                                       u"weekly.yaml"_s);
    QCOMPARE(bad.error().at(0).column, 14);
    QCOMPARE(bad.error().at(1).line, 2);
    QCOMPARE(bad.error().at(1).column, 7);
}

void TestBatchReader::emptyBatch()
{
    QVERIFY(read("jobs: []\n").batch.jobs.isEmpty());
}

void TestBatchReader::outputFolder_data()
{
    QTest::addColumn<QString>("outputDir");
    QTest::addColumn<QString>("folder");
    QTest::newRow("default") << QString() << u"/shows/a/pipeline_output"_s;
    QTest::newRow("relative") << u"weekly_content"_s << u"/shows/a/weekly_content"_s;
    QTest::newRow("up") << u"../out/"_s << u"/shows/out"_s;
    QTest::newRow("absolute") << u"/srv/out"_s << u"/srv/out"_s;
}

void TestBatchReader::outputFolder()
{
    QFETCH(QString, outputDir);
    batch::BatchSettings settings;
    if (!outputDir.isEmpty())
        settings.outputDir = outputDir;
    QTEST(config::outputDirFor(settings, u"/shows/a/weekly.yaml"_s), "folder");
}

void TestBatchReader::formats()
{
    QCOMPARE(config::formatFor(u"a.json"_s), Format::Json);
    QCOMPARE(config::formatFor(u"a.JSON"_s), Format::Json);
    QCOMPARE(config::formatFor(u"a.yaml"_s), Format::Yaml);
    QCOMPARE(config::formatFor(u"a.yml"_s), Format::Yaml);
    QCOMPARE(config::formatFor(u"json"_s), Format::Yaml);
}

QTEST_GUILESS_MAIN(TestBatchReader)
#include "test_batchreader.moc"
