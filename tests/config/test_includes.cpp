// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "config/batchtext.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using config::BatchFile;

class TestIncludes : public QObject
{
    Q_OBJECT

private slots:
    void jobsDefaultsAndModels();
    void pathsCountFromTheFileThatSaysThem();
    void sameShotsForTwoProducts();
    void oneHouseStyleForTwoFiles();
    void oneHouseStyleOverALink();
    void errorsStandAtTheLine_data();
    void errorsStandAtTheLine();
    void jobsOfIncludedFilesMayBeWrong();
    void sameNamesAcrossFiles();
    void cycles();
    void levels();
    void manyFiles();
    void sizeInAll();
    void savesAreNotHeldUp_data();
    void savesAreNotHeldUp();
    void savesNeedWhatDefaultsSaid();
};

namespace {

/// A folder of batch files.
class Folder
{
public:
    void write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("can't write %s", qPrintable(path));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    tl::expected<BatchFile, QList<config::Diagnostic>> tryRead() const
    {
        return config::readBatchFile(path(u"weekly.yaml"_s));
    }
    BatchFile read() const
    {
        const auto file = tryRead();
        if (!file)
            qFatal("%s", qPrintable(file.error().first().toText()));
        return *file;
    }

private:
    QTemporaryDir m_folder;
};

QStringList namesOf(const batch::Batch &batch)
{
    QStringList names;
    for (const batch::Job &job : batch.jobs)
        names.append(job.name);
    return names;
}

} // namespace

void TestIncludes::jobsDefaultsAndModels()
{
    const Folder folder;
    folder.write(
        u"house.json"_s,
        "{\"output_dir\": \"never\", \"max_workers\": 9,\n"
        "\"defaults\": {\"type\": \"image\", \"model\": \"house/model\"},\n"
        "\"models\": {\"house/model\": {\"type\": \"image\", \"price_per_image\": 0.02}}}");
    folder.write(u"shots.yaml"_s,
                 "jobs:\n  - {name: front, type: image, model: m, prompt: 'a {product}'}\n");
    folder.write(u"weekly.yaml"_s,
                 "include: [house.json, shots.yaml]\n"
                 "vars: {product: lamp}\n"
                 "jobs:\n  - {name: own, prompt: p}\n");
    const BatchFile file = folder.read();
    QCOMPARE(batchtext::texts(file.warnings + file.jobErrors + file.expansionErrors),
             QStringList());
    QCOMPARE(namesOf(file.batch), QStringList({u"front"_s, u"own"_s}));
    QCOMPARE(file.jobLines, QList<int>({2, 4}));
    QCOMPARE(file.jobFiles, QStringList({folder.path(u"shots.yaml"_s), QString()}));
    QCOMPARE(file.entryLines, QList<int>{4});
    QCOMPARE(file.batch.jobs[0].prompt, u"a lamp"_s);
    QCOMPARE(file.batch.jobs[1].model, u"house/model"_s);
    QVERIFY(!file.batch.settings.outputDir && !file.batch.settings.maxWorkers);
    QVERIFY(file.batch.settings.models.contains(u"house/model"_s));
    QVERIFY(file.source.settings.models.isEmpty()); // nothing of it is ever written
    QCOMPARE(file.source.jobs.size(), 1);
    QCOMPARE(file.includedFiles,
             QStringList({folder.path(u"house.json"_s), folder.path(u"shots.yaml"_s)}));
}

void TestIncludes::pathsCountFromTheFileThatSaysThem()
{
    const Folder folder;
    folder.write(u"house/all.yaml"_s,
                 "include: more/shots.yaml\n"
                 "defaults: {image: logo.png}\n");
    folder.write(u"house/more/shots.yaml"_s,
                 "jobs:\n  - {name: front, type: image, model: m, prompt: p, image: '{x}.png',\n"
                 "     vars: {x: a}}\n");
    folder.write(u"weekly.yaml"_s,
                 "include: house/all.yaml\n"
                 "jobs:\n  - {name: own, type: image, model: m, prompt: p}\n");
    const BatchFile file = folder.read();
    QCOMPARE(file.batch.jobs[0].image, u"house/more/a.png"_s);
    QCOMPARE(file.batch.jobs[1].image, u"house/logo.png"_s);
    QCOMPARE(file.includedFiles.size(), 2);
}

