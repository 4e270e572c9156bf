// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/batchdocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobId;
using ui::BatchDocument;

namespace {

Job named(const QString &name)
{
    Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = u"A cat"_s;
    return job;
}

config::BatchFile fileWith(const QStringList &names)
{
    config::BatchFile file;
    file.path = u"/batches/weekly.yaml"_s;
    for (const QString &name : names)
        file.source.jobs.append(named(name));
    return file;
}

QString namesOf(const BatchDocument &document)
{
    QStringList names;
    for (const Job &job : document.batch().jobs)
        names.append(job.name);
    return names.join(u' ');
}

QList<JobId> idsOf(const BatchDocument &document)
{
    QList<JobId> ids;
    for (const Job &job : document.batch().jobs)
        ids.append(job.id);
    return ids;
}

} // namespace

/// A command in each test is taken back and done again, and must leave the batch, ids and all, as
/// it was on either side.
class TestBatchDocument : public QObject
{
    Q_OBJECT

private:
    BatchDocument *m_document = nullptr;

    void verifyBothWays(const QString &before, const QString &after)
    {
        const QList<JobId> idsAfter = idsOf(*m_document);
        QCOMPARE(namesOf(*m_document), after);
        m_document->undoStack()->undo();
        QCOMPARE(namesOf(*m_document), before);
        QVERIFY(!m_document->isModified());
        m_document->undoStack()->redo();
        QCOMPARE(namesOf(*m_document), after);
        QCOMPARE(idsOf(*m_document), idsAfter);
        QVERIFY(m_document->isModified());
    }

private slots:
    void init()
    {
        m_document = new BatchDocument(catalog::Catalog::builtIn());
        m_document->reset(fileWith({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    }

    void cleanup()
    {
        // Where each row is must hold after whatever was done.
        for (int row = 0; row < m_document->jobCount(); ++row)
            QCOMPARE(m_document->rowOf(m_document->job(row).id), row);
        delete m_document;
        m_document = nullptr;
    }

    void changesAJobAndKeepsItsId()
    {
        const JobId id = m_document->job(1).id;
        QSignalSpy changed(m_document, &BatchDocument::jobChanged);
        m_document->changeJob(1, named(u"x"_s), u"Rename"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_document->job(1).id, id);
        QCOMPARE(m_document->undoStack()->undoText(), u"Rename"_s);
        verifyBothWays(u"a b c d e"_s, u"a x c d e"_s);
    }

    void theFilesOwnModelsWinOverTheCatalog()
    {
        const QString id = u"my/model"_s;
        QSignalSpy changed(m_document, &BatchDocument::catalogChanged);
        batch::BatchSettings settings = m_document->batch().settings;
        settings.models[id].type = batch::MediaType::Image;
        settings.models[id].pricePerImage = batch::Cost::fromUsd(0.5);
        m_document->changeSettings(settings, u"Models"_s);
        QCOMPARE(changed.size(), 1);
        const catalog::Model *model = m_document->catalog().find(id);
        QVERIFY(model && model->price);
        QCOMPARE(model->price->each, batch::Cost::fromUsd(0.5));
        QCOMPARE(model->price->source, catalog::PriceSource::BatchFile);

        // A newer list leaves them alone.
        m_document->setCatalog(catalog::Catalog::builtIn());
        QCOMPARE(changed.size(), 2);
        QVERIFY(m_document->catalog().find(id));
        m_document->undoStack()->undo();
        QCOMPARE(changed.size(), 3);
        QVERIFY(!m_document->catalog().find(id));
        m_document->undoStack()->redo();
        QVERIFY(m_document->catalog().find(id));
        // Another file has none.
        m_document->reset(fileWith({u"a"_s}));
        QVERIFY(!m_document->catalog().find(id));
        QCOMPARE(changed.size(), 5);
    }

    void aNewerListIsCheckedAgainst()
    {
        Job job = named(u"clip"_s);
        job.type = batch::MediaType::Video;
        job.model = u"google/veo3.1/text-to-video"_s;
        job.prompt = u"p"_s;
        job.duration = 8;
        m_document->changeJob(0, job, u"Change"_s);
        QVERIFY(!batch::hasError(m_document->problems(0)));
        const QByteArray list = R"({"data": [{"model": "google/veo3.1/text-to-video",
            "type": "Video", "schema": "https://a.example/s"}]})";
        const QByteArray schema = R"({"components": {"schemas": {"Input": {"properties": {
            "prompt": {"type": "string"}, "duration": {"type": "integer", "maximum": 6}}}}}})";
        const auto live = catalog::Catalog::read(list, {{QUrl(u"https://a.example/s"_s), schema}},
                                                 {catalog::PriceSource::Live, {}});
        QVERIFY(live.has_value());
        m_document->setCatalog(m_document->catalog().updatedBy(*live));
        QVERIFY(batch::hasError(m_document->problems(0)));
        m_document->setCatalog(catalog::Catalog::builtIn());
        QVERIFY(!batch::hasError(m_document->problems(0)));
    }

    void dropsAChangeOfNothing()
    {
        m_document->changeJob(1, named(u"b"_s), u"Nothing"_s);
        m_document->changeJobs({{0, named(u"a"_s)}, {2, named(u"c"_s)}}, u"Nothing"_s);
        m_document->changeSettings(m_document->batch().settings, u"Nothing"_s);
        m_document->insertJobs(0, {}, u"Nothing"_s);
        m_document->removeJobs({});
        m_document->moveJobs({1, 2}, 1);
        m_document->moveJobs({1, 2}, 2);
        m_document->moveJobs({1, 2}, 3);
        QCOMPARE(m_document->duplicateJobs({}), -1);
        QCOMPARE(m_document->undoStack()->count(), 0);
        QVERIFY(!m_document->isModified());
    }

    void mergesChangesOfOneJobUnderOneKey()
    {
        m_document->changeJob(1, named(u"x"_s), u"Type"_s, 7);
        m_document->changeJob(1, named(u"xy"_s), u"Type"_s, 7);
        QCOMPARE(m_document->undoStack()->count(), 1);
        verifyBothWays(u"a b c d e"_s, u"a xy c d e"_s);
        m_document->changeJob(2, named(u"z"_s), u"Type"_s, 7);
        QCOMPARE(m_document->undoStack()->count(), 2);
        m_document->changeJob(2, named(u"zz"_s), u"Type"_s, 8);
        QCOMPARE(m_document->undoStack()->count(), 3);
        m_document->changeJob(2, named(u"zzz"_s), u"Type"_s);
        m_document->changeJob(2, named(u"zzzz"_s), u"Type"_s);
        QCOMPARE(m_document->undoStack()->count(), 5);
    }

    void forgetsMergedChangesThatLeadBack()
    {
        m_document->changeJob(1, named(u"x"_s), u"Type"_s, 7);
        m_document->changeJob(1, named(u"b"_s), u"Type"_s, 7);
        QCOMPARE(m_document->undoStack()->count(), 0);
        QVERIFY(!m_document->isModified());
    }

    void doesNotMergeAcrossASave()
    {
        m_document->changeJob(1, named(u"x"_s), u"Type"_s, 7);
        m_document->markSaved(fileWith({}));
        QVERIFY(!m_document->isModified());
        m_document->changeJob(1, named(u"xy"_s), u"Type"_s, 7);
        QVERIFY(m_document->isModified());
        m_document->undoStack()->undo();
        QCOMPARE(namesOf(*m_document), u"a x c d e"_s);
        QVERIFY(!m_document->isModified());
    }

    void changesSeveralJobsInOneStep()
    {
        QSignalSpy changed(m_document, &BatchDocument::jobChanged);
        m_document->changeJobs({{3, named(u"y"_s)}, {0, named(u"x"_s)}, {2, named(u"c"_s)}},
                               u"Rename"_s);
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(changed.size(), 2);
        verifyBothWays(u"a b c d e"_s, u"x b c y e"_s);
    }

    void insertsJobs()
    {
        QSignalSpy about(m_document, &BatchDocument::jobsAboutToBeInserted);
        QSignalSpy inserted(m_document, &BatchDocument::jobsInserted);
        m_document->insertJobs(2, {named(u"x"_s), named(u"y"_s)}, u"Add"_s);
        QCOMPARE(about.constFirst(), QVariantList({2, 3}));
        QCOMPARE(inserted.constFirst(), QVariantList({2, 3}));
        verifyBothWays(u"a b c d e"_s, u"a b x y c d e"_s);
    }

    void insertsAtTheEndsAndBeyond()
    {
        m_document->insertJobs(99, {named(u"z"_s)}, u"Add"_s);
        m_document->insertJobs(-4, {named(u"0"_s)}, u"Add"_s);
        QCOMPARE(namesOf(*m_document), u"0 a b c d e z"_s);
    }

    void givesInsertedJobsIdsOfTheirOwn()
    {
        const Job copy = m_document->job(0);
        const Job twin = named(u"t"_s);
        m_document->insertJobs(5, {copy, twin, twin}, u"Paste"_s);
        const QList<JobId> ids = idsOf(*m_document);
        QCOMPARE(QSet<JobId>(ids.begin(), ids.end()).size(), 8);
        QCOMPARE(m_document->job(6).id, twin.id);
    }

    void removesJobs_data()
    {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<QString>("left");
        QTest::newRow("first") << QList{0} << u"b c d e"_s;
        QTest::newRow("last") << QList{4} << u"a b c d"_s;
        QTest::newRow("neighbours") << QList{2, 1} << u"a d e"_s;
        QTest::newRow("with gaps") << QList{4, 0, 2} << u"b d"_s;
        QTest::newRow("twice named") << QList{1, 1} << u"a c d e"_s;
        QTest::newRow("one that is none") << QList{1, 17, -1} << u"a c d e"_s;
        QTest::newRow("all") << QList{0, 1, 2, 3, 4} << u""_s;
    }

    void removesJobs()
    {
        QFETCH(QList<int>, rows);
        QFETCH(QString, left);
        QSignalSpy removed(m_document, &BatchDocument::jobsRemoved);
        const QList<JobId> before = idsOf(*m_document);
        m_document->removeJobs(rows);
        QCOMPARE(removed.size(), 1);
        verifyBothWays(u"a b c d e"_s, left);
        m_document->undoStack()->undo();
        QCOMPARE(idsOf(*m_document), before);
    }

    void movesJobs_data()
    {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("order");
        QTest::newRow("up") << QList{3} << 1 << u"a d b c e"_s;
        QTest::newRow("to the top") << QList{2} << 0 << u"c a b d e"_s;
        QTest::newRow("down") << QList{0} << 3 << u"b c a d e"_s;
        QTest::newRow("to the end") << QList{1} << 5 << u"a c d e b"_s;
        QTest::newRow("with gaps") << QList{4, 0, 2} << 2 << u"b a c e d"_s;
        QTest::newRow("among themselves") << QList{0, 2} << 1 << u"a c b d e"_s;
        QTest::newRow("beyond the end") << QList{0} << 99 << u"b c d e a"_s;
    }

    void movesJobs()
    {
        QFETCH(QList<int>, rows);
        QFETCH(int, before);
        QFETCH(QString, order);
        QSignalSpy reordered(m_document, &BatchDocument::jobsReordered);
        m_document->moveJobs(rows, before);
        QCOMPARE(reordered.size(), 1);
        verifyBothWays(u"a b c d e"_s, order);
    }

    void duplicatesJobsUnderNewNames()
    {
        const int first = m_document->duplicateJobs({3, 1});
        QCOMPARE(first, 4);
        QVERIFY(m_document->job(1).sameContent(named(u"b"_s)));
        const QList<JobId> ids = idsOf(*m_document);
        QCOMPARE(QSet<JobId>(ids.begin(), ids.end()).size(), 7);
        QCOMPARE(namesOf(*m_document), u"a b c d b 2 d 2 e"_s);
        m_document->undoStack()->undo();
        QCOMPARE(namesOf(*m_document), u"a b c d e"_s);
        QVERIFY(!m_document->isModified());
    }

    void namesAreCountedOn_data()
    {
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("given");
        QTest::newRow("free") << QStringList{u"Dog"_s} << u"Cat"_s << u"Cat"_s;
        QTest::newRow("taken") << QStringList{u"Cat"_s} << u"Cat"_s << u"Cat 2"_s;
        QTest::newRow("gap") << QStringList{u"Cat"_s, u"Cat 3"_s} << u"Cat"_s << u"Cat 2"_s;
        QTest::newRow("second taken")
            << QStringList{u"Cat"_s, u"Cat 2"_s} << u"Cat"_s << u"Cat 3"_s;
        QTest::newRow("of a numbered one")
            << QStringList{u"Cat"_s, u"Cat 2"_s} << u"Cat 2"_s << u"Cat 3"_s;
        QTest::newRow("a number alone") << QStringList{u"7"_s} << u"7"_s << u"7 2"_s;
        QTest::newRow("no space") << QStringList{u"v2"_s} << u"v2"_s << u"v2 2"_s;
        QTest::newRow("Chinese") << QStringList{u"開場"_s} << u"開場"_s << u"開場 2"_s;
        QTest::newRow("none") << QStringList{QString()} << QString() << QString();
    }

    void namesAreCountedOn()
    {
        QFETCH(QStringList, taken);
        QFETCH(QString, wanted);
        QFETCH(QString, given);
        m_document->reset(fileWith(taken));
        QCOMPARE(m_document->uniqueName(wanted), given);
    }

    void settingsCanBeUndone()
    {
        QSignalSpy changed(m_document, &BatchDocument::settingsChanged);
        batch::BatchSettings settings;
        settings.maxWorkers = 9;
        m_document->changeSettings(settings, u"Slots"_s);
        QCOMPARE(m_document->batch().settings.maxWorkers, std::optional(9));
        m_document->undoStack()->undo();
        QCOMPARE(m_document->batch().settings.maxWorkers, std::nullopt);
        m_document->undoStack()->redo();
        QCOMPARE(m_document->batch().settings.maxWorkers, std::optional(9));
        QCOMPARE(changed.size(), 3);
    }

    void problemsFollowTheJob()
    {
        QVERIFY(m_document->problems(1).isEmpty());
        Job job = m_document->job(1);
        job.prompt.clear();
        m_document->changeJob(1, job, u"Edit"_s);
        QCOMPARE(m_document->problems(1).size(), 1);
        QCOMPARE(m_document->problems(1).constFirst().field, batch::Field::Prompt);
        m_document->moveJobs({1}, 0);
        QVERIFY(m_document->problems(1).isEmpty());
        QCOMPARE(m_document->problems(0).size(), 1);
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QVERIFY(m_document->problems(1).isEmpty());
    }

    void resetBeginsAnew()
    {
        m_document->changeJob(1, named(u"x"_s), u"Rename"_s);
        const JobId old = m_document->job(1).id;
        QSignalSpy about(m_document, &BatchDocument::aboutToReset);
        QSignalSpy done(m_document, &BatchDocument::wasReset);
        QSignalSpy path(m_document, &BatchDocument::pathChanged);
        QSignalSpy modified(m_document, &BatchDocument::modifiedChanged);
        m_document->reset();
        QCOMPARE(about.size(), 1);
        QCOMPARE(done.size(), 1);
        QCOMPARE(path.constLast().constFirst().toString(), QString());
        QCOMPARE(modified.constLast().constFirst().toBool(), false);
        QCOMPARE(m_document->jobCount(), 0);
        QCOMPARE(m_document->rowOf(old), -1);
        QVERIFY(!m_document->undoStack()->canUndo());
        QVERIFY(!m_document->origin());
    }

    void savingTellsThePathAndThatNothingIsModified()
    {
        m_document->changeJob(1, named(u"x"_s), u"Rename"_s);
        QSignalSpy path(m_document, &BatchDocument::pathChanged);
        QSignalSpy modified(m_document, &BatchDocument::modifiedChanged);
        config::BatchFile file = fileWith({});
        m_document->markSaved(file);
        QCOMPARE(path.size(), 0);
        file.path = u"/batches/other.yaml"_s;
        m_document->markSaved(file);
        QCOMPARE(path.size(), 1);
        QCOMPARE(m_document->path(), file.path);
        QCOMPARE(modified.size(), 1);
        m_document->undoStack()->undo();
        QVERIFY(m_document->isModified());
    }

    void tenThousandJobsStaySmooth()
    {
        QList<Job> jobs;
        QList<int> everyOther;
        for (int i = 0; i < 10'000; ++i) {
            jobs.append(named(u"Cat"_s));
            if (i % 2 == 0)
                everyOther.append(i);
        }
        m_document->reset();
        QSignalSpy removed(m_document, &BatchDocument::jobsRemoved);
        QElapsedTimer timer;
        timer.start();
        m_document->insertJobs(0, jobs, u"Paste"_s);
        m_document->duplicateJobs(everyOther);
        m_document->removeJobs(everyOther);
        m_document->moveJobs(everyOther.first(2'000), m_document->jobCount());
        while (m_document->undoStack()->canUndo())
            m_document->undoStack()->undo();
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(m_document->jobCount(), 0);
        QCOMPARE(removed.size(), 3);
        QVERIFY(!m_document->isModified());
    }
};

QTEST_GUILESS_MAIN(TestBatchDocument)
#include "test_batchdocument.moc"
