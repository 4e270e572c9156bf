// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "config/corpus.h"
#include "config/randombatch.h"
#include "config/writing/filetree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;
using config::Format;

namespace {

const QString schemaPath = QStringLiteral(RUSHES_SOURCE_DIR "/resources/batch.schema.json");

/// The validator, as a process of its own.
class Validator
{
public:
    Validator()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            u"/usr/bin/python3"_s,
            {QStringLiteral(RUSHES_SOURCE_DIR "/tests/config/schemacheck.py"), schemaPath});
    }
    ~Validator()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    /// What the schema has against a document; empty: nothing.
    QString refusal(const QJsonValue &document)
    {
        const QByteArray list = QJsonDocument(QJsonArray{document}).toJson(QJsonDocument::Compact);
        m_process.write(list.sliced(1, list.size() - 2) + '\n');
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead())
                qFatal("the validator does not answer: %s", qPrintable(m_process.errorString()));
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

private:
    QProcess m_process;
};

/// What the loader has against a file; empty: nothing.
QString loaderRefusal(const QByteArray &text, Format format = Format::Yaml)
{
    const auto file = config::readBatch(text, format, u"weekly.yaml"_s);
    if (!file)
        return file.error().constFirst().toText();
    const QList<config::Diagnostic> errors = file->jobErrors + file->expansionErrors;
    return errors.isEmpty() ? QString() : errors.constFirst().toText();
}

QJsonValue documentOf(const QByteArray &text, Format format = Format::Yaml)
{
    const config::Tree tree =
        config::treeOf(text.mid(text.startsWith("\xEF\xBB\xBF") ? 3 : 0), format);
    return tree.root ? config::toJson(*tree.root) : QJsonValue(QJsonValue::Undefined);
}

const QByteArray jobs = "jobs: [{name: a, type: image, model: m, prompt: p}]\n";

} // namespace

/// The schema for text editors accepts and refuses the files that the loader does. It is asked
/// with a validator of its own (schemacheck.py). Another seed than the fixed one is drawn each
/// time and printed; RUSHES_TEST_SEED=number repeats it.
class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void soundFiles_data();
    void soundFiles();
    void brokenFiles_data();
    void brokenFiles();
    void randomFiles_data();
    void randomFiles();
    void describesEveryKey();

private:
    Validator m_schema;
};

void TestSchema::soundFiles_data()
{
    corpus::addRows();
    const QDir examples(QStringLiteral(RUSHES_SOURCE_DIR "/resources/examples"));
    for (const QString &name : examples.entryList({u"*.yaml"_s}, QDir::Files)) {
        QTest::newRow(qPrintable(u"examples/"_s + name))
            << batchtext::example(name) << Format::Yaml;
    }
}

void TestSchema::soundFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    QCOMPARE(loaderRefusal(text, format), QString());
    QCOMPARE(m_schema.refusal(documentOf(text, format)), QString());
}

