// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <QJsonArray>

#include <functional>

using namespace Qt::StringLiterals;
using batchtext::read;
using config::Format;

using Edit = std::function<void(batch::Batch &)>;

/// Edits of YAML files: what is written must be exactly the old text with the changed lines.
class TestSplice : public QObject
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

void TestSplice::unchangedFilesKeepTheirBytes_data()
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

void TestSplice::unchangedFilesKeepTheirBytes()
{
    QFETCH(QByteArray, text);
    const config::BatchFile file = read(text);
    QCOMPARE(config::writeBatch(file.batch, Format::Yaml, &file), text);
}

void TestSplice::edits_data()
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
        "folded prompt", [](auto &b) { b.jobs[0].prompt = u"A loud city: noon\n"_s; },
        "      A quiet lake,\n      at dawn\n", "      A loud city: noon\n");
    row(
        "prompt without end of line", [](auto &b) { b.jobs[0].prompt = u"City"_s; },
        "    prompt: >\n      A quiet lake,\n      at dawn\n", "    prompt: >-\n      City\n");
    row(
        "literal prompt", [](auto &b) { b.jobs[1].prompt = u"One.\n\nThree.\n"_s; }, "Two.",
        "Three.");
    row(
        "number keeps its comment", [](auto &b) { b.jobs[0].width = 2048; }, "1024 # px",
        "2048 # px");
    row(
        "optional removed", [](auto &b) { b.jobs[0].width.reset(); }, "    width: 1024 # px\n", "");
    row(
        "new keys in the article's order",
        [](auto &b) {
            b.jobs[0].maxRetries = 1;
            b.jobs[0].height = 512;
            b.jobs[0].enabled = false;
        },
        "    mood: calm\n",
        "    mood: calm\n    height: 512\n    enabled: false\n    max_retries: 1\n");
    row(
        "implied key stays", [](auto &b) { b.jobs[1].duration = 6.5; }, "duration: 5",
        "duration: 6.5");
    row(
        "implied key changes", [](auto &b) { b.jobs[1].enabled = false; }, "enabled: true",
        "enabled: false");
    row(
        "model keeps the comment above", [](auto &b) { b.jobs[1].model = u"m/other"_s; },
        "    model: m/video\n", "    model: m/other\n");
    row(
        "name beside the dash", [](auto &b) { b.jobs[1].name = u"片頭"_s; }, "- name: Clip",
        "- name: 片頭");
    row(
        "name that needs quotes", [](auto &b) { b.jobs[1].name = u"yes"_s; }, "name: Clip",
        "name: \"yes\"");
    row(
        "flow job", [](auto &b) { b.jobs[2].name = u"Block"_s; },
        "  - {name: Flow, type: image, model: m/image, prompt: p}\n",
        "  - name: Block\n    type: image\n    model: m/image\n    prompt: p\n");
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
        "prompt: p}\n\n  - name: New\n    type: image\n    model: m/image\n    prompt: >-\n"
        "      Something: new\n    width: 512\n");
    row(
        "inserted first", [](auto &b) { b.jobs.prepend(newJob()); }, "jobs:\n",
        "jobs:\n  - name: New\n    type: image\n    model: m/image\n    prompt: >-\n"
        "      Something: new\n    width: 512\n\n");
    row(
        "duplicated",
        [](auto &b) {
            batch::Job copy = b.jobs[2];
            copy.id = batch::newJobId();
            b.jobs.append(copy);
        },
        "prompt: p}\n",
        "prompt: p}\n\n  - name: Flow\n    type: image\n    model: m/image\n    prompt: >-\n      "
        "p\n");
    row(
        "the same job twice", [](auto &b) { b.jobs.append(b.jobs[2]); }, "prompt: p}\n",
        "prompt: p}\n\n  - name: Flow\n    type: image\n    model: m/image\n    prompt: >-\n      "
        "p\n");
}

void TestSplice::edits()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const config::BatchFile file = read(source);
    QCOMPARE(file.batch.jobs.size(), 3);
    batch::Batch batch = file.batch;
    edit(batch);

    QCOMPARE(QByteArray(source).count(before), 1);
    const QByteArray expected = QByteArray(source).replace(before, after);
    const QByteArray written = config::writeBatch(batch, Format::Yaml, &file);
    QCOMPARE(QString::fromUtf8(written), QString::fromUtf8(expected));
    QVERIFY(batchtext::sameBatch(read(written).batch, batch));
}

