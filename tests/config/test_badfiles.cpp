// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "config/reading/limits.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using config::Format;

class TestBadFiles : public QObject
{
    Q_OBJECT

private slots:
    void whole_data();
    void whole();
    void oneKey_data();
    void oneKey();
    void settings_data();
    void settings();
    void everyErrorAtOnce();
    void oneBadJobDoesNotHideTheOthers();
    void tooManyToList();
    void columnsOfALongLine();
    void words();
    void paths();
    void tooLarge();
    void moneyThatIsTooSmall();
};

namespace {

/// A job whose line 6 is the given one.
QByteArray jobWith(const char *line)
{
    return QByteArray("jobs:\n"
                      "  - name: Opening\n"
                      "    type: video\n"
                      "    model: m\n"
                      "    prompt: p\n"
                      "    ")
        + line + '\n';
}

} // namespace

void TestBadFiles::whole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *name, const QByteArray &text, int line, int column,
                        const QString &contains) {
        QTest::newRow(name) << text << line << column << contains;
    };
    row("empty", "", 0, 0, u"empty"_s);
    row("only a comment", "# nothing\n", 0, 0, u"empty"_s);
    row("only a byte order mark", "\xEF\xBB\xBF", 0, 0, u"empty"_s);
    row("lines that end in CR", "# ours\rjobs: []\r", 0, 0, u"carriage return"_s);
    row("a list", "- name: a\n", 1, 1, u"found a list"_s);
    row("a text", "hello\n", 1, 1, u"found \"hello\""_s);
    row("no jobs", "output_dir: x\n", 0, 0, u"jobs is missing"_s);
    row("job for jobs", "output_dir: x\njob:\n  - name: a\n", 2, 1, u"Did you mean jobs"_s);
    row("jobs without value", "jobs:\n", 1, 1, u"found nothing"_s);
    row("jobs is a text", "jobs: none\n", 1, 7, u"found \"none\""_s);
    row("jobs is a mapping", "jobs:\n  name: a\n", 2, 3, u"found a mapping"_s);
    row("jobs twice", "jobs: []\njobs: []\n", 2, 1, u"stands twice: first on line 1"_s);
    row("tab", "jobs:\n\t- name: a\n", 2, 1, u"tab"_s);
    row("tab in a job", "jobs:\n  - name: a\n  \ttype: image\n", 3, 3, u"tab"_s);
    row("indentation", "jobs:\n  - name: a\n    type: image\n   model: m\n", 4, 4,
        u"indentation"_s);
    row("colon in a text", "jobs:\n  - name: 特寫: 手\n", 2, 13, u"colon"_s);
    row("begins with @", "jobs:\n  - name: @a\n", 2, 11, u"quotes"_s);
    row("double quote open", "jobs:\n  - name: \"a\n    type: image\n", 2, 11, u"not closed"_s);
    row("single quote open", "jobs:\n  - name: 'it''s\n", 2, 11, u"not closed"_s);
    row("double quote open at the end", "jobs:\n  - name: \"a", 2, 13, u"not closed"_s);
    row("bracket open", "jobs: [\n", 2, 1, u"bracket"_s);
    row("bad escape", "jobs:\n  - name: \"\\q\"\n", 2, 12, u"backslash"_s);
    row("unknown alias", "jobs: *none\n", 1, 7, u"anchor"_s);
    row("alias of itself", "a: &a [*a]\njobs: []\n", 1, 8, u"contains it"_s);
    row("merge of a text", "jobs: []\nx:\n  <<: text\n", 3, 3, u"merge key"_s);
    row("key is a list", "jobs: []\n? [a]\n: b\n", 2, 3, u"one word"_s);
    row("two documents", "jobs: []\n---\njobs: []\n", 2, 1, u"second document"_s);
    row("not UTF-8", "jobs: []\n# caf\xE9\n", 2, 6, u"UTF-8"_s);
    row("half a character", "jobs: []\n# \xE5\x9C\n", 2, 3, u"UTF-8"_s);
    row("surrogates", "jobs: []\n# \xED\xA0\x80\n", 2, 3, u"UTF-8"_s);
    row("UTF-16", QByteArray("\xFF\xFEj\0o\0", 6), 1, 1, u"UTF-16"_s);
    row("NUL", QByteArray("jobs: []\n a\0", 12), 2, 3, u"control character"_s);
    row("end of transmission", "jobs: []\n\x04junk: [", 2, 1, u"control character"_s);
}

