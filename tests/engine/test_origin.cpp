// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/resultfile.h"
#include "engine/resume/claim.h"
#include "store/manifest.h"
#include "store/submission.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;

namespace {

const QString server = u"https://api.example/v1"_s;

batch::Batch batchOf(const QStringList &names)
{
    batch::Batch batch;
    for (const QString &name : names) {
        batch::Job job;
        job.name = name;
        job.model = u"a/model"_s;
        job.prompt = u"A picture of "_s + name;
        batch.jobs.append(job);
    }
    return batch;
}

} // namespace

/// A batch file that was moved, renamed or copied, in a ledger of the test's own.
class OriginTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void renamedFile();
    void surveyChangesNothing();
    void whatIsNotFetchedIsFound();
    void movedFolder();
    void movedFolderOfSeveralBatches();
    void triedOutElsewhereFirst();
    void copiedFile();
    void anotherBatchOfTheFolder();
    void anotherBatchAfterOneThatWasDeleted();
    void manifestThatTellsNothing_data();
    void manifestThatTellsNothing();
    void whatIsGivenUpStaysOnTheBill();
    void whatIsGivenUpLeavesNoParts();
    void aFetchedFileThatIsGoneCanBeGivenUp();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    /// The folder of the batch file has the results.
    engine::BatchKey keyOf(const QString &file, const QString &where = server) const
    {
        return {store::batchName(path(file)), where,
                QFileInfo(path(file)).dir().filePath(u"out"_s)};
    }
    void write(const QString &name, const QByteArray &text = "jobs: []") const;
    /// The batch runs to that state: in the ledger, on the disk, and in the manifest.
    void make(const QString &file, const batch::Batch &batch, JobState state = JobState::Succeeded,
              const QString &where = server);
    engine::History claimed(const QString &file, const batch::Batch &batch,
                            const QString &where = server) const;
    engine::History surveyed(const QString &file, const batch::Batch &batch) const;
    static int count(const engine::History &history, JobState state);
    static qsizetype knownTo(const engine::BatchKey &key);

    std::unique_ptr<QTemporaryDir> m_dir;
    int m_made = 0;
};

void OriginTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", path(u"home"_s).toUtf8());
}

