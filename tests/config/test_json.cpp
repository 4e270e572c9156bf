// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using batchtext::read;
using config::Format;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void sameTreeAsYaml();
    void escapes();
    void bad_data();
    void bad();
    void editsKeepTheOrder();
    void fromYamlAndBack();
};

void TestJson::sameTreeAsYaml()
{
    const config::BatchFile yaml = read("output_dir: out\n"
                                        "budget: 2.5\n"
                                        "jobs:\n"
                                        "  - name: 片頭\n"
                                        "    type: video\n"
                                        "    model: m\n"
                                        "    prompt: p\n"
                                        "    duration: 7.5\n"
                                        "    enabled: false\n"
                                        "    params: {seed: 9007199254740993, x: [1, null, {}]}\n");
    const config::BatchFile json =
        read("\xEF\xBB\xBF{\"output_dir\": \"out\", \"budget\": 2.5, \"jobs\": [\r\n"
             "  {\"name\": \"片頭\", \"type\": \"video\", \"model\": \"m\", \"prompt\": \"p\",\r\n"
             "   \"duration\": 7.5, \"enabled\": false,\r\n"
             "   \"params\": {\"seed\": 9007199254740993, \"x\": [1, null, {}]}}]}",
             Format::Json);
    QVERIFY(batchtext::sameBatch(yaml.batch, json.batch));
    QCOMPARE(json.jobLines, QList<int>({2}));
    QVERIFY(json.warnings.isEmpty());
}

void TestJson::escapes()
{
    const config::BatchFile file =
        read(R"({"jobs": [{"name": "\u7247\ud83c\udfac", "type": "image", "model": "a\/b\\",
                 "prompt": "\"\b\f\n\r\t\u0041\""}]})",
             Format::Json);
    const batch::Job &job = file.batch.jobs.first();
    QCOMPARE(job.name, u"片🎬"_s);
    QCOMPARE(job.model, u"a/b\\"_s);
    QCOMPARE(job.prompt, u"\"\b\f\n\r\tA\""_s);
}

void TestJson::bad_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *name, const QByteArray &text, int line, int column,
                        const QString &contains) {
        QTest::newRow(name) << text << line << column << contains;
    };
    row("empty", " \n", 0, 0, u"empty"_s);
    row("a list", "[]", 1, 1, u"found a list"_s);
    row("comma before }", "{\n  \"jobs\": [],\n}\n", 2, 13, u"comma"_s);
    row("comma before ]", "{\"jobs\": [\n  {\"name\": \"圖\"},\n]}", 2, 16, u"comma"_s);
    row("comment", "{\n  // no\n  \"jobs\": []}", 2, 3, u"no valid JSON"_s);
    row("YAML", "jobs: []\n", 1, 1, u"no valid JSON"_s);
    row("word", "{\"jobs\": [],\n \"a\": x}", 2, 7, u"no valid JSON"_s);
    row("no colon", "{\"jobs\" []}", 1, 9, u"no valid JSON"_s);
    row("cut off", "{\"jobs\": [", 1, 11, u"no valid JSON"_s);
    row("behind the end", "{\"jobs\": []}\n{}", 2, 1, u"no valid JSON"_s);
    row("no jobs", "{}", 0, 0, u"jobs is missing"_s);
    row("jobs is null", "{\"jobs\": null}", 1, 10, u"found nothing"_s);
    row("jobs twice", "{\"jobs\": [],\n \"jobs\": []}", 2, 2, u"first on line 1"_s);
    row("name is a number",
        "{\"jobs\": [\n {\"name\": 7, \"type\": \"image\", \"model\": \"m\", \"prompt\": \"p\"}]}",
        2, 11, u"Expected the job's name, but found the number 7."_s);
    row("width in quotes",
        "{\"jobs\": [{\"name\": \"圖\", \"type\": \"image\", \"model\": \"m\", \"prompt\": \"p\",\n"
        "\"width\": \"7\"}]}",
        2, 10, u"without quotes"_s);
    row("too deep", QByteArray(5000, '['), 1, 1025, u"deep"_s);
}

void TestJson::bad()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, contains);
    const auto file = config::readBatch(text, Format::Json, u"weekly.json"_s);
    const QList<config::Diagnostic> errors = file ? file->jobErrors : file.error();
    QVERIFY(!errors.isEmpty());
    QVERIFY2(errors.first().message.contains(contains), qPrintable(errors.first().toText()));
    QTEST(errors.first().line, "line");
    QTEST(errors.first().column, "column");
}

void TestJson::editsKeepTheOrder()
{
    const QByteArray text = "{\n"
                            "    \"zebra\": {\"b\": 1, \"a\": 2.5},\n"
                            "    \"jobs\": [\n"
                            "        {\"prompt\": \"p\", \"name\": \"圖\", \"mood\": [\"x\"],\n"
                            "         \"type\": \"image\", \"model\": \"m\"}]}\n";
    const config::BatchFile file = read(text, Format::Json);
    QCOMPARE(batchtext::written(file.source, Format::Json, &file), text);

    batch::BatchSource batch = file.source;
    batch.jobs[0].job.width = 512;
    const QByteArray written = batchtext::written(batch, Format::Json, &file);
    QCOMPARE(QString::fromUtf8(written),
             QString::fromUtf8(
                 QByteArray(text).replace("\"model\": \"m\"", "\"model\": \"m\", \"width\": 512")));
}

void TestJson::fromYamlAndBack()
{
    for (const QString &name : {u"weekly.yaml"_s, u"launch.yaml"_s, u"product-catalog.yaml"_s}) {
        const config::BatchFile yaml = read(batchtext::example(name));
        const QByteArray json = batchtext::written(yaml.source, Format::Json, &yaml);
        QVERIFY(QJsonDocument::fromJson(json).isObject());
        const config::BatchFile asJson = read(json, Format::Json);
        QVERIFY(batchtext::sameBatch(asJson.batch, yaml.batch));
        const QByteArray back = batchtext::written(asJson.source, Format::Yaml, &asJson);
        QVERIFY(batchtext::sameBatch(read(back).batch, yaml.batch));
    }
}

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