void TestBadFiles::whole()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, contains);
    const auto file = config::readBatch(text, Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(!file.has_value());
    QVERIFY(!file.error().isEmpty());
    const config::Diagnostic &first = file.error().first();
    QTEST(first.line, "line");
    QTEST(first.column, "column");
    QVERIFY2(first.message.contains(contains), qPrintable(first.message));
    QCOMPARE(first.file, u"weekly.yaml"_s);
}

void TestBadFiles::oneKey_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *line, int column, const QString &key, const QString &contains) {
        QTest::newRow(line) << QByteArray(line) << column << key << contains;
    };
    const QString pixels = u"Expected a whole number of pixels, such as 1024, but found "_s;
    row("width: big", 12, u"width"_s, pixels + u"\"big\"."_s);
    row("width: 10.5", 12, u"width"_s, pixels + u"the number 10.5."_s);
    row("width: 1024px", 12, u"width"_s, pixels + u"\"1024px\"."_s);
    row("width: \"1024\"", 12, u"width"_s,
        pixels + u"the text \"1024\" in quotes. Numbers are written without quotes."_s);
    row("width: 010", 12, u"width"_s, pixels + u"\"010\"."_s);
    row("width: 99999999999", 12, u"width"_s, pixels + u"the number 99999999999."_s);
    row("width: [1, 2]", 12, u"width"_s, pixels + u"a list."_s);
    row("height: {a: 1}", 13, u"height"_s, pixels + u"a mapping of keys to values."_s);
    row("height:", 5, u"height"_s, pixels + u"nothing."_s);
    row("height: true", 13, u"height"_s, pixels + u"\"true\"."_s);
    row("duration: 5s", 15, u"duration"_s, u"seconds, such as 5 or 7.5, but found \"5s\"."_s);
    row("duration: .inf", 15, u"duration"_s, u"a number of seconds"_s);
    row("duration: 1e999", 15, u"duration"_s, u"a number of seconds"_s);
    row("duration: 五", 15, u"duration"_s, u"\"五\""_s);
    row("resolution: [1080p]", 17, u"resolution"_s, u"1080p, but found a list."_s);
    row("resolution: ~", 5, u"resolution"_s, u"found nothing."_s);
    row("image_url: {}", 16, u"image_url"_s, u"found a mapping"_s);
    row("enabled: maybe", 14, u"enabled"_s, u"Expected true or false, but found \"maybe\"."_s);
    row("enabled: \"true\"", 14, u"enabled"_s, u"true or false"_s);
    row("params: 7", 13, u"params"_s, u"a mapping of the model's parameters"_s);
    row("params: {seed: 1, seed: 2}", 23, u"params.seed"_s, u"first on line 6"_s);
    row("params: {a: [{b: 1, b: 2}]}", 25, u"params.a[0].b"_s, u"stands twice"_s);
    row("max_wait: long", 15, u"max_wait"_s, u"a number of seconds"_s);
    row("max_retries: 1.5", 18, u"max_retries"_s, u"a whole number of further attempts"_s);
    row("name: again", 5, u"name"_s, u"name stands twice: first on line 2. Take one out."_s);
    row("特寫: 圖, 圖: {a: 1}", 5, u"特寫"_s, QString());
}