void OriginTest::write(const QString &name, const QByteArray &text) const
{
    QVERIFY(QFileInfo(path(name)).dir().mkpath(u"."_s));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void OriginTest::make(const QString &file, const batch::Batch &batch, JobState state,
                      const QString &where)
{
    write(file);
    const engine::BatchKey key = keyOf(file, where);
    QVERIFY(QDir().mkpath(key.outputDir + u"/images"_s));
    store::Ledger ledger;
    const auto kept = [](const tl::expected<void, store::StoreError> &done) { QVERIFY(done); };
    store::Manifest manifest;
    for (const batch::Job &job : batch.jobs) {
        const QString number = QString::number(++m_made);
        batch::JobResult result;
        result.name = job.name;
        result.state = state;
        result.submission = u"s"_s + number;
        result.predictionId = u"p"_s + number;
        result.cost = batch::Cost::fromUsd(0.04);
        const QString image = key.outputDir + u"/images/"_s + number + u".png"_s;
        result.outputs = {{QUrl(u"http://localhost/"_s + number), image}};
        QImage pixels(4, 4, QImage::Format_RGB32);
        pixels.fill(Qt::red);
        QVERIFY(state != JobState::Succeeded || pixels.save(image, "PNG"));
        manifest.results.append(result);

        store::Intent intent;
        intent.submission = result.submission;
        intent.batch = key.batch;
        intent.server = where;
        intent.job = job;
        intent.estimate = result.cost;
        intent.at = QDateTime::currentDateTimeUtc();
        ledger.recordIntent(intent, kept);
        ledger.recordAccepted(result.submission, result.predictionId, kept);
        ledger.recordOutcome(result.submission, result, kept);
    }
    QVERIFY(store::writeManifest(manifest, key.outputDir).has_value());
}

engine::History OriginTest::claimed(const QString &file, const batch::Batch &batch,
                                    const QString &where) const
{
    const auto claim = engine::claim(keyOf(file, where), batch, {});
    if (claim)
        return claim->history;
    QTest::qFail(qPrintable(claim.error().message), __FILE__, __LINE__);
    return {};
}

engine::History OriginTest::surveyed(const QString &file, const batch::Batch &batch) const
{
    const auto survey = engine::survey(keyOf(file), batch, {});
    if (survey)
        return survey->history;
    QTest::qFail(qPrintable(survey.error().message), __FILE__, __LINE__);
    return {};
}

int OriginTest::count(const engine::History &history, JobState state)
{
    return static_cast<int>(
        std::count_if(history.jobs.begin(), history.jobs.end(),
                      [state](const auto &standing) { return standing.result.state == state; }));
}

qsizetype OriginTest::knownTo(const engine::BatchKey &key)
{
    return store::Ledger().submissions(key.batch, key.server).value().size();
}

void OriginTest::renamedFile()
{
    const batch::Batch batch = batchOf({u"cat"_s, u"dog"_s});
    make(u"a.yaml"_s, batch);
    const engine::BatchKey old = keyOf(u"a.yaml"_s);
    QVERIFY(QFile::rename(path(u"a.yaml"_s), path(u"b.yaml"_s)));

    const engine::History history = claimed(u"b.yaml"_s, batch);
    QCOMPARE(count(history, JobState::Succeeded), 2);
    QVERIFY(history.others.all.total().isZero());
    QCOMPARE(knownTo(old), 0);
    QCOMPARE(knownTo(keyOf(u"b.yaml"_s)), 2);
    // From now on without the manifest.
    QVERIFY(QFile::remove(path(u"out/manifest.json"_s)));
    QCOMPARE(count(claimed(u"b.yaml"_s, batch), JobState::Succeeded), 2);
}

void OriginTest::surveyChangesNothing()
{
    make(u"a.yaml"_s, batchOf({u"cat"_s, u"dog"_s}));
    QVERIFY(QFile::rename(path(u"a.yaml"_s), path(u"b.yaml"_s)));
    // A job that was changed is still this batch's matter, by its name.
    batch::Batch batch = batchOf({u"cat"_s, u"dog"_s});
    batch.jobs.first().prompt = u"Another cat"_s;
    for (int i = 0; i < 2; ++i) {
        const engine::History history = surveyed(u"b.yaml"_s, batch);
        QCOMPARE(count(history, JobState::Succeeded), 2);
        QVERIFY(!engine::stillHolds(*history.of(batch.jobs.first().id), batch.jobs.first()));
        QCOMPARE(knownTo(keyOf(u"a.yaml"_s)), 2);
        QCOMPARE(knownTo(keyOf(u"b.yaml"_s)), 0);
    }
}

void OriginTest::whatIsNotFetchedIsFound()
{
    make(u"a.yaml"_s, batchOf({u"cat"_s, u"dog"_s}), JobState::Generating);
    QVERIFY(QFile::rename(path(u"a.yaml"_s), path(u"b.yaml"_s)));
    const batch::Batch batch = batchOf({u"cat"_s});
    QCOMPARE(surveyed(u"b.yaml"_s, batch).unfetched(), 2);
    const engine::History history = claimed(u"b.yaml"_s, batch);
    QCOMPARE(history.unfetched(), 2);
    QCOMPARE(history.orphans.size(), 1);
}

void OriginTest::movedFolder()
{
    const batch::Batch batch = batchOf({u"cat"_s});
    make(u"old/a.yaml"_s, batch);
    QVERIFY(QDir(m_dir->path()).rename(u"old"_s, u"new"_s));
    for (const engine::History &history :
         {surveyed(u"new/a.yaml"_s, batch), claimed(u"new/a.yaml"_s, batch)}) {
        const engine::Standing *cat = history.of(batch.jobs.first().id);
        QVERIFY(cat);
        QCOMPARE(cat->result.state, JobState::Succeeded);
        QVERIFY(cat->result.outputs.first().path.startsWith(path(u"new/out/images/"_s)));
    }
    QCOMPARE(knownTo(keyOf(u"new/a.yaml"_s)), 1);
}

/// They share an output folder, and its manifest is that of the last one.
void OriginTest::movedFolderOfSeveralBatches()
{
    const batch::Batch first = batchOf({u"cat"_s});
    const batch::Batch last = batchOf({u"dog"_s});
    make(u"old/first.yaml"_s, first);
    make(u"old/last.yaml"_s, last);
    QVERIFY(QDir(m_dir->path()).rename(u"old"_s, u"new"_s));
    QCOMPARE(count(claimed(u"new/first.yaml"_s, first), JobState::Succeeded), 1);
    QCOMPARE(count(claimed(u"new/last.yaml"_s, last), JobState::Succeeded), 1);
    QCOMPARE(knownTo(keyOf(u"new/first.yaml"_s)), 1);
    QCOMPARE(knownTo(keyOf(u"new/last.yaml"_s)), 1);
}

/// The run in the sandbox puts a manifest of its own into the folder.
void OriginTest::triedOutElsewhereFirst()
{
    const batch::Batch batch = batchOf({u"cat"_s});
    const QString sandbox = store::ownSandbox.toString();
    make(u"a.yaml"_s, batch);
    QVERIFY(QFile::rename(path(u"a.yaml"_s), path(u"b.yaml"_s)));
    QVERIFY(claimed(u"b.yaml"_s, batch, sandbox).jobs.isEmpty());
    make(u"b.yaml"_s, batch, JobState::Succeeded, sandbox);
    QCOMPARE(count(claimed(u"b.yaml"_s, batch), JobState::Succeeded), 1);
}

void OriginTest::copiedFile()
{
    make(u"a.yaml"_s, batchOf({u"cat"_s, u"dog"_s}));
    write(u"b.yaml"_s);
    batch::Batch copy = batchOf({u"cat"_s, u"dog"_s});
    copy.jobs.last().prompt = u"Another dog"_s;
    for (const engine::History &history :
         {surveyed(u"b.yaml"_s, copy), claimed(u"b.yaml"_s, copy)}) {
        QCOMPARE(history.jobs.size(), 1);
        QVERIFY(history.of(copy.jobs.first().id));
        QVERIFY(history.others.all.total().isZero());
    }
    QCOMPARE(store::Ledger().submissions(store::batchName(path(u"a.yaml"_s)), server)->size(), 2);
    // The copy's own run replaces the manifest; the first one's results still stand.
    batch::Batch dog = copy;
    dog.jobs.removeFirst();
    make(u"b.yaml"_s, dog);
    QCOMPARE(count(claimed(u"b.yaml"_s, copy), JobState::Succeeded), 2);
}

void OriginTest::anotherBatchOfTheFolder()
{
    batch::Batch other = batchOf({u"cat"_s});
    make(u"a.yaml"_s, other);
    write(u"b.yaml"_s);
    other.jobs.first().prompt = u"Quite another cat"_s;
    QVERIFY(claimed(u"b.yaml"_s, other).jobs.isEmpty());
    QCOMPARE(knownTo(keyOf(u"b.yaml"_s)), 0);
    QCOMPARE(knownTo(keyOf(u"a.yaml"_s)), 1);
}

/// It has nothing in common with the new one: neither its costs nor its jobs are that one's.
void OriginTest::anotherBatchAfterOneThatWasDeleted()
{
    make(u"a.yaml"_s, batchOf({u"cat"_s}));
    QVERIFY(QFile::remove(path(u"a.yaml"_s)));
    write(u"b.yaml"_s);
    const engine::History history = claimed(u"b.yaml"_s, batchOf({u"dog"_s}));
    QVERIFY(history.jobs.isEmpty());
    QVERIFY(history.others.all.total().isZero());
    QCOMPARE(knownTo(keyOf(u"b.yaml"_s)), 0);
}

void OriginTest::manifestThatTellsNothing_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("broken") << QByteArray(
        R"({"generated_at": "x", "results": [{"prediction_id": "p1"})");
    QTest::newRow("of another person")
        << QByteArray(R"({"generated_at": "x", "results": [{"prediction_id": "elsewhere"}]})");
    QTest::newRow("without ids") << QByteArray(R"({"generated_at": "x", "results": [{}]})");
}

