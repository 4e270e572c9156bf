// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/batchdocument.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobSource;
using ui::BatchDocument;

namespace {

Job still(const QString &name)
{
    Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = u"A cat"_s;
    return job;
}

Job clipFrom(const QString &name, const QString &image)
{
    Job job;
    job.name = name;
    job.type = batch::MediaType::Video;
    job.model = u"my/clip"_s;
    job.prompt = u"It moves"_s;
    job.image = image;
    return job;
}

config::BatchFile fileOf(const QList<JobSource> &entries)
{
    config::BatchFile file;
    file.path = u"/batches/weekly.yaml"_s;
    file.source.jobs = entries;
    // A model that takes whatever it is given.
    file.source.settings.models[u"my/clip"_s].type = batch::MediaType::Video;
    return file;
}

} // namespace

/// `job:NAME`: what is wrong with it, and how it follows the job that it means.
class TestReferences : public QObject
{
    Q_OBJECT

private:
    BatchDocument m_document{catalog::Catalog::builtIn()};

    bool isWrong(int row) const { return batch::hasError(m_document.problems(row)); }
    QString imageOf(int row) const { return m_document.entry(row).job.image.value_or(QString()); }
    void rename(int row, const QString &name, int mergeKey = -1)
    {
        Job job = m_document.job(row);
        job.name = name;
        m_document.changeJob(row, job, u"Rename"_s, mergeKey);
    }

private slots:
    void anUnknownNameIsAnErrorUntilAJobHasIt()
    {
        m_document.reset(fileOf({still(u"hero"_s), clipFrom(u"clip"_s, u"job:villain"_s)}));
        QVERIFY(isWrong(1));
        QVERIFY(batch::hasError(m_document.problemsOf(m_document.madeIds(1).constFirst())));
        QSignalSpy changed(&m_document, &BatchDocument::jobChanged);
        m_document.insertJobs(0, {still(u"villain"_s)}, u"Add"_s);
        QVERIFY(!isWrong(2));
        QCOMPARE(changed, QList<QVariantList>{{2}});
        // Two of that name leave it open which.
        m_document.insertJobs(0, {still(u"villain"_s)}, u"Add"_s);
        QVERIFY(isWrong(3));
        QCOMPARE(changed.constLast(), QVariantList{3});
        m_document.removeJobs({0});
        QVERIFY(!isWrong(2));
        m_document.removeJobs({0});
        QVERIFY(isWrong(1));
        QCOMPARE(changed.constLast(), QVariantList{1});
        while (m_document.undoStack()->canUndo())
            m_document.undoStack()->undo();
        QVERIFY(isWrong(1));
    }

    void aCycleIsAnErrorOfAllInIt()
    {
        m_document.reset(fileOf({clipFrom(u"a"_s, u"job:b"_s), clipFrom(u"b"_s, u"job:c"_s),
                                 still(u"c"_s), still(u"d"_s)}));
        QVERIFY(!isWrong(0) && !isWrong(1));
        QSignalSpy changed(&m_document, &BatchDocument::jobChanged);
        Job job = m_document.job(1);
        job.image = u"job:a"_s;
        m_document.changeJob(1, job, u"Image"_s);
        QVERIFY(isWrong(0) && isWrong(1));
        QVERIFY(changed.contains(QVariantList{0}));
        QVERIFY(!changed.contains(QVariantList{2}) && !changed.contains(QVariantList{3}));
        m_document.undoStack()->undo();
        QVERIFY(!isWrong(0) && !isWrong(1));
    }

    void referencesFollowARename()
    {
        JobSource deep = still(u"deep"_s);
        deep.job.params.insert(u"refs"_s, QJsonArray{u"job:hero"_s, u"https://a.example/x"_s});
        Job byUrl = still(u"url"_s);
        byUrl.imageUrl = u"job:hero"_s;
        m_document.reset(fileOf({still(u"hero"_s), clipFrom(u"clip"_s, u"job:hero"_s), deep, byUrl,
                                 clipFrom(u"other"_s, u"job:heroes"_s)}));
        rename(0, u"Held"_s);
        QCOMPARE(m_document.undoStack()->count(), 1);
        QCOMPARE(imageOf(1), u"job:Held"_s);
        QCOMPARE(m_document.entry(2).job.params.value(u"refs"_s).toArray().at(0).toString(),
                 u"job:Held"_s);
        QCOMPARE(m_document.entry(2).job.params.value(u"refs"_s).toArray().at(1).toString(),
                 u"https://a.example/x"_s);
        QCOMPARE(m_document.entry(3).job.imageUrl, u"job:Held"_s);
        QCOMPARE(imageOf(4), u"job:heroes"_s);
        QVERIFY(!isWrong(1));
        m_document.undoStack()->undo();
        QCOMPARE(m_document.entry(0).job.name, u"hero"_s);
        QCOMPARE(imageOf(1), u"job:hero"_s);
        m_document.undoStack()->redo();
        QCOMPARE(imageOf(1), u"job:Held"_s);
    }