void TestBadFiles::oneKey()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, key);
    QFETCH(QString, contains);
    const auto file = config::readBatch(jobWith(line), Format::Yaml, u"weekly.yaml"_s);
    if (contains.isEmpty()) {
        QVERIFY(!file.has_value()); // no YAML at all
        QCOMPARE(file.error().first().line, 6);
        return;
    }
    QVERIFY(file.has_value());
    QVERIFY(file->batch.jobs.isEmpty());
    QCOMPARE(file->jobErrors.size(), 1);
    const config::Diagnostic &error = file->jobErrors.first();
    QCOMPARE(error.line, 6);
    QTEST(error.column, "column");
    QCOMPARE(error.key, u"jobs[0]."_s + key);
    QCOMPARE(error.job, u"Opening"_s);
    QVERIFY2(error.message.contains(contains), qPrintable(error.message));
}

void TestBadFiles::settings_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *line, int column, const QString &key) {
        QTest::newRow(line) << QByteArray(line) << column << key;
    };
    row("output_dir: [a]", 13, u"output_dir"_s);
    row("max_workers: three", 14, u"max_workers"_s);
    row("max_workers: 0", 14, u"max_workers"_s);
    row("max_workers: \"3\"", 14, u"max_workers"_s);
    row("polling: 5", 10, u"polling"_s);
    row("polling: {initial: 0}", 20, u"polling.initial"_s);
    row("polling: {factor: 0.5}", 19, u"polling.factor"_s);
    row("polling: {max: soon}", 16, u"polling.max"_s);
    row("polling: {max: 1, max: 2}", 19, u"polling.max"_s);
    row("base_url: example.com", 11, u"base_url"_s);
    row("base_url: ftp://example.com", 11, u"base_url"_s);
    row("budget: lots", 9, u"budget"_s);
    row("budget: -1", 9, u"budget"_s);
    row("budget: [3]", 9, u"budget"_s);
    row("notes: {a: 1, a: 2}", 15, u"notes.a"_s);
}

void TestBadFiles::settings()
{
    QFETCH(QByteArray, line);
    const auto file = config::readBatch(line + "\njobs: []\n", Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().size(), 1);
    QCOMPARE(file.error().first().line, 1);
    QTEST(file.error().first().column, "column");
    QTEST(file.error().first().key, "key");
}