void TestIncludes::sameShotsForTwoProducts()
{
    const Folder folder;
    folder.write(
        u"shots.yaml"_s,
        "vars: {product: thing}\n"
        "jobs:\n  - {name: '{product} front', type: image, model: m, prompt: '{product}'}\n");
    folder.write(u"lamp.yaml"_s, "include: shots.yaml\nvars: {product: lamp}\n");
    folder.write(u"chair.yaml"_s, "include: shots.yaml\nvars: {product: chair}\n");
    folder.write(u"weekly.yaml"_s, "include: [lamp.yaml, chair.yaml]\njobs: []\n");
    QCOMPARE(namesOf(folder.read().batch), QStringList({u"lamp front"_s, u"chair front"_s}));
}

/// A file that comes over several ways brings its jobs once, and what is wrong with it.
void TestIncludes::oneHouseStyleForTwoFiles()
{
    const Folder folder;
    folder.write(u"style.yaml"_s,
                 "defaults: {type: image, model: m}\n"
                 "mood: calm\n"
                 "jobs:\n  - {name: logo, prompt: p}\n");
    folder.write(u"b.yaml"_s, "include: style.yaml\njobs:\n  - {name: b, prompt: p}\n");
    folder.write(u"c.yaml"_s, "include: style.yaml\njobs:\n  - {name: c, prompt: p}\n");
    for (const char *files : {"[b.yaml, c.yaml]", "[b.yaml, c.yaml, style.yaml]"}) {
        folder.write(u"weekly.yaml"_s,
                     QByteArray("include: ") + files + "\njobs:\n  - {name: a, prompt: p}\n");
        const BatchFile file = folder.read();
        QCOMPARE(namesOf(file.batch), QStringList({u"logo"_s, u"b"_s, u"c"_s, u"a"_s}));
        QCOMPARE(file.jobLines, QList<int>({4, 3, 3, 3}));
        QCOMPARE(batchtext::texts(file.jobErrors + file.expansionErrors), QStringList());
        QCOMPARE(file.warnings.size(), 1);
        QVERIFY2(file.warnings[0].message.contains(u"mood"_s) || file.warnings[0].key == u"mood",
                 qPrintable(file.warnings[0].toText()));
    }
}

void TestIncludes::oneHouseStyleOverALink()
{
    const Folder folder;
    folder.write(u"style.yaml"_s, "jobs:\n  - {name: logo, type: image, model: m, prompt: p}\n");
    QVERIFY(QFile::link(folder.path(u"style.yaml"_s), folder.path(u"link.yaml"_s)));
    folder.write(u"b.yaml"_s, "include: link.yaml\n");
    folder.write(u"weekly.yaml"_s, "include: [style.yaml, b.yaml]\njobs: []\n");
    const BatchFile file = folder.read();
    QCOMPARE(namesOf(file.batch), QStringList(u"logo"_s));
    QCOMPARE(file.includedFiles.size(), 3); // each of the names may come to say something else
}

void TestIncludes::errorsStandAtTheLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *title, const QString &name, const QByteArray &text,
                        const QString &contains) {
        QTest::newRow(title) << name << text << contains;
    };
    row("missing", u"nowhere.yaml"_s, {}, u"There is no such file"_s);
    row("a folder", u"."_s, {}, u"This is a folder"_s);
    row("no ordinary file", u"/dev/null"_s, {}, u"no ordinary file"_s);
    row("itself", u"weekly.yaml"_s, {}, u"includes itself: weekly.yaml → weekly.yaml"_s);
    row("empty", u"house.yaml"_s, "# nothing\n", u"house.yaml: The file is empty"_s);
    row("no YAML", u"house.yaml"_s, "vars: {}\n\tx: 1\n", u"house.yaml:2:1: "_s);
    row("not UTF-8", u"house.yaml"_s, "a: \xE9\n", u"house.yaml:1:4: "_s);
    row("no JSON", u"house.json"_s, "{\"a\": 1,}", u"house.json:1:8: "_s);
    row("wrong key", u"house.yaml"_s, "vars: {}\nmax_workers: x\n",
        u"house.yaml:2:14: max_workers: Expected"_s);
    row("wrong default", u"house.yaml"_s, "defaults: {width: x}\n",
        u"house.yaml:1:19: defaults.width: Expected"_s);
    row("jobs is no list", u"house.yaml"_s, "jobs: 5\n", u"house.yaml:1:7: jobs: Expected"_s);
    row("deeper", u"house.yaml"_s, "\ninclude: nowhere.yaml\n",
        u"house.yaml:2:10: include: nowhere.yaml can't be included. There is no"_s);
}

