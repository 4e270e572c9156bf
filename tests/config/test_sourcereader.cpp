// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "config/sourcetext.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using batch::MediaType;
using batchtext::read;
using config::Format;

class TestSourceReader : public QObject
{
    Q_OBJECT

private slots:
    void everyKey();
    void json();
    void twentyFour();
    void whatDefaultsSayIsNotMissed_data();
    void whatDefaultsSayIsNotMissed();
    void wrongJobKeys_data();
    void wrongJobKeys();
    void axesOfNumbers_data();
    void axesOfNumbers();
    void wrongFileKeys_data();
    void wrongFileKeys();
    void unknownKeysOfDefaults();
    void errorsOfTheExpansion();
    void sameNamesOfVariations();
    void brokenDefaultsHideNothing();
    void textAlone();
};

namespace {

/// A job whose line 6 is the given one.
QByteArray jobWith(const QByteArray &line)
{
    return "jobs:\n"
           "  - name: Opening\n"
           "    type: video\n"
           "    model: m\n"
           "    prompt: '{product}{size}{x} p'\n"
           "    "
        + line + "\n";
}

} // namespace

void TestSourceReader::everyKey()
{
    const config::BatchFile file = read("vars: {brand: Aurora, year: 2026, bold: true, empty: ''}\n"
                                        "defaults:\n"
                                        "  type: image\n"
                                        "  model: m\n"
                                        "  params: {a: 1}\n"
                                        "  vars: {x: y}\n"
                                        "  image: {width: 64, image: first.png}\n"
                                        "  video:\n"
                                        "    duration: 5\n"
                                        "max_variations: 50\n"
                                        "jobs:\n"
                                        "  - name: hero\n"
                                        "    prompt: '{brand} {product} {size} {x}'\n"
                                        "    vars: {x: z}\n"
                                        "    matrix:\n"
                                        "      product: [lamp, 010, 1.50, true]\n"
                                        "      size: [l]\n"
                                        "    count: 2\n"
                                        "    exclude:\n"
                                        "      - {product: 1.50, take: 2}\n"
                                        "  - {name: plain, type: video, model: n, prompt: p}\n");
    QCOMPARE(batchtext::texts(file.warnings + file.expansionErrors), QStringList());
    const batch::BatchSource &source = file.source;
    QCOMPARE(source.vars,
             (batch::Variables{{u"brand"_s, u"Aurora"_s},
                               {u"year"_s, u"2026"_s},
                               {u"bold"_s, u"true"_s},
                               {u"empty"_s, QString()}}));
    QVERIFY(source.defaults.all.saysType && !source.defaults.image.saysType);
    QCOMPARE(source.defaults.all.job.model, u"m"_s);
    QVERIFY(!source.defaults.all.job.image);
    QCOMPARE(source.defaults.image.job.width, 64);
    QCOMPARE(source.defaults.image.job.image, u"first.png"_s);
    QCOMPARE(source.defaults.video.job.duration, 5.0);
    QCOMPARE(source.maxVariations, 50);
    const batch::JobSource &hero = source.jobs.at(0);
    QVERIFY(!hero.saysType && hero.job.model.isEmpty() && hero.job.extra.isEmpty());
    QCOMPARE(hero.matrix,
             (QList<batch::Axis>{{u"product"_s, {u"lamp"_s, u"010"_s, u"1.50"_s, u"true"_s}},
                                 {u"size"_s, {u"l"_s}}}));
    QCOMPARE(hero.count, 2);
    QCOMPARE(hero.exclude, (QList<batch::Combination>{{{{u"product"_s, u"1.50"_s}}, 2}}));
    QVERIFY(source.jobs.at(1).saysType);

    QCOMPARE(file.batch.jobs.size(), 9);
    QCOMPARE(file.entryLines, QList<int>({12, 21}));
    QCOMPARE(file.jobLines, QList<int>({12, 12, 12, 12, 12, 12, 12, 12, 21}));
    QCOMPARE(file.batch.jobs[5].name, u"hero 1.50 l 2"_s);
    QVERIFY(!file.batch.jobs[5].enabled);
    QCOMPARE(file.batch.jobs[0].prompt, u"Aurora lamp l z"_s);
    QCOMPARE(file.batch.jobs[0].image, u"first.png"_s);
    QCOMPARE(file.batch.jobs[8].id, source.jobs[1].id());
    QCOMPARE(file.batch.jobs[8].duration, 5.0);
}