void OriginTest::manifestThatTellsNothing()
{
    QFETCH(const QByteArray, manifest);
    const batch::Batch batch = batchOf({u"cat"_s});
    make(u"a.yaml"_s, batch);
    QVERIFY(QFile::rename(path(u"a.yaml"_s), path(u"b.yaml"_s)));
    if (manifest.isEmpty())
        QVERIFY(QFile::remove(path(u"out/manifest.json"_s)));
    else
        write(u"out/manifest.json"_s, manifest);
    QVERIFY(surveyed(u"b.yaml"_s, batch).jobs.isEmpty());
    QVERIFY(claimed(u"b.yaml"_s, batch).jobs.isEmpty());
    QCOMPARE(knownTo(keyOf(u"a.yaml"_s)), 1);
}

void OriginTest::whatIsGivenUpStaysOnTheBill()
{
    const batch::Batch batch = batchOf({u"cat"_s, u"dog"_s});
    make(u"a.yaml"_s, batch, JobState::Generating);
    {
        const auto claim = engine::claim(keyOf(u"a.yaml"_s), batch, {});
        QVERIFY(claim.has_value());
        QVERIFY(engine::forget(*claim, u"s%1"_s.arg(m_made)).has_value());
        QVERIFY(engine::forget(*claim, u"nobody"_s).has_value());
    }
    const engine::History history = surveyed(u"a.yaml"_s, batch);
    QVERIFY(history.of(batch.jobs.first().id));
    QVERIFY(!history.of(batch.jobs.last().id));
    QCOMPARE(history.others.all.spent, batch::Cost::fromUsd(0.04));
    QCOMPARE(store::Ledger().costsSince(server, QDateTime::currentDateTimeUtc().addDays(-1)),
             batch::Cost::fromUsd(0.08));
}