void TestIncludes::errorsStandAtTheLine()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(QString, contains);
    const Folder folder;
    if (!text.isEmpty())
        folder.write(name, text);
    folder.write(u"weekly.yaml"_s,
                 "# a line\ninclude:\n  - " + name.toUtf8() + "\njobs:\n  - {name: a}\n");
    const auto file = folder.tryRead();
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().size(), 1); // and no word of what the include might have said
    const config::Diagnostic &error = file.error().first();
    QCOMPARE(error.line, 3);
    QCOMPARE(error.column, 5);
    QCOMPARE(error.key, u"include[0]"_s);
    QVERIFY2(error.message.contains(contains), qPrintable(error.message));
}

void TestIncludes::jobsOfIncludedFilesMayBeWrong()
{
    const Folder folder;
    folder.write(u"shots.yaml"_s,
                 "mood: calm\n"
                 "vars: {product: lamp}\n"
                 "jobs:\n"
                 "  - {name: a, type: image, model: m, prompt: p, width: big}\n"
                 "  - {name: b, type: image, model: m, prompt: '{prodcut}'}\n"
                 "  - {name: c, type: image, model: m, prompt: p}\n");
    folder.write(u"weekly.yaml"_s, "include: shots.yaml\njobs: []\n");
    const BatchFile file = folder.read();
    QCOMPARE(namesOf(file.batch), QStringList(u"c"_s));
    QVERIFY(file.jobErrors.isEmpty()); // this file loses nothing when it is written
    const QString path = folder.path(u"shots.yaml"_s);
    QCOMPARE(file.expansionErrors.size(), 2);
    QCOMPARE(file.expansionErrors[0].file, path);
    QCOMPARE(file.expansionErrors[0].line, 4);
    QCOMPARE(file.expansionErrors[0].key, u"jobs[0].width"_s);
    QCOMPARE(file.expansionErrors[1].line, 5);
    QCOMPARE(file.expansionErrors[1].job, u"b"_s);
    QCOMPARE(file.warnings.size(), 1);
    QCOMPARE(file.warnings[0].file, path);
}

void TestIncludes::sameNamesAcrossFiles()
{
    const Folder folder;
    folder.write(u"shots.yaml"_s, "jobs:\n  - {name: a, type: image, model: m, prompt: p}\n");
    folder.write(u"weekly.yaml"_s,
                 "include: shots.yaml\n"
                 "jobs:\n  - {name: a, type: image, model: m, prompt: p}\n");
    const BatchFile file = folder.read();
    QCOMPARE(file.warnings.size(), 1);
    QCOMPARE(file.warnings[0].line, 3);
    QVERIFY2(file.warnings[0].message.contains(u"line 2 of shots.yaml"_s),
             qPrintable(file.warnings[0].message));
}

void TestIncludes::cycles()
{
    const Folder folder;
    folder.write(u"a.yaml"_s, "include: sub/b.yaml\n");
    folder.write(u"sub/b.yaml"_s, "include: ../weekly.yaml\n");
    folder.write(u"weekly.yaml"_s, "include: a.yaml\njobs: []\n");
    const auto file = folder.tryRead();
    QVERIFY(!file.has_value());
    QVERIFY2(file.error().first().message.contains(
                 u"includes itself: weekly.yaml → a.yaml → b.yaml → weekly.yaml"_s),
             qPrintable(file.error().first().message));

    folder.write(u"weekly.yaml"_s, "include: [c.yaml, ./c.yaml]\njobs: []\n");
    folder.write(u"c.yaml"_s, "jobs: []\n");
    const auto twice = folder.tryRead();
    QVERIFY(!twice.has_value());
    QVERIFY(twice.error().first().message.contains(u"included twice"_s));
}

void TestIncludes::levels()
{
    const Folder folder;
    const auto chain = [&folder](int length) {
        for (int i = 1; i < length; ++i) {
            folder.write(u"%1.yaml"_s.arg(i), "include: " + QByteArray::number(i + 1) + ".yaml\n");
        }
        folder.write(u"%1.yaml"_s.arg(length),
                     "jobs:\n  - {name: deep, type: image, model: m, prompt: p}\n");
    };
    folder.write(u"weekly.yaml"_s, "include: 1.yaml\njobs: []\n");
    chain(8);
    QCOMPARE(namesOf(folder.read().batch), QStringList(u"deep"_s));
    chain(9);
    const auto file = folder.tryRead();
    QVERIFY(!file.has_value());
    QVERIFY(file.error().first().message.contains(u"more than 8 levels"_s));
}