void TestSourceReader::json()
{
    const config::BatchFile file =
        read("{\"vars\": {\"a\": 1.50, \"b\": true}, \"defaults\": {\"image\": \"x.png\"},\n"
             "\"jobs\": [{\"name\": \"h\", \"type\": \"image\", \"model\": \"m\",\n"
             "\"prompt\": \"{a}{b}{c}\", \"matrix\": {\"c\": [1, \"2\", false]}}]}",
             Format::Json);
    QCOMPARE(file.batch.jobs.size(), 3);
    QCOMPARE(file.batch.jobs[2].prompt, u"1.50truefalse"_s);
    QCOMPARE(file.batch.jobs[2].image, u"x.png"_s);
}

void TestSourceReader::twentyFour()
{
    QByteArray text = "jobs:\n"
                      "  - name: hero\n"
                      "    type: image\n"
                      "    model: m\n"
                      "    prompt: a {product} in {style}\n"
                      "    matrix:\n"
                      "      product: [lamp, chair, desk]\n"
                      "      style: [ink, oil, clay, felt]\n"
                      "    count: 2\n";
    const config::BatchFile file = read(text);
    QCOMPARE(file.batch.jobs.size(), 24);
    const config::BatchFile grown = read(text.replace("[ink,", "[wax, ink,"));
    QCOMPARE(grown.batch.jobs.size(), 30);
    QStringList names;
    for (const batch::Job &job : grown.batch.jobs)
        names.append(job.name);
    for (const batch::Job &job : file.batch.jobs) {
        const qsizetype at = names.indexOf(job.name);
        QVERIFY2(at >= 0 && grown.batch.jobs[at].sameRequest(job), qPrintable(job.name));
    }
}

void TestSourceReader::whatDefaultsSayIsNotMissed_data()
{
    QTest::addColumn<QByteArray>("defaults");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QStringList>("missing");
    const auto row = [](const char *name, const QByteArray &defaults, const QByteArray &job,
                        const QStringList &missing) {
        QTest::newRow(name) << defaults << job << missing;
    };
    const QString type = u"jobs[0].type"_s;
    const QString model = u"jobs[0].model"_s;
    const QString prompt = u"jobs[0].prompt"_s;
    row("nothing", "{}", "", {type, model, prompt});
    row("all", "{type: image, model: m, prompt: p}", "", {});
    row("by type", "{type: image, image: {model: m, prompt: p}}", "", {});
    row("by the other type", "{type: video, image: {model: m, prompt: p}}", "", {model, prompt});
    row("own type", "{type: video, image: {model: m, prompt: p}}", ", type: image", {});
    row("axes", "{prompt: p}", ", matrix: {type: [image], model: [m]}", {});
    row("axis of types", "{prompt: p, image: {model: m}}", ", matrix: {type: [image, video]}",
        {model});
    row("empty default", "{type: image, model: '', prompt: p}", "", {model});
    row("empty of its own", "{type: image}", ", model: '', prompt: ''", {});
}

