// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <QJsonArray>

#include <functional>

using namespace Qt::StringLiterals;
using batchtext::read;
using config::Format;

using Edit = std::function<void(batch::BatchSource &)>;

/// Edits of YAML files: what is written must be exactly the old text with the changed lines.
class TestEditing : public QObject
{
    Q_OBJECT

private slots:
    void unchangedFilesKeepTheirBytes_data();
    void unchangedFilesKeepTheirBytes();
    void edits_data();
    void edits();
    void lineBreaksStay();
    void lastLineWithoutBreak();
    void dashesAtTheMargin();
    void noJobsLeftAndBack();
    void onePollingKey_data();
    void onePollingKey();
    void lastParameter_data();
    void lastParameter();
    void everyExampleTakesEveryEdit_data();
    void everyExampleTakesEveryEdit();
};

namespace {

const char *const source = R"(# About the whole file.
output_dir: out   # results
# How many at once.
max_workers: 3

jobs:
  # First, the still.
  - name: Still
    type: image
    model: m/image
    prompt: >
      A quiet lake,
      at dawn
    width: 1024 # px
    mood: calm

  # Then, the clip.
  # It is long.
  - name: Clip
    type: video
    # the cheap one
    model: m/video
    prompt: |
      One.

      Two.
    duration: 5
    enabled: true

  - {name: Flow, type: image, model: m/image, prompt: p}

# Notes of the client.
notes:
  - keep
)";

batch::Job newJob()
{
    batch::Job job;
    job.name = u"New"_s;
    job.model = u"m/image"_s;
    job.prompt = u"Something: new"_s;
    job.width = 512;
    return job;
}

} // namespace

void TestEditing::unchangedFilesKeepTheirBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *name : {"weekly.yaml", "launch.yaml", "product-catalog.yaml"})
        QTest::newRow(name) << batchtext::example(QString::fromLatin1(name));
    QTest::newRow("comments") << QByteArray(source);
    QTest::newRow("byte order mark, CRLF")
        << QByteArray("\xEF\xBB\xBF# x\r\njobs:   []  # none\r\n\r\n");
    QTest::newRow("flow") << QByteArray("{jobs: [{name: a, type: image, model: m, prompt: p}]}");
    QTest::newRow("references") << QByteArray(
        "b: &b {type: image}\njobs:\n- {<<: *b, name: a, model: m, prompt: p}");
}

void TestEditing::unchangedFilesKeepTheirBytes()
{
    QFETCH(QByteArray, text);
    const config::BatchFile file = read(text);
    QCOMPARE(batchtext::written(file.source, Format::Yaml, &file), text);
}

