// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/batchdocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobId;
using batch::JobSource;
using ui::BatchDocument;

namespace {

Job plain(const QString &name, const QString &prompt = u"A cat"_s)
{
    Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = prompt;
    return job;
}

config::BatchFile fileOf(const QList<JobSource> &entries)
{
    config::BatchFile file;
    file.path = u"/batches/weekly.yaml"_s;
    file.source.jobs = entries;
    return file;
}

QString namesOf(const BatchDocument &document)
{
    QStringList names;
    for (const JobSource &entry : document.source().jobs)
        names.append(entry.job.name);
    return names.join(u' ');
}

} // namespace

/// The file was changed by others.
class TestReload : public QObject
{
    Q_OBJECT

private:
    BatchDocument m_document{catalog::Catalog::builtIn()};

private slots:
    void init()
    {
        JobSource many(plain(u"many"_s));
        many.count = 3;
        m_document.reset(fileOf({plain(u"a"_s), plain(u"b"_s), many}));
    }

    void whatIsStillThereKeepsItsId()
    {
        const JobId a = m_document.entry(0).id();
        const QList<JobId> takes = m_document.madeIds(2);
        JobSource many(plain(u"many"_s));
        many.count = 4;
        QSignalSpy all(&m_document, &BatchDocument::allChanged);
        QSignalSpy reloaded(&m_document, &BatchDocument::wasReloaded);
        QSignalSpy reset(&m_document, &BatchDocument::wasReset);
        QSignalSpy settings(&m_document, &BatchDocument::settingsChanged);
        QSignalSpy catalogs(&m_document, &BatchDocument::catalogChanged);
        QSignalSpy paths(&m_document, &BatchDocument::pathChanged);
        config::BatchFile file =
            fileOf({many, plain(u"new"_s, u"A dog"_s), plain(u"a"_s, u"A bird"_s)});
        file.source.settings.maxWorkers = 7;
        file.source.settings.models[u"my/model"_s].type = batch::MediaType::Image;
        m_document.reload(file);
        QCOMPARE(namesOf(m_document), u"many new a"_s);
        QCOMPARE(m_document.entry(2).id(), a);
        QCOMPARE(m_document.madeIds(0).first(3), takes);
        QCOMPARE(m_document.job(2).prompt, u"A bird"_s);
        QCOMPARE(all.size(), 1);
        QCOMPARE(reloaded.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(settings.size(), 1);
        QCOMPARE(catalogs.size(), 1);
        QCOMPARE(paths.size(), 0);
        QVERIFY(!m_document.isModified());
        // A save edits the text of the new file under the ids of the entries here.
        QCOMPARE(m_document.origin()->source.jobs, m_document.source().jobs);
        m_document.undoStack()->undo();
        QCOMPARE(namesOf(m_document), u"a b many"_s);
        QCOMPARE(m_document.entry(0).id(), a);
        QVERIFY(m_document.isModified());
    }

    void earlierStepsOutliveAReload()
    {
        Job edited = m_document.job(0);
        edited.prompt = u"Mine"_s;
        m_document.changeJob(0, edited, u"Edit"_s);
        config::BatchFile saved = *m_document.origin();
        saved.source = m_document.source();
        m_document.markSaved(saved);
        m_document.reload(fileOf({plain(u"a"_s, u"Mine"_s), plain(u"new"_s)}));
        QVERIFY(!m_document.isModified());
        m_document.undoStack()->undo();
        QCOMPARE(m_document.undoStack()->redoText(), u"Reload the file"_s);
        m_document.undoStack()->undo();
        QCOMPARE(namesOf(m_document), u"a b many"_s);
        QCOMPARE(m_document.job(0).prompt, u"A cat"_s);
        m_document.undoStack()->setIndex(2);
        QCOMPARE(namesOf(m_document), u"a new"_s);
        QVERIFY(!m_document.isModified());
    }

    void whatSaysTheSameIsNoStep()
    {
        config::BatchFile file = fileOf(m_document.source().jobs);
        file.text = "# A comment more";
        for (JobSource &entry : file.source.jobs)
            entry.job.id = batch::newJobId();
        QSignalSpy all(&m_document, &BatchDocument::allChanged);
        QSignalSpy reloaded(&m_document, &BatchDocument::wasReloaded);
        m_document.reload(file);
        QCOMPARE(all.size(), 0);
        QCOMPARE(reloaded.size(), 1);
        QVERIFY(!m_document.undoStack()->canUndo());
        QVERIFY(!m_document.isModified());
        QCOMPARE(m_document.origin()->text, file.text);
        QCOMPARE(m_document.origin()->source.jobs, m_document.source().jobs);
    }

    void whatWasChangedHereCanBeHadBack()
    {
        Job edited = m_document.job(1);
        edited.name = u"mine"_s;
        m_document.changeJob(1, edited, u"Rename"_s);
        const JobId mine = m_document.entry(1).id();
        m_document.reload(fileOf({plain(u"a"_s), plain(u"theirs"_s, u"Else"_s)}));
        QCOMPARE(namesOf(m_document), u"a theirs"_s);
        QVERIFY(!m_document.isModified());
        m_document.undoStack()->undo();
        QCOMPARE(namesOf(m_document), u"a mine many"_s);
        QCOMPARE(m_document.entry(1).id(), mine);
        QCOMPARE(m_document.made(2).count, 3);
        QVERIFY(m_document.isModified());
        m_document.undoStack()->undo();
        QCOMPARE(namesOf(m_document), u"a b many"_s);
        m_document.undoStack()->redo();
        m_document.undoStack()->redo();
        QCOMPARE(namesOf(m_document), u"a theirs"_s);
        QVERIFY(!m_document.isModified());
    }

    void whatWasBroughtTogetherIsOneStep()
    {
        Job edited = m_document.job(1);
        edited.prompt = u"Mine"_s;
        m_document.changeJob(1, edited, u"Edit"_s);
        batch::BatchSource merged = m_document.source();
        merged.jobs.append(plain(u"theirs"_s, u"Else"_s));
        const config::BatchFile theirs = fileOf(
            {plain(u"a"_s), plain(u"b"_s), merged.jobs.at(2), plain(u"theirs"_s, u"Else"_s)});
        m_document.reloadMerged(theirs, merged);
        QCOMPARE(namesOf(m_document), u"a b many theirs"_s);
        QCOMPARE(m_document.job(1).prompt, u"Mine"_s);
        QVERIFY(m_document.isModified());
        QCOMPARE(m_document.origin()->source.jobs.at(3).id(), m_document.entry(3).id());
        QCOMPARE(m_document.origin()->source.jobs.at(1).id(), m_document.entry(1).id());
        m_document.undoStack()->undo();
        QCOMPARE(namesOf(m_document), u"a b many"_s);
        QVERIFY(m_document.isModified());
        // All as they have it: nothing to save.
        batch::BatchSource same = theirs.source;
        m_document.reloadMerged(theirs, same);
        QVERIFY(!m_document.isModified());
    }

    void whatWasRenamedAndEditedKeepsItsLines()
    {
        Job edited = m_document.job(0);
        edited.name = u"dog"_s;
        edited.prompt = u"A dog"_s;
        m_document.changeJob(0, edited, u"Edit"_s);
        const JobId dog = m_document.entry(0).id();
        JobSource many(plain(u"many"_s));
        many.count = 4;
        const config::BatchFile theirs = fileOf({plain(u"a"_s), plain(u"b"_s), many});
        m_document.reloadMerged(theirs, m_document.source());
        QCOMPARE(namesOf(m_document), u"dog b many"_s);
        // A save edits those of "a", with their comments.
        QCOMPARE(m_document.origin()->source.jobs.at(0).job.name, u"a"_s);
        QCOMPARE(m_document.origin()->source.jobs.at(0).id(), dog);
    }

    void whatOthersWroteElsewhereIsNoChangeOfThisFile()
    {
        config::BatchFile file = fileOf({plain(u"a"_s)});
        file.source.include = {u"house.yaml"_s};
        batch::Included house;
        house.path = u"/batches/house.yaml"_s;
        house.jobs = {plain(u"h"_s)};
        file.source.included = {house};
        m_document.reset(file);
        Job edited = m_document.job(0);
        edited.prompt = u"Mine"_s;
        m_document.changeJob(0, edited, u"Edit"_s);
        file.source.jobs[0].job.id = batch::newJobId();
        file.source.included[0].jobs[0].job.prompt = u"A dog"_s;
        batch::BatchSource source = m_document.source();
        source.included = file.source.included;
        m_document.reloadMerged(file, source);
        QVERIFY(m_document.isModified());
        m_document.undoStack()->undo();
        QVERIFY(!m_document.isModified());
    }

    void includedFilesAreAlwaysAsTheyWereReadLast()
    {
        const auto including = [](const QString &prompt) {
            batch::Included house;
            house.path = u"/batches/house.yaml"_s;
            house.jobs = {plain(u"h"_s, prompt)};
            config::BatchFile file = fileOf({plain(u"a"_s)});
            file.source.include = {u"house.yaml"_s};
            file.source.included = {house};
            return file;
        };
        const auto housePrompt = [this] { return m_document.batch().jobs.constFirst().prompt; };
        m_document.reset(including(u"old"_s));
        const JobId house = m_document.batch().jobs.constFirst().id;
        ui::Premises premises = ui::Premises::of(m_document.source());
        premises.vars.insert(u"x"_s, u"y"_s);
        m_document.changePremises(premises, u"Variables"_s);
        Job edited = m_document.job(0);
        edited.prompt = u"Mine"_s;
        m_document.changeJob(0, edited, u"Edit"_s);

        // Who keeps all as it is here keeps what is said here, not what others say elsewhere.
        const config::BatchFile newer = including(u"new"_s);
        m_document.reloadMerged(newer, m_document.source());
        QCOMPARE(housePrompt(), u"new"_s);
        QCOMPARE(m_document.job(0).prompt, u"Mine"_s);
        QCOMPARE(m_document.batch().jobs.constFirst().id, house);
        QVERIFY(m_document.origin()->source.included == m_document.source().included);
        QCOMPARE(m_document.origin()->source.included.constFirst().jobs.constFirst().id(), house);
        QVERIFY(m_document.isModified());
        // No step brings the old one back.
        m_document.undoStack()->setIndex(0);
        QCOMPARE(housePrompt(), u"new"_s);
        QVERIFY(m_document.source().vars.isEmpty());
        m_document.undoStack()->setIndex(m_document.undoStack()->count());
        QCOMPARE(housePrompt(), u"new"_s);
        // One that brings other files brings them.
        premises = ui::Premises::of(m_document.source());
        premises.include.clear();
        premises.included.clear();
        m_document.changePremises(premises, u"Include"_s);
        QCOMPARE(m_document.includedCount(), 0);
        m_document.undoStack()->undo();
        QCOMPARE(housePrompt(), u"new"_s);
        QCOMPARE(m_document.batch().jobs.constFirst().id, house);
        // A save reads them, too.
        config::BatchFile saved = including(u"newest"_s);
        saved.source.jobs = m_document.source().jobs;
        m_document.markSaved(saved);
        QCOMPARE(housePrompt(), u"newest"_s);
        QCOMPARE(m_document.batch().jobs.constFirst().id, house);
        QVERIFY(!m_document.isModified());
    }

    void jobsOfIncludedFilesKeepTheirIdsToo()
    {
        batch::Included house;
        house.path = u"/batches/house.yaml"_s;
        batch::Included inner;
        inner.path = u"/batches/inner.yaml"_s;
        inner.jobs = {plain(u"i"_s)};
        house.jobs = {plain(u"h"_s)};
        house.included = {inner};
        config::BatchFile file = fileOf({plain(u"a"_s)});
        file.source.include = {u"house.yaml"_s};
        file.source.included = {house};
        m_document.reset(file);
        QHash<QString, JobId> before;
        for (const Job &job : m_document.batch().jobs)
            before.insert(job.name, job.id);
        QCOMPARE(before.size(), 3);
        config::BatchFile again = fileOf({plain(u"a"_s)});
        again.source.include = file.source.include;
        house.jobs = {plain(u"h2"_s, u"Else"_s), plain(u"h"_s)};
        inner.jobs = {plain(u"i"_s)};
        house.included = {inner};
        again.source.included = {house};
        m_document.reload(again);
        QCOMPARE(m_document.includedCount(), 3);
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            const Job *job = m_document.madeJob(*it);
            QVERIFY(job);
            QCOMPARE(job->name, it.key());
        }
    }
};

QTEST_GUILESS_MAIN(TestReload)
#include "test_reload.moc"
