// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using batchtext::read;
using config::Format;

/// Batches that are written without a text to follow.
class TestClean : public QObject
{
    Q_OBJECT

private slots:
    void layout();
    void emptyBatch();
    void texts_data();
    void texts();
    void values_data();
    void values();
    void longPromptsAreFolded();
    void oddFilesKeepUnknownKeysAndOrder_data();
    void oddFilesKeepUnknownKeysAndOrder();
    void unknownPollingKeysSurvive();
};

namespace {

batch::Batch batchWith(const QString &prompt)
{
    batch::Job job;
    job.name = u"a"_s;
    job.model = u"m"_s;
    job.prompt = prompt;
    return {{}, {job}};
}

} // namespace

void TestClean::layout()
{
    batch::Batch batch = batchWith(u"A quiet lake"_s);
    batch.settings.outputDir = u"out"_s;
    batch.settings.polling = batch::Polling{2, 1.5, 10};
    batch.settings.budget = batch::Cost::fromUsd(2.5);
    batch::Job clip = batch.jobs.first();
    clip.type = batch::MediaType::Video;
    clip.name = u"片頭"_s;
    clip.duration = 7.5;
    clip.resolution = u"1080p"_s;
    clip.enabled = false;
    clip.params = {{u"seed"_s, 7}, {u"images"_s, QJsonArray{u"a.png"_s}}};
    batch.jobs.append(clip);
    QCOMPARE(config::cleanText(batch, Format::Yaml),
             "output_dir: out\n"
             "polling:\n"
             "  initial: 2\n"
             "  factor: 1.5\n"
             "  max: 10\n"
             "budget: 2.50\n"
             "\n"
             "jobs:\n"
             "  - name: a\n"
             "    type: image\n"
             "    model: m\n"
             "    prompt: A quiet lake\n"
             "\n"
             "  - name: 片頭\n"
             "    type: video\n"
             "    model: m\n"
             "    prompt: A quiet lake\n"
             "    duration: 7.5\n"
             "    resolution: 1080p\n"
             "    enabled: false\n"
             "    params:\n"
             "      images:\n"
             "        - a.png\n"
             "      seed: 7\n");
}

void TestClean::emptyBatch()
{
    QCOMPARE(config::cleanText({}, Format::Yaml), "jobs: []\n");
    QCOMPARE(config::cleanText({}, Format::Json), "{\n  \"jobs\": []\n}\n");
}

void TestClean::texts_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts = {
        u""_s,           u" "_s,          u"\n"_s,       u"\n\n"_s,
        u"a\n"_s,        u"a\n\n"_s,      u"\na"_s,      u" a"_s,
        u"a "_s,         u"a\n b\n"_s,    u"a\n\nb"_s,   u"a \nb"_s,
        u"a\tb"_s,       u"\ta\nb"_s,     u"a\r\nb"_s,   u"null"_s,
        u"~"_s,          u"TRUE"_s,       u"no"_s,       u"y"_s,
        u"12"_s,         u"1e3"_s,        u"0x1F"_s,     u"1:30"_s,
        u"2026-02-28"_s, u".5"_s,         u"-"_s,        u"- a"_s,
        u"-a"_s,         u"? a"_s,        u"a: b"_s,     u"a:"_s,
        u"a #b"_s,       u"#a"_s,         u"@a"_s,       u"`a"_s,
        u"%a"_s,         u"*a"_s,         u"&a"_s,       u"!a"_s,
        u"|"_s,          u">"_s,          u"'a'"_s,      u"\"a\""_s,
        u"it's"_s,       u"[a]"_s,        u"{a}"_s,      u"a, b"_s,
        u"a\\n"_s,       u"---"_s,        u"..."_s,      u"--- a\n---\n...\n"_s,
        u"<<"_s,         u"="_s,          u"特寫:手"_s,  u"特寫: 手"_s,
        u"🎬 片頭"_s,     u"a\u2028b"_s,   u"a\u0085b"_s, u"\uFEFFa"_s,
        u"a\u0007b"_s,   u"\u00A0a"_s,    u"　全形"_s,   u"a\n#b\n  c: d\n- e\n"_s,
        u"# a\nb\n"_s,   u"tab\n\tin\n"_s};
    for (const QString &text : texts)
        QTest::addRow("%s", text.toUtf8().toPercentEncoding(" ").prepend('|').constData()) << text;
}