void TestSourceReader::whatDefaultsSayIsNotMissed()
{
    QFETCH(QByteArray, defaults);
    QFETCH(QByteArray, job);
    const auto file =
        config::readBatch("defaults: " + defaults + "\njobs:\n  - {name: a" + job + "}\n",
                          Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(file.has_value());
    QStringList missing;
    for (const config::Diagnostic &error : file->jobErrors) {
        QVERIFY(error.message.contains(u"is missing. Expected"_s));
        QCOMPARE(error.line, 3);
        missing.append(error.key);
    }
    QTEST(missing, "missing");
    QCOMPARE(file->source.jobs.size(), missing.isEmpty() ? 1 : 0);
}

void TestSourceReader::wrongJobKeys_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *line, int column, const QString &key, const QString &contains) {
        QTest::newRow(line) << QByteArray(line) << column << key << contains;
    };
    row("vars: [a]", 11, u"vars"_s, u"a mapping of names to texts"_s);
    row("vars:", 5, u"vars"_s, u"found nothing"_s);
    row("vars: {product: [a]}", 21, u"vars.product"_s, u"a text, such as lamp, but found a list"_s);
    row("vars: {product: ~}", 12, u"vars.product"_s, u"found nothing"_s);
    row("vars: {a b: x}", 12, u"vars.a b"_s, u"without spaces, but found \"a b\""_s);
    row("vars: {a: x, a: y}", 18, u"vars.a"_s, u"stands twice"_s);
    row("matrix: 5", 13, u"matrix"_s, u"a mapping of names to lists"_s);
    row("matrix: {size: small}", 20, u"matrix.size"_s, u"a list of one or more values"_s);
    row("matrix: {size: []}", 20, u"matrix.size"_s, u"a list of one or more values"_s);
    row("matrix: {size: [a, [b]]}", 24, u"matrix.size[1]"_s, u"one value"_s);
    row("matrix: {size: [a, ~]}", 24, u"matrix.size[1]"_s, u"found nothing"_s);
    row("matrix: {size: [a], size: [b]}", 25, u"matrix.size"_s, u"stands twice"_s);
    row("count: 0", 12, u"count"_s, u"1 or more"_s);
    row("count: many", 12, u"count"_s, u"how many takes"_s);
    row("count: 2.5", 12, u"count"_s, u"how many takes"_s);
    row("exclude: {size: a}", 14, u"exclude"_s, u"a list of combinations"_s);
    row("exclude: [a]", 15, u"exclude[0]"_s, u"a mapping, such as"_s);
    row("exclude: [{}]", 15, u"exclude[0]"_s, u"a mapping, such as"_s);
    row("exclude: [{size: [a]}]", 22, u"exclude[0].size"_s, u"one value of size"_s);
    row("exclude: [{take: 0}]", 22, u"exclude[0].take"_s, u"number of a take"_s);
    row("exclude: [{take: x}]", 22, u"exclude[0].take"_s, u"number of a take"_s);
    row("exclude: [{size: a, size: b}]", 25, u"exclude[0].size"_s, u"stands twice"_s);
}

void TestSourceReader::wrongJobKeys()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, key);
    QFETCH(QString, contains);
    const auto file = config::readBatch(jobWith(line), Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(file.has_value());
    QVERIFY(file->source.jobs.isEmpty() && file->batch.jobs.isEmpty());
    QCOMPARE(file->jobErrors.size(), 1);
    const config::Diagnostic &error = file->jobErrors.first();
    QCOMPARE(error.line, 6);
    QTEST(error.column, "column");
    QCOMPARE(error.key, u"jobs[0]."_s + key);
    QVERIFY2(error.message.contains(contains), qPrintable(error.message));
}

