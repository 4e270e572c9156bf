// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/batchdocument.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Combination;
using batch::Job;
using batch::JobId;
using batch::JobSource;
using ui::BatchDocument;

namespace {

Job plain(const QString &name)
{
    Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = u"A cat"_s;
    return job;
}

JobSource varied(const QString &name, const QList<batch::Axis> &matrix,
                 std::optional<int> count = {})
{
    JobSource entry(plain(name));
    entry.matrix = matrix;
    for (const batch::Axis &axis : matrix)
        entry.job.prompt += u" {%1}"_s.arg(axis.name);
    entry.count = count;
    return entry;
}

const batch::Axis colours{u"colour"_s, {u"red"_s, u"blue"_s, u"green"_s}};

config::BatchFile fileOf(const QList<JobSource> &entries)
{
    config::BatchFile file;
    file.path = u"/batches/weekly.yaml"_s;
    file.source.jobs = entries;
    return file;
}

QStringList madeNames(const BatchDocument &document)
{
    QStringList names;
    for (const Job &job : document.batch().jobs)
        names.append(job.name);
    return names;
}

QStringList enabledNames(const BatchDocument &document)
{
    QStringList names;
    for (const Job &job : document.batch().jobs) {
        if (job.enabled)
            names.append(job.name);
    }
    return names;
}

batch::Cost times(batch::Cost cost, int count)
{
    return batch::Cost::fromMicros(cost.micros() * count);
}

JobId idNamed(const BatchDocument &document, const QString &name)
{
    for (const Job &job : document.batch().jobs) {
        if (job.name == name)
            return job.id;
    }
    return JobId{};
}

} // namespace

/// Rows are entries; what they make is beside them.
class TestVariations : public QObject
{
    Q_OBJECT

private:
    BatchDocument *m_document = nullptr;

    void open(const QList<JobSource> &entries) { m_document->reset(fileOf(entries)); }
    JobSource changed(int row, const auto &change) const
    {
        JobSource entry = m_document->entry(row);
        change(entry);
        return entry;
    }

private slots:
    void init() { m_document = new BatchDocument(catalog::Catalog::builtIn()); }
    void cleanup()
    {
        // What is made is always what an expansion of the whole makes.
        QList<Job> made = m_document->batch().jobs;
        const QList<Job> expected = batch::expand(m_document->source()).plainJobs();
        QCOMPARE(made.size(), expected.size());
        for (qsizetype i = 0; i < made.size(); ++i) {
            QVERIFY(made.at(i).sameContent(expected.at(i)));
            QCOMPARE(m_document->madeIndexOf(made.at(i).id), int(i));
        }
        delete m_document;
    }

    void anEntryMakesItsJobsInItsPlace()
    {
        open({plain(u"a"_s), varied(u"b"_s, {colours}), plain(u"c"_s)});
        QCOMPARE(madeNames(*m_document), u"a,b red,b blue,b green,c"_s.split(u','));
        QCOMPARE(m_document->jobCount(), 3);
        QCOMPARE(m_document->made(1), (ui::MadeJobs::Range{1, 3}));
        QCOMPARE(m_document->made(2), (ui::MadeJobs::Range{4, 1}));
        QVERIFY(!m_document->isVaried(0));
        QVERIFY(m_document->isVaried(1));
        for (const JobId id : m_document->madeIds(1))
            QCOMPARE(m_document->rowOf(id), 1);
        QCOMPARE(m_document->rowOf(m_document->entry(1).id()), 1);
        QCOMPARE(m_document->combinationOf(m_document->madeIds(1).at(1)).values.value(u"colour"_s),
                 u"blue"_s);
        QCOMPARE(m_document->combinationOf(m_document->madeIds(0).at(0)), Combination());
        QCOMPARE(m_document->job(1).name, u"b"_s);
        QCOMPARE(m_document->madeIds(0).constFirst(), m_document->entry(0).id());
    }