void TestEditing::edits_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("before"); // what of the text …
    QTest::addColumn<QByteArray>("after");  // … becomes what
    const auto row = [](const char *name, const Edit &edit, const char *before, const char *after) {
        QTest::newRow(name) << edit << QByteArray(before) << QByteArray(after);
    };
    const QByteArray still = QByteArray(source).mid(QByteArray(source).indexOf("  # First"));
    const QByteArray stillText = still.first(still.indexOf("\n  # Then"));
    const QByteArray clip = still.mid(still.indexOf("  # Then"));
    const QByteArray clipText = clip.first(clip.indexOf("\n  - {name"));

    row(
        "folded prompt", [](auto &b) { b.jobs[0].job.prompt = u"A loud city: noon\n"_s; },
        "      A quiet lake,\n      at dawn\n", "      A loud city: noon\n");
    row(
        "prompt without end of line", [](auto &b) { b.jobs[0].job.prompt = u"City"_s; },
        "    prompt: >\n      A quiet lake,\n      at dawn\n", "    prompt: >-\n      City\n");
    row(
        "literal prompt", [](auto &b) { b.jobs[1].job.prompt = u"One.\n\nThree.\n"_s; }, "Two.",
        "Three.");
    row(
        "number keeps its comment", [](auto &b) { b.jobs[0].job.width = 2048; }, "1024 # px",
        "2048 # px");
    row(
        "optional removed", [](auto &b) { b.jobs[0].job.width.reset(); }, "    width: 1024 # px\n",
        "");
    row(
        "new keys in the article's order",
        [](auto &b) {
            b.jobs[0].job.maxRetries = 1;
            b.jobs[0].job.height = 512;
            b.jobs[0].job.enabled = false;
        },
        "    mood: calm\n",
        "    mood: calm\n    height: 512\n    enabled: false\n    max_retries: 1\n");
    row(
        "implied key stays", [](auto &b) { b.jobs[1].job.duration = 6.5; }, "duration: 5",
        "duration: 6.5");
    row(
        "implied key changes", [](auto &b) { b.jobs[1].job.enabled = false; }, "enabled: true",
        "enabled: false");
    row(
        "model keeps the comment above", [](auto &b) { b.jobs[1].job.model = u"m/other"_s; },
        "    model: m/video\n", "    model: m/other\n");
    row(
        "name beside the dash", [](auto &b) { b.jobs[1].job.name = u"片頭"_s; }, "- name: Clip",
        "- name: 片頭");
    row(
        "name that needs quotes", [](auto &b) { b.jobs[1].job.name = u"yes"_s; }, "name: Clip",
        "name: \"yes\"");
    row(
        "flow job", [](auto &b) { b.jobs[2].job.name = u"Block"_s; }, "{name: Flow,",
        "{name: Block,");
    row(
        "setting keeps its comment", [](auto &b) { b.settings.outputDir = u"other"_s; },
        "output_dir: out   # results", "output_dir: other   # results");
    row(
        "setting removed with its comment", [](auto &b) { b.settings.maxWorkers.reset(); },
        "# How many at once.\nmax_workers: 3\n", "");
    row(
        "new settings above the jobs", [](auto &b) { b.settings.budget = batch::Cost::fromUsd(3); },
        "max_workers: 3\n", "max_workers: 3\nbudget: 3.00\n");
    row(
        "unknown list",
        [](auto &b) {
            b.settings.extra[u"notes"] = QJsonArray{u"keep"_s, 2};
        },
        "  - keep\n", "  - keep\n  - 2\n");
    row(
        "removed in the middle", [](auto &b) { b.jobs.removeAt(1); }, ("\n" + clipText).constData(),
        "");
    row(
        "first removed", [](auto &b) { b.jobs.removeAt(0); }, (stillText + '\n').constData(), "");
    row(
        "swapped", [](auto &b) { b.jobs.swapItemsAt(0, 1); },
        (stillText + '\n' + clipText).constData(), (clipText + '\n' + stillText).constData());
    row(
        "appended", [](auto &b) { b.jobs.append(newJob()); }, "prompt: p}\n",
        "prompt: p}\n\n  - {name: New, type: image, model: m/image, prompt: \"Something: new\", "
        "width: 512}\n");
    row(
        "inserted first", [](auto &b) { b.jobs.prepend(newJob()); }, "jobs:\n",
        "jobs:\n  - name: New\n    type: image\n    model: m/image\n    prompt: >-\n"
        "      Something: new\n    width: 512\n\n");
    row(
        "duplicated",
        [](auto &b) {
            batch::JobSource copy = b.jobs[2];
            copy.job.id = batch::newJobId();
            b.jobs.append(copy);
        },
        "prompt: p}\n", "prompt: p}\n\n  - {name: Flow, type: image, model: m/image, prompt: p}\n");
    row(
        "the same job twice", [](auto &b) { b.jobs.append(b.jobs[2]); }, "prompt: p}\n",
        "prompt: p}\n\n  - {name: Flow, type: image, model: m/image, prompt: p}\n");
}

void TestEditing::edits()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const config::BatchFile file = read(source);
    QCOMPARE(file.source.jobs.size(), 3);
    batch::BatchSource batch = file.source;
    edit(batch);

    QCOMPARE(QByteArray(source).count(before), 1);
    const QByteArray expected = QByteArray(source).replace(before, after);
    const QByteArray written = batchtext::written(batch, Format::Yaml, &file);
    QCOMPARE(QString::fromUtf8(written), QString::fromUtf8(expected));
    QVERIFY(batch::sameContent(read(written).source, batch));
}

void TestEditing::lineBreaksStay()
{
    const QByteArray text = "\xEF\xBB\xBF" + QByteArray(source).replace("\n", "\r\n");
    const config::BatchFile file = read(text);
    batch::BatchSource batch = file.source;
    batch.jobs[0].job.width = 2048;
    batch.jobs.insert(1, newJob());
    const QByteArray written = batchtext::written(batch, Format::Yaml, &file);
    QVERIFY(written.startsWith("\xEF\xBB\xBF# About"));
    QCOMPARE(written.count("\r\n"), written.count('\n'));
    QVERIFY(written.contains("width: 2048 # px\r\n"));
    QVERIFY(batch::sameContent(read(written).source, batch));
}

void TestEditing::lastLineWithoutBreak()
{
    const config::BatchFile file =
        read("jobs:\n  - name: a\n    type: image\n    model: m\n    prompt: p");
    batch::BatchSource batch = file.source;
    batch.jobs.prepend(newJob());
    batch.jobs.append(newJob());
    QCOMPARE(batchtext::written(batch, Format::Yaml, &file),
             "jobs:\n"
             "  - name: New\n    type: image\n    model: m/image\n"
             "    prompt: \"Something: new\"\n    width: 512\n\n"
             "  - name: a\n    type: image\n    model: m\n    prompt: p\n\n"
             "  - name: New\n    type: image\n    model: m/image\n"
             "    prompt: \"Something: new\"\n    width: 512");
}