void TestBadFiles::everyErrorAtOnce()
{
    const auto file = config::readBatch("max_workers: three\n"
                                        "jobs:\n"
                                        "  -\n"
                                        "  - 7\n"
                                        "  - name: 片頭\n"
                                        "    type: vidoe\n"
                                        "    duration: big\n"
                                        "budget: lots\n",
                                        Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(!file.has_value());
    QStringList places;
    for (const config::Diagnostic &error : file.error())
        places.append(u"%1:%2 %3"_s.arg(error.line).arg(error.column).arg(error.key));
    QCOMPARE(places,
             QStringList({u"1:14 max_workers"_s, u"3:3 jobs[0]"_s, u"4:5 jobs[1]"_s,
                          u"5:5 jobs[2].model"_s, u"5:5 jobs[2].prompt"_s, u"6:11 jobs[2].type"_s,
                          u"7:15 jobs[2].duration"_s, u"8:9 budget"_s}));
}

void TestBadFiles::oneBadJobDoesNotHideTheOthers()
{
    QByteArray text = batchtext::example(u"weekly.yaml"_s);
    text.replace("duration: 10", "duration: ten");
    const auto file = config::readBatch(text, Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(file.has_value());
    QCOMPARE(file->batch.jobs.size(), 2);
    QCOMPARE(file->jobLines, QList<int>({7, 27}));
    QCOMPARE(
        batchtext::texts(file->jobErrors),
        QStringList({u"weekly.yaml:24:15: jobs[1].duration (社群媒體影片): Expected a number of "
                     "seconds, such as 5 or 7.5, but found \"ten\"."_s}));
}

void TestBadFiles::tooManyToList()
{
    QByteArray text = "jobs:\n";
    for (int i = 0; i < 3000; ++i)
        text += "  - {name: n, type: picture, model: m, prompt: p, mood: calm}\n";
    const auto file = config::readBatch(text, Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(file.has_value());
    QCOMPARE(file->jobErrors.size(), 1001);
    QCOMPARE(file->jobErrors[999].line, 1001);
    QCOMPARE(file->jobErrors.last().toText(),
             u"weekly.yaml:1001:21: 2000 more errors are not listed."_s);
    QCOMPARE(file->warnings.size(), 1001);
    QCOMPARE(file->warnings.last().toText(),
             u"weekly.yaml:1001:51: 2000 more warnings are not listed."_s);

    // What is wrong with the entries is counted the same way.
    const auto variables = config::readBatch(
        "jobs:\n"
            + QByteArray("  - {name: n, type: image, model: m, prompt: '{a}', vars: {b: c}}\n")
                  .repeated(1500),
        Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(variables.has_value());
    QCOMPARE(variables->expansionErrors.size(), 1001);
    QVERIFY(variables->expansionErrors.last().message.startsWith(u"500 more errors"_s));
}

void TestBadFiles::columnsOfALongLine()
{
    // Characters are counted, not bytes, and across more than one piece of the line.
    QByteArray text = "{\"jobs\": [";
    QList<int> columns;
    for (int i = 0; i < 900; ++i) {
        text += "{\"name\": \"\xE5\x9C\x96\", \"type\": ";
        columns.append(1 + int(QString::fromUtf8(text).size()));
        text += "7, \"model\": \"m\", \"prompt\": \"p\"}, ";
    }
    text += "1]}";
    const auto file = config::readBatch(text, Format::Json, u"weekly.json"_s);
    QVERIFY(file.has_value());
    QCOMPARE(file->jobErrors.size(), 901);
    for (int i = 0; i < 900; ++i)
        QCOMPARE(file->jobErrors[i].column, columns[i]);
}

void TestBadFiles::words()
{
    config::Diagnostic finding;
    finding.message = u"What."_s;
    QCOMPARE(finding.toText(), u"What."_s);
    finding.file = u"a.yaml"_s;
    QCOMPARE(finding.toText(), u"a.yaml: What."_s);
    finding.line = 12;
    QCOMPARE(finding.toText(), u"a.yaml:12: What."_s);
    finding.column = 15;
    finding.job = u"Opening"_s;
    QCOMPARE(finding.toText(), u"a.yaml:12:15: (Opening): What."_s);
    finding.key = u"jobs[2].duration"_s;
    QCOMPARE(finding.toText(), u"a.yaml:12:15: jobs[2].duration (Opening): What."_s);
}

void TestBadFiles::paths()
{
    const QTemporaryDir folder;
    const auto directory = config::readBatchFile(folder.path());
    QVERIFY(!directory.has_value());
    QVERIFY(directory.error().first().message.contains(u"folder"_s));
    const auto missing = config::readBatchFile(folder.filePath(u"none.yaml"_s));
    QVERIFY(!missing.has_value());
    QVERIFY(missing.error().first().toText().endsWith(u"none.yaml: There is no such file."_s));
    QVERIFY(!config::readBatchFile(QString()).has_value());
}

void TestBadFiles::tooLarge()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"large.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(config::limits::size + 1)); // sparse
    file.close();
    const auto batch = config::readBatchFile(file.fileName());
    QVERIFY(!batch.has_value());
    QVERIFY(batch.error().first().message.contains(u"16 MB"_s));
}

void TestBadFiles::moneyThatIsTooSmall()
{
    const auto file = config::readBatch("budget: 0.0000001\n"
                                        "models: {m: {price_per_image: 1e-9, type: image}}\n"
                                        "jobs: []\n",
                                        Format::Yaml, u"weekly.yaml"_s);
    QVERIFY(file.has_value());
    QCOMPARE(batchtext::texts(file->warnings),
             QStringList({u"weekly.yaml:1:9: budget: 0.0000001 counts as $0: an amount has six "
                          "decimals at most."_s,
                          u"weekly.yaml:2:31: models.m.price_per_image: 1e-9 counts as $0: an "
                          "amount has six decimals at most."_s}));
    const auto none = config::readBatch("budget: 0.00\njobs: []\n", Format::Yaml, u"w.yaml"_s);
    QVERIFY(none.has_value());
    QVERIFY(none->warnings.isEmpty());
}

QTEST_GUILESS_MAIN(TestBadFiles)
#include "test_badfiles.moc"