void TestSourceReader::axesOfNumbers_data()
{
    QTest::addColumn<QByteArray>("matrix");
    QTest::addColumn<QStringList>("values"); // none: it is refused
    const auto row = [](const char *matrix, const QStringList &values) {
        QTest::newRow(matrix) << QByteArray(matrix) << values;
    };
    row("{width: [512, 1024.0, 1e3, +7]}", {u"512"_s, u"1024"_s, u"1000"_s, u"7"_s});
    row("{width: ['512', \"1024\"]}", {u"512"_s, u"1024"_s});
    row("{seed: [-7, 1e15, '-8']}", {u"-7"_s, u"1000000000000000"_s, u"-8"_s});
    row("{duration: [5, 7.50, '5.5', 1e2, .25]}",
        {u"5"_s, u"7.5"_s, u"5.5"_s, u"100"_s, u"0.25"_s});
    row("{size: [1.0, ' 2', 1e3]}", {u"1.0"_s, u" 2"_s, u"1e3"_s}); // a variable for texts
    for (const char *text : {"1e3", "1024.0", " 512", "512 ", "0512", "+512", "0x10", "1_000", ""})
        row(qPrintable(u"{width: ['%1']}"_s.arg(QLatin1StringView(text))), {});
    for (const char *text : {"1e1", " 5", "05", "+5", "5.", ".5", "inf", "nan"})
        row(qPrintable(u"{duration: ['%1']}"_s.arg(QLatin1StringView(text))), {});
    row("{seed: ['007']}", {});
    row("{seed: [99999999999999999999]}", {});
    row("{height: [10.5]}", {});
    row("{height: [010]}", {});
    row("{width: [1000, 1e3]}", {});
}

void TestSourceReader::axesOfNumbers()
{
    QFETCH(QByteArray, matrix);
    QFETCH(QStringList, values);
    const auto file = config::readBatch(
        "jobs: [{name: a, type: video, model: m, prompt: p, matrix: " + matrix + "}]\n",
        Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(file.has_value() && file->jobErrors.isEmpty());
    QCOMPARE(file->expansionErrors.isEmpty(), !values.isEmpty());
    QCOMPARE(file->batch.jobs.size(), values.size());
    if (!values.isEmpty())
        QCOMPARE(file->source.jobs.first().matrix.first().values, values);
}

void TestSourceReader::wrongFileKeys_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *line, int column, const QString &key) {
        QTest::newRow(line) << QByteArray(line) << column << key;
    };
    row("vars: a", 7, u"vars"_s);
    row("vars: {a.b: c}", 8, u"vars.a.b"_s);
    row("defaults: []", 11, u"defaults"_s);
    row("defaults: {type: vidoe}", 18, u"defaults.type"_s);
    row("defaults: {width: big}", 19, u"defaults.width"_s);
    row("defaults: {image: [a]}", 19, u"defaults.image"_s);
    row("defaults: {image: ~}", 12, u"defaults.image"_s);
    row("defaults: {image: {width: big}}", 27, u"defaults.image.width"_s);
    row("defaults: {video: x}", 19, u"defaults.video"_s);
    row("defaults: {vars: {a: []}}", 22, u"defaults.vars.a"_s);
    row("max_variations: 0", 17, u"max_variations"_s);
    row("max_variations: 100001", 17, u"max_variations"_s);
    row("max_variations: lots", 17, u"max_variations"_s);
    row("include: {a: b}", 10, u"include"_s);
    row("include: ''", 10, u"include"_s);
    row("include:", 1, u"include"_s);
    row("include: [[b]]", 11, u"include[0]"_s);
}