    /// Typed letter by letter, a name passes through others that jobs may have.
    void referencesFollowANameThatIsTyped()
    {
        m_document.reset(
            fileOf({still(u"Dog 2"_s), still(u"Dog"_s), clipFrom(u"clip"_s, u"job:Dog 2"_s),
                    clipFrom(u"other"_s, u"job:Dog"_s)}));
        for (const QString &name : {u"Dog "_s, u"Dog"_s, u"Do"_s, u""_s, u"{"_s, u"C"_s, u"Cat"_s})
            rename(0, name, 5);
        QCOMPARE(m_document.undoStack()->count(), 1);
        QCOMPARE(imageOf(2), u"job:Cat"_s);
        QCOMPARE(imageOf(3), u"job:Dog"_s);
        // And back: nothing happened.
        rename(0, u"Dog 2"_s, 5);
        QCOMPARE(m_document.undoStack()->count(), 0);
        QCOMPARE(imageOf(2), u"job:Dog 2"_s);
        QVERIFY(!m_document.isModified());
    }

    void aNameThatIsNotOnesOwnIsNotFollowed()
    {
        m_document.reset(
            fileOf({still(u"hero"_s), still(u"hero"_s), clipFrom(u"clip"_s, u"job:hero"_s)}));
        rename(0, u"villain"_s);
        // It may have meant the other one, which it names now.
        QCOMPARE(imageOf(2), u"job:hero"_s);
        QVERIFY(!isWrong(2));
    }

    void variationsAreReferredToByTheirOwnNames()
    {
        JobSource hero(still(u"hero"_s));
        hero.matrix = {{u"colour"_s, {u"red"_s, u"blue"_s}}};
        JobSource clip(clipFrom(u"clip"_s, u"job:hero {colour}"_s));
        clip.matrix = hero.matrix;
        m_document.reset(fileOf({hero, clip, clipFrom(u"one"_s, u"job:hero blue"_s)}));
        QVERIFY(!isWrong(1) && !isWrong(2));
        JobSource fewer = m_document.entry(0);
        fewer.matrix[0].values.removeLast();
        QSignalSpy changed(&m_document, &BatchDocument::jobChanged);
        m_document.changeEntries({{0, fewer}}, u"Edit"_s);
        QVERIFY(isWrong(1) && isWrong(2));
        QVERIFY(changed.contains(QVariantList{1}) && changed.contains(QVariantList{2}));
        m_document.undoStack()->undo();
        QVERIFY(!isWrong(1) && !isWrong(2));
    }

    /// An edit that has nothing to do with references doesn't look at them.
    void tenThousandJobsStaySmooth()
    {
        QList<JobSource> entries;
        for (int i = 0; i < 10'000; ++i)
            entries.append(still(u"cat %1"_s.arg(i)));
        entries.append(clipFrom(u"clip"_s, u"job:cat 77"_s));
        m_document.reset(fileOf(entries));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1'000; ++i) {
            Job job = m_document.job(i);
            job.prompt += u" that sleeps"_s;
            m_document.changeJob(i, job, u"Edit"_s);
        }
        const qint64 edits = timer.restart();
        for (int i = 0; i < 20; ++i)
            rename(77, u"dog %1"_s.arg(i), 4);
        const qint64 renames = timer.elapsed();
        QCOMPARE(imageOf(10'000), u"job:dog 19"_s);
        qInfo("1,000 edits in %lld ms, 20 renames in %lld ms", static_cast<long long>(edits),
              static_cast<long long>(renames));
        QVERIFY(edits < 1'000);
        QVERIFY(renames < 2'000);
    }
};

QTEST_GUILESS_MAIN(TestReferences)
#include "test_references.moc"