    void aCellsEditTouchesNoOtherRow()
    {
        open({plain(u"a"_s), varied(u"b"_s, {colours}), plain(u"c"_s)});
        const QList<JobId> before = m_document->madeIds(1) + m_document->madeIds(2);
        QSignalSpy made(m_document, &BatchDocument::madeChanged);
        QSignalSpy rows(m_document, &BatchDocument::jobChanged);
        Job edited = m_document->job(0);
        edited.prompt = u"A dog"_s;
        m_document->changeJob(0, edited, u"Edit"_s);
        QCOMPARE(made.size(), 0);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(m_document->batch().jobs.constFirst().prompt, u"A dog"_s);
        QCOMPARE(m_document->madeIds(1) + m_document->madeIds(2), before);
        // The jobs of the row follow, too, under the ids that they have.
        edited = m_document->job(1);
        edited.prompt = u"A {colour} dog"_s;
        m_document->changeJob(1, edited, u"Edit"_s);
        QCOMPARE(made.size(), 0);
        QCOMPARE(rows.constLast().constFirst().toInt(), 1);
        QCOMPARE(m_document->batch().jobs.at(2).prompt, u"A blue dog"_s);
        QCOMPARE(m_document->madeIds(1) + m_document->madeIds(2), before);
    }

    void aGrownListKeepsTheIdsOfThoseThatWereThere()
    {
        open({varied(u"b"_s, {colours}), plain(u"c"_s)});
        const QList<JobId> before = m_document->madeIds(0);
        QSignalSpy made(m_document, &BatchDocument::madeChanged);
        m_document->changeEntries({{0,
                                    changed(0,
                                            [](JobSource &entry) {
                                                entry.matrix[0].values.insert(1, u"pink"_s);
                                                entry.matrix[0].values.removeAll(u"green"_s);
                                            })}},
                                  u"Edit"_s);
        QCOMPARE(made.size(), 1);
        QCOMPARE(made.constFirst(), QVariantList{0});
        QCOMPARE(madeNames(*m_document), u"b red,b pink,b blue,c"_s.split(u','));
        QCOMPARE(m_document->madeIds(0).at(0), before.at(0));
        QCOMPARE(m_document->madeIds(0).at(2), before.at(1));
        QCOMPARE(m_document->rowOf(before.at(2)), -1);
        QVERIFY(!m_document->madeJob(before.at(2)));
        QCOMPARE(m_document->made(1), (ui::MadeJobs::Range{3, 1}));
        m_document->undoStack()->undo();
        QCOMPARE(m_document->madeIds(0), before);
    }