void TestSourceReader::wrongFileKeys()
{
    QFETCH(QByteArray, line);
    const auto file =
        config::readBatch(line + "\njobs:\n  - {name: a}\n", Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(!file.has_value());
    const config::Diagnostic &error = file.error().first();
    QCOMPARE(error.line, 1);
    QTEST(error.column, "column");
    QTEST(error.key, "key");
}

void TestSourceReader::unknownKeysOfDefaults()
{
    const config::BatchFile file = read("default: {}\n"
                                        "defaults:\n"
                                        "  name: x\n"
                                        "  modle: m\n"
                                        "  image: {type: image, widht: 5}\n"
                                        "jobs: []\n");
    QCOMPARE(batchtext::texts(file.warnings),
             QStringList({u"weekly.yaml:1:1: default: default is no key of a batch. It is kept and "
                          "has no effect."_s,
                          u"weekly.yaml:3:3: defaults.name: name is no key of defaults. It is kept "
                          "and has no effect."_s,
                          u"weekly.yaml:4:3: defaults.modle: modle is no key of defaults; did you "
                          "mean model? It is kept and has no effect."_s,
                          u"weekly.yaml:5:11: defaults.image.type: type is no key of "
                          "defaults.image. It is kept and has no effect."_s,
                          u"weekly.yaml:5:24: defaults.image.widht: widht is no key of "
                          "defaults.image; did you mean width? It is kept and has no effect."_s}));
    QCOMPARE(file.source.defaults.all.job.extra.keys(), QStringList({u"modle"_s, u"name"_s}));
}

void TestSourceReader::errorsOfTheExpansion()
{
    const auto file =
        config::readBatch("max_variations: 3\n"
                          "jobs:\n"
                          "  - name: hero\n"
                          "    type: image\n"
                          "    model: m\n"
                          "    prompt: a {prodcut}\n"
                          "    matrix:\n"
                          "      product: [a, b]\n"
                          "      width: [64, big]\n"
                          "  - name: second\n"
                          "    type: image\n"
                          "    model: m\n"
                          "    prompt: a {prodcut}\n"
                          "    vars: {product: x}\n"
                          "  - {name: third, type: image, model: m, prompt: p,\n"
                          "     count: 4}\n"
                          "  - {name: fourth, type: image, model: m, prompt: '{w}'}\n",
                          Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(file.has_value());
    QVERIFY(file->jobErrors.isEmpty()); // it can be written
    QCOMPARE(file->source.jobs.size(), 4);
    QCOMPARE(file->batch.jobs.size(), 1);
    QCOMPARE(file->jobLines, QList<int>{17});
    QStringList places;
    for (const config::Diagnostic &error : file->expansionErrors)
        places.append(u"%1 %2 %3"_s.arg(error.line).arg(error.key, error.job));
    QCOMPARE(places,
             QStringList({u"9 jobs[0].matrix.width hero"_s, u"13 jobs[1].prompt second"_s,
                          u"16 jobs[2].count third"_s}));
    QVERIFY(file->expansionErrors[1].message.contains(u"did you mean {product}?"_s));
    QCOMPARE(file->warnings.size(), 1);
    QCOMPARE(file->warnings.first().line, 17);
}

void TestSourceReader::sameNamesOfVariations()
{
    const config::BatchFile file =
        read("jobs:\n"
             "  - {name: a 2, type: image, model: m, prompt: p}\n"
             "  - {name: a, type: image, model: m, prompt: p, count: 3}\n"
             "  - {name: a, type: image, model: m, prompt: p, count: 3}\n");
    QStringList places;
    for (const config::Diagnostic &warning : file.warnings)
        places.append(u"%1 %2 %3"_s.arg(warning.line).arg(warning.key, warning.job));
    QCOMPARE(
        places,
        QStringList({u"3 jobs[1].name a 2"_s, u"4 jobs[2].name a"_s, u"4 jobs[2].name a 2"_s}));
    QVERIFY(file.warnings[0].message.contains(u"line 2"_s));
    QVERIFY(file.warnings[1].message.contains(u"line 3"_s));
}

void TestSourceReader::brokenDefaultsHideNothing()
{
    const auto file = config::readBatch("defaults: {type: image, model: m, width: big}\n"
                                        "jobs:\n  - {name: a, prompt: p, duration: long}\n",
                                        Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().size(), 2); // and no word of a model that is missing
    QCOMPARE(file.error().last().key, u"jobs[0].duration"_s);
}

void TestSourceReader::textAlone()
{
    const auto file = config::readSource("include: nowhere.yaml\n"
                                         "jobs:\n  - {name: a, count: 4}\n  - 5\n",
                                         Format::Yaml);
    QVERIFY(file.has_value());
    QCOMPARE(file->source.include, QStringList(u"nowhere.yaml"_s));
    QCOMPARE(file->source.jobs.size(), 1);
    QCOMPARE(file->entryLines, QList<int>{3});
    QCOMPARE(file->jobErrors.size(), 1);
    QVERIFY(file->batch.jobs.isEmpty());
}

QTEST_GUILESS_MAIN(TestSourceReader)
#include "test_sourcereader.moc"