/// Whatever its job was called when it was fetched; other files are none of its own.
void OriginTest::whatIsGivenUpLeavesNoParts()
{
    const batch::Batch batch = batchOf({u"cat"_s, u"dog"_s});
    make(u"a.yaml"_s, batch, JobState::Generating);
    const auto fileOf = [](int prediction, const QString &rest) {
        const QString tag = engine::partTagOf(u"p%1"_s.arg(prediction));
        return u"out/images/an_earlier_name.%1.%2"_s.arg(tag, rest);
    };
    const QStringList parts{u"part"_s, u"fetched.recipe-1-2"_s};
    const QStringList kept{u"fetched"_s, u"png"_s}; // paid for and whole; a person's own
    for (const QString &rest : parts + kept) {
        write(fileOf(m_made, rest));
        write(fileOf(m_made - 1, rest));
    }
    {
        const auto claim = engine::claim(keyOf(u"a.yaml"_s), batch, {});
        QVERIFY(claim.has_value());
        QVERIFY(engine::forget(*claim, u"s%1"_s.arg(m_made)).has_value());
    }
    for (const QString &rest : parts) {
        QVERIFY2(!QFile::exists(path(fileOf(m_made, rest))), qPrintable(rest));
        QVERIFY(QFile::exists(path(fileOf(m_made - 1, rest))));
    }
    for (const QString &rest : kept)
        QVERIFY2(QFile::exists(path(fileOf(m_made, rest))), qPrintable(rest));
}

void OriginTest::aFetchedFileThatIsGoneCanBeGivenUp()
{
    const batch::Batch batch = batchOf({u"cat"_s, u"dog"_s});
    make(u"a.yaml"_s, batch);
    QVERIFY(QFile::remove(path(u"out/images/%1.png"_s.arg(m_made))));
    {
        const auto claim = engine::claim(keyOf(u"a.yaml"_s), batch, {});
        QVERIFY(claim.has_value());
        // Only the one whose file is gone: the other is there.
        for (int number = m_made - 1; number <= m_made; ++number)
            QVERIFY(engine::forget(*claim, u"s%1"_s.arg(number)).has_value());
    }
    const engine::History history = surveyed(u"a.yaml"_s, batch);
    QCOMPARE(count(history, JobState::Succeeded), 1);
    QVERIFY(!history.of(batch.jobs.last().id));
    QCOMPARE(history.others.all.spent, batch::Cost::fromUsd(0.04));
}

QTEST_GUILESS_MAIN(OriginTest)
#include "test_origin.moc"