    void onePlainJobBecomesSeveralAndOneAgain()
    {
        open({plain(u"a"_s), plain(u"b"_s)});
        const JobId only = m_document->madeIds(0).constFirst();
        m_document->changeEntries({{0, changed(0, [](JobSource &entry) { entry.count = 3; })}},
                                  u"Takes"_s);
        QCOMPARE(madeNames(*m_document), u"a,a 2,a 3,b"_s.split(u','));
        QCOMPARE(m_document->madeIds(0).constFirst(), only);
        QCOMPARE(m_document->rowOf(only), 0);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->madeIds(0), QList{only});
        m_document->undoStack()->redo();
        QCOMPARE(m_document->madeIds(0).constFirst(), only);
    }

    void defaultsAreReadAndOnlyEditsAreWritten()
    {
        config::BatchFile file = fileOf({plain(u"a"_s)});
        file.source.jobs[0].job.model.clear();
        file.source.jobs[0].saysType = false;
        file.source.defaults.all.job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
        file.source.defaults.all.job.seed = 7;
        m_document->reset(file);
        QCOMPARE(m_document->job(0).seed, std::optional<qint64>(7));
        QCOMPARE(m_document->batch().jobs.constFirst().seed, std::optional<qint64>(7));
        Job edited = m_document->job(0);
        edited.width = 512;
        m_document->changeJob(0, edited, u"Width"_s);
        QCOMPARE(m_document->entry(0).job.width, std::optional(512));
        QCOMPARE(m_document->entry(0).job.seed, std::nullopt);
        QVERIFY(m_document->entry(0).job.model.isEmpty());
        QCOMPARE(m_document->job(0).id, m_document->entry(0).id());
    }

    void premisesChangeEverythingAtOnce()
    {
        JobSource hero = varied(u"{product} hero"_s, {colours});
        hero.vars.insert(u"product"_s, u"mug"_s);
        hero.job.prompt = u"A {colour} {product} by {brand}"_s;
        config::BatchFile file = fileOf({hero, plain(u"b"_s)});
        file.source.vars.insert(u"brand"_s, u"Aurora"_s);
        m_document->reset(file);
        const QList<JobId> before = m_document->madeIds(0);
        QSignalSpy all(m_document, &BatchDocument::allChanged);
        QSignalSpy rows(m_document, &BatchDocument::jobChanged);
        ui::Premises premises = ui::Premises::of(m_document->source());
        premises.vars.insert(u"brand"_s, u"Borealis"_s);
        m_document->changePremises(premises, u"Variables"_s);
        QCOMPARE(all.size(), 1);
        QCOMPARE(rows.size(), 0);
        QCOMPARE(m_document->batch().jobs.constFirst().prompt, u"A red mug by Borealis"_s);
        QCOMPARE(m_document->madeIds(0), before);
        m_document->changePremises(premises, u"Nothing"_s);
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->batch().jobs.constFirst().prompt, u"A red mug by Aurora"_s);
        QVERIFY(!m_document->isModified());
    }

    void modelsOfIncludedFilesAreKnownAndNotWritten()
    {
        QSignalSpy catalogs(m_document, &BatchDocument::catalogChanged);
        config::BatchFile file = fileOf({plain(u"a"_s)});
        file.source.include = {u"house.yaml"_s};
        batch::Included house;
        house.path = u"/batches/house.yaml"_s;
        house.models[u"my/model"_s].type = batch::MediaType::Image;
        house.jobs = {plain(u"h"_s), varied(u"v"_s, {colours})};
        file.source.included = {house};
        m_document->reset(file);
        QCOMPARE(catalogs.size(), 1);
        QVERIFY(m_document->catalog().find(u"my/model"_s));
        QVERIFY(m_document->batch().settings.models.isEmpty());

        QCOMPARE(madeNames(*m_document), u"h,v red,v blue,v green,a"_s.split(u','));
        QCOMPARE(m_document->includedCount(), 4);
        QCOMPARE(m_document->includedFrom(2), house.path);
        QCOMPARE(m_document->rowOf(m_document->batch().jobs.at(2).id), -1);
        QCOMPARE(m_document->made(0), (ui::MadeJobs::Range{4, 1}));
        // They can't be switched here: the file is another's.
        m_document->setMadeEnabled({m_document->batch().jobs.at(1).id}, false);
        QVERIFY(!m_document->isModified());

        ui::Premises premises = ui::Premises::of(m_document->source());
        premises.include.clear();
        premises.included.clear();
        m_document->changePremises(premises, u"Include"_s);
        QCOMPARE(catalogs.size(), 2);
        QVERIFY(!m_document->catalog().find(u"my/model"_s));
        QCOMPARE(madeNames(*m_document), QStringList(u"a"_s));
        m_document->undoStack()->undo();
        QVERIFY(m_document->catalog().find(u"my/model"_s));
    }

    void anEntryWithAnErrorMakesNothingAndSaysWhy()
    {
        JobSource wrong = varied(u"b"_s, {colours});
        wrong.job.prompt = u"A {clour} cat"_s;
        open({plain(u"a"_s), wrong});
        QVERIFY(m_document->isVaried(1));
        QCOMPARE(m_document->made(1).count, 0);
        QVERIFY(batch::hasError(m_document->problems(1)));
        QCOMPARE(m_document->entryProblems(1).size(), 1);
        QCOMPARE(m_document->rowOf(wrong.id()), 1);
        QCOMPARE(m_document->madeIndexOf(wrong.id()), -1);
        QCOMPARE(m_document->costOf(1).cost, batch::Cost());
        QSignalSpy made(m_document, &BatchDocument::madeChanged);
        Job edited = m_document->job(1);
        edited.prompt = u"A {colour} cat"_s;
        m_document->changeJob(1, edited, u"Mend"_s);
        QCOMPARE(made.constFirst(), QVariantList{1});
        QCOMPARE(m_document->made(1).count, 3);
        QVERIFY(m_document->problems(1).isEmpty());
        m_document->undoStack()->undo();
        QCOMPARE(m_document->made(1).count, 0);
    }

    void problemsOfManyAreSaidOnce()
    {
        JobSource entry = varied(u"b"_s, {colours});
        entry.job.prompt.clear();
        open({entry});
        QCOMPARE(m_document->made(0).count, 3);
        // That nothing names the colours is a matter of the entry.
        QCOMPARE(m_document->entryProblems(0).size(), 1);
        QCOMPARE(m_document->problems(0).size(), 2);
        QCOMPARE(m_document->problems(0).constFirst(),
                 m_document->entryProblems(0).constFirst().problem);
        for (const JobId id : m_document->madeIds(0))
            QCOMPARE(m_document->problemsOf(id), m_document->problems(0).mid(1));
        QVERIFY(m_document->problemsOf(JobId{}).isEmpty());
    }

    void problemsOfARowFollowItsEdits()
    {
        open({varied(u"b"_s, {colours}), plain(u"c"_s)});
        QVERIFY(m_document->problems(0).isEmpty());
        Job edited = m_document->job(0);
        edited.prompt.clear();
        m_document->changeJob(0, edited, u"Edit"_s);
        QCOMPARE(m_document->problems(0).size(), 2);
        m_document->undoStack()->undo();
        QVERIFY(m_document->problems(0).isEmpty());
        // One that all of its jobs refer to, and that gets another name by itself.
        edited.prompt = u"A {colour} cat"_s;
        edited.image = u"job:nobody"_s;
        m_document->changeJob(0, edited, u"Picture"_s);
        QVERIFY(batch::hasError(m_document->problems(0)));
        Job named = m_document->job(1);
        named.name = u"nobody"_s;
        m_document->changeJob(1, named, u"Rename"_s);
        QVERIFY(!batch::hasError(m_document->problems(0)));
        m_document->removeJobs({1});
        QVERIFY(batch::hasError(m_document->problems(0)));
        m_document->setCatalog(catalog::Catalog());
        QVERIFY(batch::hasError(m_document->problems(0)));
    }

    void theCostOfARowIsThatOfWhatIsSwitchedOn()
    {
        open({varied(u"b"_s, {colours}, 2), plain(u"c"_s)});
        const batch::Cost each = m_document->estimateOf(m_document->madeIds(1).at(0)).cost;
        QVERIFY(each > batch::Cost());
        QCOMPARE(m_document->costOf(0).cost, times(each, 6));
        QVERIFY(!m_document->costOf(0).guess);
        m_document->setMadeEnabled(m_document->madeIds(0).first(2), false);
        QCOMPARE(m_document->costOf(0).cost, times(each, 4));
        // A row that is off shows what it would cost.
        m_document->setMadeEnabled(m_document->madeIds(0), false);
        QCOMPARE(m_document->costOf(0).cost, times(each, 6));
        Job unknown = m_document->job(1);
        unknown.model = u"my/model"_s;
        m_document->changeJob(1, unknown, u"Model"_s);
        QVERIFY(m_document->costOf(1).guess);
    }

    void theLimitIsSharedAndSettlesWithEveryEdit()
    {
        config::BatchFile file =
            fileOf({varied(u"a"_s, {colours}), plain(u"p"_s), varied(u"b"_s, {colours})});
        file.source.maxVariations = 5;
        m_document->reset(file);
        QCOMPARE(m_document->made(0).count, 3);
        QCOMPARE(m_document->made(2).count, 0);
        QVERIFY(batch::hasError(m_document->problems(2)));
        QSignalSpy made(m_document, &BatchDocument::madeChanged);
        // Fewer of the first leave room for the other; more take it away again.
        m_document->changeEntries(
            {{0, changed(0, [](JobSource &entry) { entry.matrix[0].values.removeLast(); })}},
            u"Edit"_s);
        QCOMPARE(made.size(), 2);
        QCOMPARE(m_document->made(0).count, 2);
        QCOMPARE(m_document->made(2).count, 3);
        QVERIFY(m_document->problems(2).isEmpty());
        m_document->undoStack()->undo();
        QCOMPARE(m_document->made(2).count, 0);
        // Whoever stands first has the room.
        m_document->moveJobs({2}, 0);
        QCOMPARE(m_document->made(0).count, 3);
        QCOMPARE(m_document->made(1).count, 0);
        m_document->undoStack()->undo();
        m_document->removeJobs({0});
        QCOMPARE(m_document->made(1).count, 3);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->made(0).count, 3);
        QCOMPARE(m_document->made(2).count, 0);
        // One that comes before takes from those behind.
        m_document->undoStack()->clear();
        m_document->insertEntries(0, {varied(u"z"_s, {colours})}, u"Add"_s);
        QCOMPARE(m_document->made(0).count, 3);
        QCOMPARE(m_document->made(1).count, 0);
        m_document->duplicateJobs({0});
        QCOMPARE(m_document->made(1).count, 0);
    }

    void copiesOfEntriesGetNamesAndJobsOfTheirOwn()
    {
        open({varied(u"b"_s, {colours})});
        QCOMPARE(m_document->duplicateJobs({0}), 1);
        QCOMPARE(m_document->entry(1).job.name, u"b 2"_s);
        QCOMPARE(m_document->entry(1).matrix, m_document->entry(0).matrix);
        QCOMPARE(m_document->made(1).count, 3);
        QCOMPARE(m_document->rowOf(m_document->madeIds(1).constLast()), 1);
        // A name that is made is taken, too.
        QCOMPARE(m_document->uniqueName(u"b red"_s), u"b red 2"_s);
        QCOMPARE(m_document->uniqueName(u"b"_s), u"b 3"_s);
    }

    void rowsMoveWithWhatTheyMake()
    {
        open({varied(u"a"_s, {colours}), plain(u"b"_s), varied(u"c"_s, {}, 2)});
        const QList<JobId> moved = m_document->madeIds(0);
        m_document->moveJobs({0}, 3);
        QCOMPARE(madeNames(*m_document), u"b,c,c 2,a red,a blue,a green"_s.split(u','));
        QCOMPARE(m_document->madeIds(2), moved);
        m_document->removeJobs({1, 0});
        QCOMPARE(m_document->madeIds(0), moved);
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QCOMPARE(m_document->madeIds(0), moved);
        QVERIFY(!m_document->isModified());
    }

    void aSingleCombinationIsSwitched()
    {
        open({varied(u"b"_s, {colours, {u"size"_s, {u"s"_s, u"l"_s}}}), plain(u"p"_s)});
        m_document->setMadeEnabled({idNamed(*m_document, u"b blue s"_s)}, false);
        QCOMPARE(
            m_document->entry(0).exclude,
            (QList<Combination>{{{{u"colour"_s, u"blue"_s}, {u"size"_s, u"s"_s}}, std::nullopt}}));
        QCOMPARE(enabledNames(*m_document),
                 u"b red s,b red l,b blue l,b green s,b green l,p"_s.split(u','));
        QCOMPARE(m_document->undoStack()->undoText(), u"Switch job off"_s);
        // Off is off: no second mention.
        m_document->setMadeEnabled({idNamed(*m_document, u"b blue s"_s)}, false);
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->setMadeEnabled({idNamed(*m_document, u"b blue s"_s)}, true);
        QVERIFY(m_document->entry(0).exclude.isEmpty());
        QCOMPARE(enabledNames(*m_document).size(), 7);
        m_document->setMadeEnabled({idNamed(*m_document, u"p"_s)}, false);
        QVERIFY(!m_document->entry(1).job.enabled);
        m_document->setMadeEnabled({idNamed(*m_document, u"p"_s)}, true);
        QVERIFY(m_document->entry(1).job.enabled);
    }

    void aBroaderExclusionLeavesTheOthersOff()
    {
        JobSource entry = varied(u"b"_s, {colours, {u"size"_s, {u"s"_s, u"l"_s}}}, 2);
        entry.exclude = {{{{u"colour"_s, u"blue"_s}}, std::nullopt}, {{}, 2}};
        open({entry});
        QCOMPARE(enabledNames(*m_document), u"b red s,b red l,b green s,b green l"_s.split(u','));
        m_document->setMadeEnabled({idNamed(*m_document, u"b blue s"_s)}, true);
        QCOMPARE(enabledNames(*m_document),
                 u"b red s,b red l,b blue s,b green s,b green l"_s.split(u','));
        m_document->setMadeEnabled({idNamed(*m_document, u"b red l 2"_s)}, true);
        QCOMPARE(enabledNames(*m_document),
                 u"b red s,b red l,b red l 2,b blue s,b green s,b green l"_s.split(u','));
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QCOMPARE(m_document->entry(0), entry);
    }

    void allOfAnEntryAreSwitchedByTheEntry()
    {
        open({varied(u"b"_s, {colours}), plain(u"p"_s)});
        m_document->setMadeEnabled(m_document->madeIds(0) + m_document->madeIds(1), false);
        QCOMPARE(m_document->undoStack()->count(), 1);
        QVERIFY(!m_document->entry(0).job.enabled);
        QVERIFY(m_document->entry(0).exclude.isEmpty());
        QVERIFY(enabledNames(*m_document).isEmpty());
        m_document->setMadeEnabled({idNamed(*m_document, u"b green"_s)}, true);
        QCOMPARE(enabledNames(*m_document), QStringList(u"b green"_s));
        m_document->setMadeEnabled(m_document->madeIds(0), true);
        QVERIFY(m_document->entry(0).exclude.isEmpty());
        QCOMPARE(enabledNames(*m_document), u"b red,b blue,b green"_s.split(u','));
    }

    void theOnlyJobThatIsExcludedCanBeSwitched()
    {
        JobSource entry = varied(u"b"_s, {{u"colour"_s, {u"red"_s}}});
        entry.exclude = {{{{u"colour"_s, u"red"_s}}, std::nullopt},
                         {{{u"colour"_s, u"blue"_s}}, std::nullopt}};
        open({entry, plain(u"p"_s)});
        QVERIFY(!m_document->isVaried(0));
        QCOMPARE(enabledNames(*m_document), QStringList(u"p"_s));
        m_document->setMadeEnabled(m_document->madeIds(0), true);
        QCOMPARE(enabledNames(*m_document), u"b red,p"_s.split(u','));
        // What it doesn't make now may come back.
        QCOMPARE(m_document->entry(0).exclude, entry.exclude.mid(1));
        m_document->setMadeEnabled(m_document->madeIds(0), false);
        QVERIFY(!m_document->entry(0).job.enabled);
        m_document->setMadeEnabled(m_document->madeIds(0), true);
        QCOMPARE(enabledNames(*m_document), u"b red,p"_s.split(u','));
        m_document->undoStack()->setIndex(0);
        m_document->setEnabled({0, 1}, {}, true); // the row as a whole
        QCOMPARE(enabledNames(*m_document), u"b red,p"_s.split(u','));
        QCOMPARE(m_document->undoStack()->undoText(), u"Switch 2 jobs on"_s);
    }

    void anEntryIsSwitchedWithWhatItExcludes()
    {
        open({varied(u"b"_s, {colours}), plain(u"p"_s)});
        m_document->setMadeEnabled({m_document->madeIds(0).at(1)}, false);
        const QList<Combination> blue = m_document->entry(0).exclude;
        QCOMPARE(blue.size(), 1);
        m_document->setEnabled({0}, m_document->madeIds(1), false);
        QVERIFY(enabledNames(*m_document).isEmpty());
        QCOMPARE(m_document->undoStack()->undoText(), u"Switch 2 jobs off"_s);
        m_document->setEnabled({0}, {}, true);
        QCOMPARE(enabledNames(*m_document), u"b red,b green"_s.split(u','));
        QCOMPARE(m_document->entry(0).exclude, blue);
        // Where that would leave nothing, all of it is meant.
        for (const JobId id : m_document->madeIds(0))
            m_document->setMadeEnabled({id}, false);
        QVERIFY(m_document->entry(0).job.enabled);
        QVERIFY(enabledNames(*m_document).isEmpty());
        m_document->setEnabled({0}, {}, true);
        QCOMPARE(enabledNames(*m_document).size(), 3);
        QVERIFY(m_document->entry(0).exclude.isEmpty());
    }

    void manyAreSwitchedAtOnce()
    {
        QStringList values;
        for (int i = 0; i < 100; ++i)
            values.append(QString::number(i));
        config::BatchFile file = fileOf({varied(u"b"_s, {{u"x"_s, values}, {u"y"_s, values}})});
        file.source.maxVariations = 10'000;
        m_document->reset(file);
        const QList<JobId> ids = m_document->madeIds(0);
        QElapsedTimer timer;
        timer.start();
        m_document->setMadeEnabled(ids.mid(1), false);
        QCOMPARE(m_document->entry(0).exclude.size(), 9999);
        QCOMPARE(enabledNames(*m_document).size(), 1);
        m_document->setMadeEnabled(ids.mid(1, 5000), true);
        QCOMPARE(m_document->entry(0).exclude.size(), 4999);
        QVERIFY(timer.elapsed() < 10'000); // each with each takes many times that
    }

    void switchedOffAndOnAgainTheTextIsTheSame()
    {
        const QByteArray text = "jobs:\n"
                                "  # The week's heroes\n"
                                "  - name: hero   # by colour\n"
                                "    type: image\n"
                                "    model: black-forest-labs/flux-2-pro/text-to-image\n"
                                "    prompt: 'A {colour} cat'\n"
                                "    matrix: {colour: [red, blue]}\n"
                                "\n"
                                "  - {name: plain, type: image, model: m, prompt: A dog}\n";
        const auto file = config::readBatch(text, config::Format::Yaml, u"/b/weekly.yaml"_s);
        QVERIFY(file);
        m_document->reset(*file);
        const auto written = [this] {
            return *config::writeBatch(m_document->source(), config::Format::Yaml,
                                       &*m_document->origin());
        };
        m_document->setMadeEnabled({m_document->madeIds(0).at(1)}, false);
        QByteArray off = written();
        const auto read = config::readBatch(off, config::Format::Yaml, u"/b/weekly.yaml"_s);
        QCOMPARE(read->source.jobs.at(0).exclude, m_document->entry(0).exclude);
        QCOMPARE(read->batch.jobs.at(0).enabled, true);
        QCOMPARE(read->batch.jobs.at(1).enabled, false);
        QByteArray expected = text;
        expected.replace("blue]}\n", "blue]}\n    exclude:\n      - colour: blue\n");
        QCOMPARE(off, expected); // and nothing else
        m_document->setMadeEnabled({m_document->madeIds(0).at(1)}, true);
        QCOMPARE(written(), text);
        m_document->setEnabled({0, 1}, {}, false);
        off = written();
        QCOMPARE(off.count("enabled: false"), 2);
        QVERIFY(!off.contains("exclude"));
        m_document->setEnabled({0, 1}, {}, true);
        QCOMPARE(written(), text);
    }

    void aListThatShrinksOrIsRenamedKeepsItsIds()
    {
        open({varied(u"b"_s, {{u"colour"_s, {u"red"_s, u"blue"_s}}}), plain(u"p"_s)});
        const QList<JobId> before = m_document->madeIds(0);
        const auto edit = [this](const auto &change) {
            m_document->changeEntries({{0, changed(0, change)}}, u"Edit"_s);
        };
        edit([](JobSource &entry) { entry.matrix[0].values = {u"red"_s}; });
        QCOMPARE(m_document->madeIds(0), before.first(1));
        QCOMPARE(m_document->rowOf(before.at(0)), 0);
        QCOMPARE(m_document->rowOf(m_document->entry(0).id()), 0);
        QCOMPARE(m_document->combinationOf(before.at(0)).values.value(u"colour"_s), u"red"_s);
        edit([](JobSource &entry) {
            entry.matrix[0].name = u"color"_s;
            entry.job.prompt = u"A {color} cat"_s;
        });
        QCOMPARE(m_document->madeIds(0), before.first(1));
        edit([](JobSource &entry) { entry.matrix[0].values = {u"blue"_s, u"red"_s}; });
        QCOMPARE(m_document->madeIds(0).at(1), before.at(0));
        m_document->undoStack()->setIndex(0);
        QCOMPARE(m_document->madeIds(0), before);
        edit([](JobSource &entry) {
            entry.matrix[0].name = u"color"_s;
            entry.job.prompt = u"A {color} cat"_s;
        });
        QCOMPARE(m_document->madeIds(0), before);
    }

    void veryManyRowsThatMakeOthersAreOneChange()
    {
        QList<JobSource> entries;
        for (int i = 0; i < 10'000; ++i)
            entries.append(plain(u"job %1"_s.arg(i)));
        config::BatchFile file = fileOf(entries);
        file.source.maxVariations = 20'000;
        m_document->reset(file);
        QSignalSpy all(m_document, &BatchDocument::allChanged);
        QSignalSpy made(m_document, &BatchDocument::madeChanged);
        const auto twice = [this](int rows) {
            QHash<int, JobSource> changes;
            for (int row = 0; row < rows; ++row)
                changes.insert(row, changed(row, [](JobSource &entry) { entry.count = 2; }));
            m_document->changeEntries(changes, u"Takes"_s);
        };
        twice(50);
        QCOMPARE(made.size(), 50);
        QCOMPARE(all.size(), 0);
        QCOMPARE(m_document->batch().jobs.size(), 10'050);
        m_document->undoStack()->undo();
        made.clear();
        twice(10'000);
        QCOMPARE(made.size(), 0);
        QCOMPARE(all.size(), 1);
        QCOMPARE(m_document->batch().jobs.size(), 20'000);
        QCOMPARE(m_document->madeIds(7).constFirst(), m_document->entry(7).id());
        // Half of them can't be made any more, and can again.
        all.clear();
        ui::Premises premises = ui::Premises::of(m_document->source());
        premises.maxVariations = 10'000;
        m_document->changePremises(premises, u"Limit"_s);
        QCOMPARE(m_document->batch().jobs.size(), 10'000);
        all.clear();
        m_document->changeEntries({{0, changed(0, [](JobSource &entry) { entry.count = 9'900; })}},
                                  u"Takes"_s);
        QCOMPARE(made.size(), 1);
        QCOMPARE(all.size(), 1);
        QCOMPARE(m_document->made(0).count, 9'900);
        QCOMPARE(m_document->made(50).count, 2);
        QCOMPARE(m_document->made(51).count, 0);
    }

    void keystrokesLeaveOtherEntriesAlone()
    {
        QList<JobSource> entries;
        for (int i = 0; i < 5'000; ++i)
            entries.append(varied(u"job %1"_s.arg(i), {{u"x"_s, {u"a"_s, u"b"_s}}}));
        JobSource tooMany = varied(u"too many"_s, {}, 50);
        JobSource wrong = plain(u"wrong"_s);
        wrong.job.prompt = u"A {nothing} cat"_s;
        wrong.vars.insert(u"x"_s, u"y"_s);
        config::BatchFile file = fileOf(entries + QList{tooMany, wrong});
        file.source.maxVariations = 10'020;
        m_document->reset(file);
        QCOMPARE(m_document->made(5'000).count, 0);
        QCOMPARE(m_document->made(5'001).count, 0);
        QSignalSpy rows(m_document, &BatchDocument::jobChanged);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 300; ++i) {
            Job edited = m_document->job(7);
            edited.prompt += u"!"_s;
            m_document->changeJob(7, edited, u"Edit"_s, 1);
        }
        QVERIFY(timer.elapsed() < 5000); // 1,500,000 expansions take many times that
        QCOMPARE(rows.size(), 300);
        // What changes how much is left is told to who waits for it.
        rows.clear();
        m_document->changeEntries({{7, changed(7, [](JobSource &entry) { entry.count = 2; })}},
                                  u"Takes"_s);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.constLast(), QVariantList{5'000});
        QVERIFY(m_document->problems(5'000).constFirst().message.contains(u"18 are left"_s));
    }

    void choicesAreSwitchedLikeAxes()
    {
        JobSource entry(plain(u"b"_s));
        entry.job.prompt = u"A {red|blue} cat"_s;
        open({entry});
        QCOMPARE(m_document->made(0).count, 2);
        m_document->setMadeEnabled({m_document->madeIds(0).at(1)}, false);
        QVERIFY(m_document->batch().jobs.at(0).enabled);
        QVERIFY(!m_document->batch().jobs.at(1).enabled);
        m_document->setMadeEnabled({m_document->madeIds(0).at(1)}, true);
        QVERIFY(m_document->entry(0).exclude.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVariations)
#include "test_variations.moc"