void TestIncludes::manyFiles()
{
    const Folder folder;
    QByteArray text = "include:\n";
    for (int i = 0; i < 201; ++i) {
        folder.write(u"%1.yaml"_s.arg(i), "jobs: []\n");
        text += "  - " + QByteArray::number(i) + ".yaml\n";
    }
    folder.write(u"weekly.yaml"_s, text + "jobs: []\n");
    auto file = folder.tryRead();
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().size(), 1);
    QCOMPARE(file.error().first().line, 202);
    QVERIFY(file.error().first().message.contains(u"More than 200 files"_s));

    // Few files that stand for many: each level includes the next one five times over.
    for (int level = 1; level <= 7; ++level) {
        QByteArray next = "include:\n";
        for (int i = 0; i < 5; ++i) {
            const QByteArray name = QByteArray::number(level + 1) + "/" + QByteArray::number(i);
            next += "  - ../" + name + ".yaml\n";
        }
        for (int i = 0; i < 5; ++i)
            folder.write(u"%1/%2.yaml"_s.arg(level).arg(i), level == 7 ? "jobs: []\n" : next);
    }
    folder.write(u"weekly.yaml"_s, "include: 1/0.yaml\njobs: []\n");
    QElapsedTimer timer;
    timer.start();
    file = folder.tryRead();
    QVERIFY(!file.has_value());
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY2(file.error().first().message.size() < 1000, qPrintable(file.error().first().message));
}

void TestIncludes::sizeInAll()
{
    const Folder folder;
    for (const QString &name : {u"a.yaml"_s, u"b.yaml"_s}) {
        folder.write(name, "jobs: []\n");
        QFile file(folder.path(name));
        QVERIFY(file.resize(33LL * 1024 * 1024)); // sparse
    }
    folder.write(u"a.yaml"_s, "jobs: []\n" + QByteArray(60, '#'));
    folder.write(u"weekly.yaml"_s, "include: [a.yaml, b.yaml]\njobs: []\n");
    QFile large(folder.path(u"b.yaml"_s));
    QVERIFY(large.resize(64LL * 1024 * 1024));
    const auto file = folder.tryRead();
    QVERIFY(!file.has_value());
    QVERIFY2(file.error().first().message.contains(u"larger than 64 MB together"_s),
             qPrintable(file.error().first().message));
}

void TestIncludes::savesAreNotHeldUp_data()
{
    QTest::addColumn<QByteArray>("shots"); // by the time of the save
    QTest::newRow("as it was") << QByteArray("defaults: {type: image}\njobs:\n  - {name: a}\n");
    QTest::newRow("gone") << QByteArray();
    QTest::newRow("broken") << QByteArray("jobs: [");
    QTest::newRow("changed") << QByteArray("defaults: {type: video}\n");
}

void TestIncludes::savesAreNotHeldUp()
{
    QFETCH(QByteArray, shots);
    const Folder folder;
    folder.write(u"shots.yaml"_s, "defaults: {type: image}\njobs:\n  - {name: a}\n");
    folder.write(u"weekly.yaml"_s,
                 "include: shots.yaml\njobs:\n  - {name: own, model: m, prompt: p}\n");
    const BatchFile file = folder.read();
    QCOMPARE(file.expansionErrors.size(), 2);
    if (shots.isEmpty())
        QVERIFY(QFile::remove(folder.path(u"shots.yaml"_s)));
    else
        folder.write(u"shots.yaml"_s, shots);
    batch::BatchSource source = file.source;
    source.settings.maxWorkers = 2;
    const auto saved = config::saveBatchFile(source, file.path, &file);
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error()));
    QVERIFY(saved->text.contains("include: shots.yaml"));
    QVERIFY(!saved->text.contains("name: a"));
    QCOMPARE(saved->source, source); // with what is known of the other file
    QCOMPARE(saved->batch.jobs, batch::expand(source).plainJobs());
    QCOMPARE(saved->includedFiles, QStringList(folder.path(u"shots.yaml"_s)));
}

void TestIncludes::savesNeedWhatDefaultsSaid()
{
    const Folder folder;
    folder.write(u"shots.yaml"_s, "defaults: {type: image}\n");
    folder.write(u"weekly.yaml"_s,
                 "include: shots.yaml\njobs:\n  - {name: own, model: m, prompt: p}\n");
    const BatchFile file = folder.read();
    batch::BatchSource source = file.source;
    source.include.clear();
    source.included.clear();
    const auto saved = config::saveBatchFile(source, file.path, &file);
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().contains(u"type is missing"_s), qPrintable(saved.error()));
    QCOMPARE(folder.read().source.include, QStringList(u"shots.yaml"_s));
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "test_includes.moc"