void TestEditing::dashesAtTheMargin()
{
    const QByteArray text = "jobs:\n"
                            "-   name: a\n    type: image\n    model: m\n    prompt: p\n"
                            "-   name: b\n    type: image\n    model: m\n    prompt: p\n"
                            "budget: 3\n";
    const config::BatchFile file = read(text);
    batch::BatchSource batch = file.source;
    batch.jobs[1].job.prompt = u"q"_s;
    QCOMPARE(batchtext::written(batch, Format::Yaml, &file),
             QByteArray(text).replace("prompt: p\nbudget", "prompt: q\nbudget"));
    batch.jobs.append(newJob());
    QCOMPARE(batchtext::written(batch, Format::Yaml, &file),
             QByteArray(text).replace("prompt: p\nbudget",
                                      "prompt: q\n"
                                      "-   name: New\n    type: image\n    model: m/image\n"
                                      "    prompt: \"Something: new\"\n    width: 512\nbudget"));
}

void TestEditing::noJobsLeftAndBack()
{
    const config::BatchFile file = read(source);
    batch::BatchSource batch = file.source;
    batch.jobs.clear();
    const QByteArray empty = batchtext::written(batch, Format::Yaml, &file);
    QVERIFY(empty.contains("\njobs: []\n"));
    QVERIFY(empty.contains("# About the whole file.\n"));
    QVERIFY(empty.contains("# Notes of the client.\nnotes:\n  - keep\n"));

    const config::BatchFile emptyFile = read(empty);
    batch.jobs.append(newJob());
    const QByteArray again = batchtext::written(batch, Format::Yaml, &emptyFile);
    QVERIFY(again.contains("\njobs:\n  - name: New\n"));
    QVERIFY(again.contains("# Notes of the client.\n"));
    QVERIFY(batch::sameContent(read(again).source, batch));
}

void TestEditing::onePollingKey_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<double>("initial");
    QTest::addColumn<double>("max");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *before, double initial, double max, const char *after) {
        QTest::newRow(after) << QByteArray(before) << initial << max << QByteArray(after);
    };
    row("{max: 20}", 5, 40, "{max: 40}");
    row("{max: 20}", 7, 20, "{max: 20, initial: 7}");
    row("{max: 20, initial: 7}", 5, 20, "{max: 20, initial: 5}");
    row("\n  max: 20 # s", 5, 40, "\n  max: 40 # s");
    row("{}", 5, 40, "\n  max: 40");
}

void TestEditing::onePollingKey()
{
    QFETCH(QByteArray, before);
    QFETCH(double, initial);
    QFETCH(double, max);
    QFETCH(QByteArray, after);
    const config::BatchFile file = read("polling: " + before + "\njobs: []\n");
    batch::BatchSource batch = file.source;
    batch.settings.polling->initial = initial;
    batch.settings.polling->max = max;
    const QByteArray expected = (after.startsWith('\n') ? "polling:" : "polling: ") + after;
    QByteArray written = batchtext::written(batch, Format::Yaml, &file);
    QCOMPARE(written.replace("polling: \n", "polling:\n"), expected + "\njobs: []\n");
}

void TestEditing::lastParameter_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("block") << QByteArray("    params:\n      # its own\n      seed: 1\n")
                           << QByteArray();
    QTest::newRow("flow") << QByteArray("    params: {seed: 1} # lucky\n") << QByteArray();
    QTest::newRow("merged") << QByteArray("    <<: *base\n")
                            << QByteArray("    <<: *base\n    params: {}\n");
}

void TestEditing::lastParameter()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray text = "base: &base {params: {seed: 1}}\njobs:\n  - name: a\n    type: image\n"
                            "    model: m\n    prompt: p\n"
        + before + "    mood: calm\n";
    const config::BatchFile file = read(text);
    batch::BatchSource batch = file.source;
    batch.jobs[0].job.params = {};
    const QByteArray written = batchtext::written(batch, Format::Yaml, &file);
    QVERIFY(batch::sameContent(read(written).source, batch));
    if (!after.isEmpty()) {
        // A new key stands at the end.
        QCOMPARE(written, text + "    params: {}\n");
        return;
    }
    QCOMPARE(written, QByteArray(text).replace(before, after));
}

void TestEditing::everyExampleTakesEveryEdit_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *name :
         {"weekly.yaml", "launch.yaml", "social-pack.yaml", "cinema-campaign.yaml"})
        QTest::newRow(name) << batchtext::example(QString::fromLatin1(name));
}

void TestEditing::everyExampleTakesEveryEdit()
{
    QFETCH(QByteArray, text);
    config::BatchFile file = read(text);
    const qsizetype count = file.source.jobs.size();
    for (qsizetype i = 0; i < count; ++i) {
        batch::BatchSource batch = file.source;
        batch.jobs[i].job.prompt = u"只改這一段 #%1: 完"_s.arg(i);
        batch.jobs.move(i, count - 1 - i);
        batch.jobs.insert(i, newJob());
        const QByteArray written = batchtext::written(batch, Format::Yaml, &file);
        const config::BatchFile again = read(written);
        QVERIFY(batch::sameContent(again.source, batch));
        // All lines of the others are there as they were.
        const QList<QByteArray> lines = text.split('\n');
        const auto lost =
            std::count_if(lines.begin(), lines.end(),
                          [&written](const QByteArray &line) { return !written.contains(line); });
        QVERIFY(lost <= 5);
    }
}

QTEST_GUILESS_MAIN(TestEditing)
#include "test_editing.moc"