void TestSplice::lineBreaksStay()
{
    const QByteArray text = "\xEF\xBB\xBF" + QByteArray(source).replace("\n", "\r\n");
    const config::BatchFile file = read(text);
    batch::Batch batch = file.batch;
    batch.jobs[0].width = 2048;
    batch.jobs.insert(1, newJob());
    const QByteArray written = config::writeBatch(batch, Format::Yaml, &file);
    QVERIFY(written.startsWith("\xEF\xBB\xBF# About"));
    QCOMPARE(written.count("\r\n"), written.count('\n'));
    QVERIFY(written.contains("width: 2048 # px\r\n"));
    QVERIFY(batchtext::sameBatch(read(written).batch, batch));
}

void TestSplice::lastLineWithoutBreak()
{
    const config::BatchFile file =
        read("jobs:\n  - name: a\n    type: image\n    model: m\n    prompt: p");
    batch::Batch batch = file.batch;
    batch.jobs.prepend(newJob());
    batch.jobs.append(newJob());
    QCOMPARE(config::writeBatch(batch, Format::Yaml, &file),
             "jobs:\n"
             "  - name: New\n    type: image\n    model: m/image\n"
             "    prompt: \"Something: new\"\n    width: 512\n\n"
             "  - name: a\n    type: image\n    model: m\n    prompt: p\n\n"
             "  - name: New\n    type: image\n    model: m/image\n"
             "    prompt: \"Something: new\"\n    width: 512\n");
}

void TestSplice::dashesAtTheMargin()
{
    const QByteArray text = "jobs:\n"
                            "-   name: a\n    type: image\n    model: m\n    prompt: p\n"
                            "-   name: b\n    type: image\n    model: m\n    prompt: p\n"
                            "budget: 3\n";
    const config::BatchFile file = read(text);
    batch::Batch batch = file.batch;
    batch.jobs[1].prompt = u"q"_s;
    QCOMPARE(config::writeBatch(batch, Format::Yaml, &file),
             QByteArray(text).replace("prompt: p\nbudget", "prompt: q\nbudget"));
    batch.jobs.append(newJob());
    QCOMPARE(config::writeBatch(batch, Format::Yaml, &file),
             QByteArray(text).replace("prompt: p\nbudget",
                                      "prompt: q\n"
                                      "- name: New\n  type: image\n  model: m/image\n"
                                      "  prompt: \"Something: new\"\n  width: 512\nbudget"));
}

void TestSplice::noJobsLeftAndBack()
{
    const config::BatchFile file = read(source);
    batch::Batch batch = file.batch;
    batch.jobs.clear();
    const QByteArray empty = config::writeBatch(batch, Format::Yaml, &file);
    QVERIFY(empty.contains("\njobs: []\n"));
    QVERIFY(empty.contains("# About the whole file.\n"));
    QVERIFY(empty.contains("# Notes of the client.\nnotes:\n  - keep\n"));

    const config::BatchFile emptyFile = read(empty);
    batch.jobs.append(newJob());
    const QByteArray again = config::writeBatch(batch, Format::Yaml, &emptyFile);
    QVERIFY(again.contains("\njobs:\n  - name: New\n"));
    QVERIFY(again.contains("# Notes of the client.\n"));
    QVERIFY(batchtext::sameBatch(read(again).batch, batch));
}

void TestSplice::everyExampleTakesEveryEdit_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *name :
         {"weekly.yaml", "launch.yaml", "social-pack.yaml", "cinema-campaign.yaml"})
        QTest::newRow(name) << batchtext::example(QString::fromLatin1(name));
}

void TestSplice::everyExampleTakesEveryEdit()
{
    QFETCH(QByteArray, text);
    config::BatchFile file = read(text);
    const qsizetype count = file.batch.jobs.size();
    for (qsizetype i = 0; i < count; ++i) {
        batch::Batch batch = file.batch;
        batch.jobs[i].prompt = u"只改這一段 #%1: 完"_s.arg(i);
        batch.jobs.move(i, count - 1 - i);
        batch.jobs.insert(i, newJob());
        const QByteArray written = config::writeBatch(batch, Format::Yaml, &file);
        const config::BatchFile again = read(written);
        QVERIFY(batchtext::sameBatch(again.batch, batch));
        // All lines of the others are there as they were.
        const QList<QByteArray> lines = text.split('\n');
        const auto lost =
            std::count_if(lines.begin(), lines.end(),
                          [&written](const QByteArray &line) { return !written.contains(line); });
        QVERIFY(lost <= 5);
    }
}

QTEST_GUILESS_MAIN(TestSplice)
#include "test_splice.moc"