void TestClean::texts()
{
    QFETCH(QString, text);
    batch::Batch batch = batchWith(text);
    batch.jobs.first().name = text;
    batch.jobs.first().resolution = text;
    batch.jobs.first().extra = {{u"note"_s, text}, {text + u'x', QJsonArray{text}}};
    for (const Format format : {Format::Yaml, Format::Json}) {
        const QByteArray written = config::cleanText(batch, format);
        QVERIFY2(batchtext::sameBatch(read(written, format).batch, batch), written);
    }
}

void TestClean::values_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("large whole") << QJsonValue(qint64(9007199254740993));
    QTest::newRow("negative") << QJsonValue(-3);
    QTest::newRow("fraction") << QJsonValue(0.1);
    QTest::newRow("tiny") << QJsonValue(1e-9);
    QTest::newRow("huge") << QJsonValue(1e300);
    QTest::newRow("whole as a fraction") << QJsonValue(2.0);
    QTest::newRow("number in a text") << QJsonValue(u"7"_s);
    QTest::newRow("empty list") << QJsonValue(QJsonArray());
    QTest::newRow("empty mapping") << QJsonValue(QJsonObject());
    QTest::newRow("nested") << QJsonValue(QJsonArray{
        QJsonArray{1, QJsonArray()}, QJsonObject{{u"b"_s, QJsonObject{{u"c"_s, u"d\ne\n"_s}}}},
        QJsonObject(), u"a: b"_s});
}

void TestClean::values()
{
    QFETCH(QJsonValue, value);
    batch::Batch batch = batchWith(u"p"_s);
    batch.jobs.first().params = {{u"value"_s, value}};
    batch.settings.extra = {{u"value"_s, value}};
    for (const Format format : {Format::Yaml, Format::Json}) {
        const QByteArray written = config::cleanText(batch, format);
        QVERIFY2(batchtext::sameBatch(read(written, format).batch, batch), written);
    }
}

void TestClean::longPromptsAreFolded()
{
    const QString prompt = u"A quiet lake at dawn, mist above the water, "_s.repeated(5).trimmed();
    const QByteArray written = config::cleanText(batchWith(prompt), Format::Yaml);
    QVERIFY(written.contains("    prompt: >-\n      A quiet lake"));
    for (const QByteArray &line : written.split('\n'))
        QVERIFY(line.size() <= 100);
    QCOMPARE(read(written).batch.jobs.first().prompt, prompt);
}

void TestClean::oddFilesKeepUnknownKeysAndOrder_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("flow") << QByteArray(
        "# Head.\n{zebra: {b: 1, a: 2}, jobs: [{prompt: p, mood: calm, name: a, type: image, "
        "model: m, params: {}}], max_workers: 2}\n");
    QTest::newRow("references") << QByteArray("# Head.\nzebra: &z {b: 1, a: 2}\n"
                                              "jobs:\n  - prompt: &p p\n    mood: calm\n"
                                              "    name: a\n    type: image\n    model: m\n"
                                              "    params: {}\nmax_workers: 2\n");
    QTest::newRow("explicit keys") << QByteArray("# Head.\n? zebra\n: {b: 1, a: 2}\n"
                                                 "jobs:\n  - prompt: p\n    mood: calm\n"
                                                 "    name: a\n    type: image\n    model: m\n"
                                                 "    params: {}\nmax_workers: 2\n");
}

void TestClean::oddFilesKeepUnknownKeysAndOrder()
{
    QFETCH(QByteArray, text);
    const config::BatchFile file = read(text);
    batch::BatchSource batch = file.source;
    batch.jobs[0].job.width = 512;
    batch.settings.maxWorkers = 4;
    const QByteArray written = config::cleanText(batch, Format::Yaml, &file);
    QCOMPARE(QString::fromUtf8(written),
             u"# Head.\nzebra:\n  b: 1\n  a: 2\nmax_workers: 4\n\njobs:\n"
             "  - prompt: p\n    mood: calm\n    name: a\n    type: image\n    model: m\n"
             "    params: {}\n    width: 512\n"_s);
}

void TestClean::unknownPollingKeysSurvive()
{
    const config::BatchFile file = read("polling: {jitter: 0.1, max: 20}\njobs: []\n");
    batch::BatchSource batch = file.source;
    batch.settings.polling->max = 40;
    QCOMPARE(config::cleanText(batch, Format::Yaml, &file),
             "polling:\n  max: 40\n  initial: 5\n  factor: 1.5\n  jitter: 0.1\njobs: []\n");
}

QTEST_GUILESS_MAIN(TestClean)
#include "test_clean.moc"