void TestSchema::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *title, const QByteArray &text) {
        QTest::newRow(title) << text;
    };
    const auto job = [&row](const char *title, const QByteArray &keys) {
        row(title, "jobs: [{name: a, type: video, model: m, prompt: p, " + keys + "}]\n");
    };
    row("a list", "- name: a\n");
    row("no jobs", "output_dir: a\n");
    row("jobs of no type", "jobs: 7\n");
    row("jobs null", "jobs:\n");
    row("a job that is a text", "jobs: [a]\n");
    row("nothing included", "include: []\njobs: [{name: a, type: image, model: m}]\n");
    row("no name", "jobs: [{type: image, model: m, prompt: p}]\n");
    row("no type", "jobs: [{name: a, model: m, prompt: p}]\n");
    row("no model", "jobs: [{name: a, type: image, prompt: p}]\n");
    row("no prompt", "jobs: [{name: a, type: image, model: m}]\n");
    row("a model for the other type",
        "defaults: {video: {model: m}}\njobs: [{name: a, type: image, prompt: p}]\n");
    row("an empty default", "defaults: {model: ''}\njobs: [{name: a, type: image, prompt: p}]\n");
    row("one of two types without a model",
        "defaults: {image: {model: m}}\n"
        "jobs: [{name: a, prompt: p, matrix: {type: [image, video]}}]\n");
    row("no slots", "max_workers: 0\n" + jobs);
    row("half a slot", "max_workers: 1.5\n" + jobs);
    row("budget below nothing", "budget: -1\n" + jobs);
    row("budget in words", "budget: cheap\n" + jobs);
    row("polling at once", "polling: {initial: 0}\n" + jobs);
    row("polling that shrinks", "polling: {factor: 0.5}\n" + jobs);
    row("polling list", "polling: [5]\n" + jobs);
    row("no address", "base_url: atlas\n" + jobs);
    row("vars list", "vars: [a]\n" + jobs);
    row("vars with a space", "vars: {a b: c}\n" + jobs);
    row("vars of lists", "vars: {a: [b]}\n" + jobs);
    row("include mapping", "include: {a: b}\n" + jobs);
    row("include nothing", "include: ''\n" + jobs);
    row("variations at most none", "max_variations: 0\n" + jobs);
    row("variations beyond reason", "max_variations: 100001\n" + jobs);
    row("models list", "models: [a]\n" + jobs);
    row("model of no type", "models: {a: {type: sound}}\n" + jobs);
    row("price below nothing", "models: {a: {price_per_image: -1}}\n" + jobs);
    row("price beyond reason", "models: {a: {price_per_image: 100001}}\n" + jobs);
    row("defaults text", "defaults: x\n" + jobs);
    row("defaults image list", "defaults: {image: [a]}\n" + jobs);
    row("defaults video text", "defaults: {video: a}\n" + jobs);
    row("unknown type", "jobs: [{name: a, type: sound, model: m, prompt: p}]\n");
    job("width in words", "width: wide");
    job("width in quotes", "width: '1024'");
    job("half a pixel", "width: 10.5");
    job("duration in words", "duration: long");
    job("duration in quotes", "duration: '5'");
    job("seed too large", "seed: 99999999999999999999");
    job("params list", "params: [a]");
    job("enabled maybe", "enabled: maybe");
    job("enabled 1", "enabled: 1");
    job("matrix list", "matrix: [a]");
    job("axis without values", "matrix: {a: []}");
    job("axis that is a text", "matrix: {a: b}");
    job("axis with a space", "matrix: {a b: [c]}");
    job("axis called take", "matrix: {take: [1, 2]}");
    job("axis called choice2", "matrix: {choice2: [a]}");
    job("value twice", "matrix: {a: [b, b]}");
    job("axis of widths in words", "matrix: {width: [wide]}");
    job("axis of widths with leading zeros", "matrix: {width: ['0512']}");
    job("axis of widths with a plus", "matrix: {width: ['+512']}");
    job("axis of heights with an exponent", "matrix: {height: ['1e3']}");
    job("axis of seeds with a space", "matrix: {seed: [' 7']}");
    job("axis of durations that end in a point", "matrix: {duration: ['5.']}");
    job("axis of types", "matrix: {type: [sound]}");
    job("no takes", "count: 0");
    job("exclude mapping", "count: 2, exclude: {take: 1}");
    job("exclude nothing", "count: 2, exclude: [{}]");
    job("exclude take 0", "count: 2, exclude: [{take: 0}]");
    job("vars null", "vars: {a: }");
    job("prompt list", "negative_prompt: [a]");
}

void TestSchema::brokenFiles()
{
    QFETCH(QByteArray, text);
    QVERIFY(!loaderRefusal(text).isEmpty());
    QVERIFY(!m_schema.refusal(documentOf(text)).isEmpty());
}

void TestSchema::randomFiles_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::newRow("fixed") << 20261130U;
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("RUSHES_TEST_SEED", &isSet);
    const quint32 seed =
        isSet ? static_cast<quint32>(wanted) : QRandomGenerator::global()->bounded(1U << 30);
    QTest::newRow("drawn") << seed;
}

void TestSchema::randomFiles()
{
    QFETCH(quint32, seed);
    qInfo("RUSHES_TEST_SEED=%u", seed);
    constexpr int many = 4000;
    RandomBatch random(seed);
    int sound = 0;
    for (int i = 0; i < many; ++i) {
        const QJsonObject file = random.file();
        const QByteArray text = QJsonDocument(file).toJson(QJsonDocument::Compact);
        const QString loader = loaderRefusal(text); // JSON is YAML
        const QString schema = m_schema.refusal(file);
        QVERIFY2(loader.isEmpty() == schema.isEmpty(),
                 qPrintable(
                     u"%1\nloader: %2\nschema: %3"_s.arg(QString::fromUtf8(text), loader, schema)));
        sound += loader.isEmpty() ? 1 : 0;
    }
    // Neither side has an easy life.
    QVERIFY2(sound > many / 5 && sound < many * 4 / 5, qPrintable(QString::number(sound)));
}

void TestSchema::describesEveryKey()
{
    QFile file(schemaPath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject parts = schema["$defs"_L1].toObject();
    QHash<QString, QJsonObject> properties;
    for (const QString &part : {u"job"_s, u"defaults"_s, u"typeDefaults"_s, u"model"_s})
        properties.insert(part, parts[part]["properties"_L1].toObject());
    properties.insert(u"file"_s, schema["properties"_L1].toObject());
    for (auto [part, keys] : properties.asKeyValueRange()) {
        QVERIFY2(!keys.isEmpty(), qPrintable(part));
        for (auto key = keys.begin(); key != keys.end(); ++key) {
            QJsonObject what = key.value().toObject();
            const QString other = what["$ref"_L1].toString();
            if (!what.contains("title"_L1) && other.startsWith("#/$defs/"_L1))
                what = parts[other.sliced(8)].toObject();
            QVERIFY2(what.contains("title"_L1) && what.contains("description"_L1),
                     qPrintable(part + u'.' + key.key()));
        }
    }
}

QTEST_GUILESS_MAIN(TestSchema)
#include "test_schema.moc"
