// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/batchdocument.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Job;
using batch::JobId;
using batch::JobSource;
using ui::BatchDocument;

namespace {

/// Batches and edits that nobody would think of.
class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int end) { return m_random.bounded(end); }
    bool once(int in) { return below(in) == 0; }
    QString of(const QStringList &words) { return words.at(below(int(words.size()))); }

    JobSource entry()
    {
        JobSource entry;
        edit(entry.job);
        entry.job.name = of({u"hero"_s, u"cup {product}"_s, u"clip"_s, u"shot {take}"_s});
        for (int i = 0; i < 3; ++i)
            vary(entry);
        return entry;
    }
    void edit(Job &job)
    {
        switch (below(8)) {
        case 0:
            job.name = of({u"hero"_s, u"clip"_s, u"cup {size}"_s, u"still"_s, u"{product}"_s});
            break;
        case 1:
            job.prompt = of({u"A {red|blue} cup"_s, u"A {product}"_s, u"A cup"_s, u"{a|b} {c|d}"_s,
                             u"{unknown} cup"_s, QString()});
            break;
        case 2:
            job.image =
                of({u"job:hero"_s, u"job:clip"_s, u"job:cup {size}"_s, u"https://a.example/x"_s});
            break;
        case 3:
            job.image.reset();
            break;
        case 4:
            job.model = of({u"black-forest-labs/flux-2-pro/text-to-image"_s,
                            u"google/veo3.1/text-to-video"_s, QString()});
            break;
        case 5:
            job.type = once(2) ? batch::MediaType::Image : batch::MediaType::Video;
            break;
        case 6:
            job.seed = below(5);
            break;
        default:
            job.enabled = !once(4);
        }
    }
    void vary(JobSource &entry)
    {
        switch (below(7)) {
        case 0:
            entry.matrix = {axis()};
            break;
        case 1:
            entry.matrix = {axis(), {u"size"_s, {u"s"_s, u"l"_s}}};
            break;
        case 2:
            entry.matrix.clear();
            break;
        case 3:
            entry.count = once(2) ? std::nullopt : std::optional(below(3) + 1);
            break;
        case 4:
            entry.vars.insert(u"product"_s, of({u"mug"_s, u"bowl"_s}));
            break;
        case 5:
            entry.exclude = {{{{u"size"_s, u"s"_s}}, std::nullopt}};
            break;
        default:
            entry.exclude.clear();
        }
    }
    batch::Axis axis()
    {
        QStringList values{u"mug"_s, u"bowl"_s, u"cup"_s};
        while (once(2) && values.size() > 1)
            values.removeAt(below(int(values.size())));
        return {u"product"_s, values};
    }
    QList<JobSource> entries(int most)
    {
        QList<JobSource> entries;
        for (int i = below(most) + 1; i > 0; --i)
            entries.append(entry());
        return entries;
    }
    ui::Premises premises(const BatchSource &source)
    {
        ui::Premises premises = ui::Premises::of(source);
        switch (below(4)) {
        case 0:
            premises.vars.insert(u"size"_s, of({u"s"_s, u"xl"_s}));
            break;
        case 1:
            premises.defaults.all.job.prompt = of({QString(), u"A {product} of the house"_s});
            break;
        case 2:
            premises.maxVariations = once(2) ? std::nullopt : std::optional(below(8) + 1);
            break;
        default:
            premises.included.clear();
            if (once(2)) {
                batch::Included file;
                file.path = u"/house.yaml"_s;
                file.jobs = {entry()};
                premises.included = {file};
            }
        }
        return premises;
    }
    BatchSource source()
    {
        BatchSource source;
        source.jobs = entries(6);
        premises(source).putInto(source);
        return source;
    }
    QList<int> rows(const BatchDocument &document)
    {
        QList<int> rows;
        for (int i = below(3) + 1; i > 0 && document.jobCount() > 0; --i)
            rows.append(below(document.jobCount()));
        return rows;
    }
    void edit(BatchDocument &document);

private:
    QRandomGenerator m_random;
};

void Chance::edit(BatchDocument &document)
{
    const int key = once(2) ? 3 : -1;
    const QList<int> rows = this->rows(document);
    QHash<int, Job> jobs;
    QHash<int, JobSource> entries;
    QList<JobId> made;
    for (const int row : rows) {
        Job job = document.job(row);
        edit(job);
        jobs.insert(row, job);
        JobSource entry = document.entry(row);
        vary(entry);
        entries.insert(row, entry);
        for (const JobId id : document.madeIds(row)) {
            if (once(2))
                made.append(id);
        }
    }
    batch::BatchSettings settings = document.source().settings;
    switch (below(10)) {
    case 0:
        return document.insertEntries(below(document.jobCount() + 1), this->entries(3), u"Add"_s);
    case 1:
        return document.removeJobs(rows);
    case 2:
        document.duplicateJobs(rows);
        return;
    case 3:
        return document.moveJobs(rows, below(document.jobCount() + 1));
    case 4:
        return once(2) ? document.setMadeEnabled(made, once(2))
                       : document.setEnabled(rows, made, once(2));
    case 5:
        return document.changePremises(premises(document.source()), u"Premises"_s);
    case 6:
        settings.models[u"my/model"_s].pricePerImage = batch::Cost::fromMicros(below(3) * 1000);
        return document.changeSettings(settings, u"Settings"_s);
    case 7:
        return document.changeEntries(entries, u"Vary"_s, key);
    default:
        return document.changeJobs(jobs, u"Edit"_s, key);
    }
}

/// What a view knows that only listens: how many jobs each row makes.
class Listener
{
public:
    explicit Listener(BatchDocument *document)
        : m_document(document)
    {
        const auto readAll = [this] {
            m_counts.clear();
            for (int row = 0; row < m_document->jobCount(); ++row)
                m_counts.append(m_document->made(row).count);
        };
        QObject::connect(document, &BatchDocument::wasReset, document, readAll);
        QObject::connect(document, &BatchDocument::allChanged, document, readAll);
        QObject::connect(document, &BatchDocument::jobsReordered, document, readAll);
        QObject::connect(document, &BatchDocument::madeChanged, document,
                         [this](int row) { m_counts[row] = m_document->made(row).count; });
        QObject::connect(document, &BatchDocument::jobsInserted, document,
                         [this](int first, int last) {
                             for (int row = first; row <= last; ++row)
                                 m_counts.insert(row, m_document->made(row).count);
                         });
        QObject::connect(document, &BatchDocument::jobsRemoved, document,
                         [this](int first, int last) { m_counts.remove(first, last - first + 1); });
        readAll();
    }

    void verify() const
    {
        QCOMPARE(m_counts.size(), m_document->jobCount());
        int at = m_document->includedCount();
        for (int row = 0; row < m_document->jobCount(); ++row) {
            QCOMPARE(m_document->made(row), (ui::MadeJobs::Range{at, m_counts.at(row)}));
            at += m_counts.at(row);
        }
        QCOMPARE(m_document->batch().jobs.size(), at);
    }

private:
    BatchDocument *m_document;
    QList<int> m_counts;
};

/// Everything that follows from the source is what a document would say that begins with it.
void verifyFollows(const BatchDocument &document)
{
    const QList<Job> expected = batch::expand(document.source()).plainJobs();
    const QList<Job> made = document.batch().jobs;
    QCOMPARE(made.size(), expected.size());
    for (int i = 0; i < made.size(); ++i) {
        QVERIFY(made.at(i).sameContent(expected.at(i)));
        QCOMPARE(document.madeIndexOf(made.at(i).id), i);
    }
    QVERIFY(document.batch().settings == document.source().settings);
    BatchDocument fresh(catalog::Catalog::builtIn());
    config::BatchFile file;
    file.source = document.source();
    fresh.reset(file);
    for (int row = 0; row < document.jobCount(); ++row) {
        QCOMPARE(document.rowOf(document.entry(row).id()), row);
        for (const JobId id : document.madeIds(row))
            QCOMPARE(document.rowOf(id), row);
        QCOMPARE(document.problems(row), fresh.problems(row));
        QCOMPARE(document.costOf(row), fresh.costOf(row));
        QCOMPARE(document.entryProblems(row).size(), fresh.entryProblems(row).size());
    }
    QCOMPARE(document.includedFiles().size(), fresh.includedFiles().size());
}

QList<JobId> idsOf(const BatchDocument &document)
{
    QList<JobId> ids;
    for (const Job &job : document.batch().jobs)
        ids.append(job.id);
    return ids;
}

} // namespace

/// Edits by the dozen, taken back and done again.
class TestDocumentEdits : public QObject
{
    Q_OBJECT

private slots:
    void anyEditCanBeTakenBack_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void anyEditCanBeTakenBack()
    {
        QFETCH(quint32, seed);
        Chance chance(seed);
        BatchDocument document(catalog::Catalog::builtIn());
        config::BatchFile file;
        file.path = u"/batches/weekly.yaml"_s;
        file.source = chance.source();
        document.reset(file);
        const Listener listener(&document);
        verifyFollows(document);
        for (int i = 0; i < 30; ++i) {
            chance.edit(document);
            listener.verify();
            verifyFollows(document);
            if (QTest::currentTestFailed())
                return;
        }
        const BatchSource after = document.source();
        const QList<JobId> idsAfter = idsOf(document);
        while (document.undoStack()->canUndo()) {
            document.undoStack()->undo();
            listener.verify();
        }
        verifyFollows(document);
        QVERIFY(document.source() == file.source);
        QVERIFY(!document.isModified());
        while (document.undoStack()->canRedo()) {
            document.undoStack()->redo();
            listener.verify();
        }
        verifyFollows(document);
        QVERIFY(document.source() == after);
        QCOMPARE(idsOf(document), idsAfter);
    }

    void editingOneCellOfTenThousandStaysSmooth()
    {
        config::BatchFile file;
        file.source.jobs = QList<JobSource>(10'000);
        for (JobSource &entry : file.source.jobs) {
            entry = JobSource(Job());
            entry.job.name = u"cat"_s;
            entry.job.prompt = u"A cat"_s;
        }
        file.source.jobs[500].count = 200;
        file.source.defaults.all.job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
        BatchDocument document(catalog::Catalog::builtIn());
        QElapsedTimer timer;
        timer.start();
        document.reset(file);
        const qint64 opened = timer.restart();
        for (int i = 0; i < 1'000; ++i) {
            Job job = document.job(9'000);
            job.prompt += u'.';
            document.changeJob(9'000, job, u"Type"_s, 1);
            QCOMPARE(document.problems(9'000).size(), 0);
        }
        const qint64 typed = timer.restart();
        for (int i = 0; i < 50; ++i) {
            JobSource entry = document.entry(500);
            entry.count = 200 + i;
            document.changeEntries({{500, entry}}, u"Takes"_s, 2);
            QCOMPARE(document.rowOf(document.batch().jobs.constLast().id), 9'999);
        }
        const qint64 varied = timer.elapsed();
        qInfo("opened in %lld ms, 1,000 keys in %lld ms, 50 counts in %lld ms",
              static_cast<long long>(opened), static_cast<long long>(typed),
              static_cast<long long>(varied));
        QVERIFY(opened < 2'000);
        QVERIFY(typed < 1'000);
        QVERIFY(varied < 3'000);
    }

    void editingAllOfManyStaysSmooth()
    {
        constexpr int count = 30'000;
        config::BatchFile file;
        for (int i = 0; i < count; ++i) {
            Job job;
            job.name = u"cat %1"_s.arg(i);
            job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
            job.prompt = u"A cat"_s;
            file.source.jobs.append(job);
        }
        Job follower = file.source.jobs.constFirst().job;
        follower.id = batch::newJobId();
        follower.name = u"dog"_s;
        follower.image = u"job:cat 7"_s;
        file.source.jobs.append(follower);
        BatchDocument document(catalog::Catalog::builtIn());
        document.reset(file);
        QElapsedTimer timer;
        timer.start();
        for (int step = 1; step <= 3; ++step) {
            QHash<int, JobSource> changed;
            for (int row = 0; row < count; ++row) {
                JobSource entry = document.entry(row);
                entry.job.name += u'!';
                changed.insert(row, entry);
            }
            document.changeEntries(changed, u"Rename"_s, 7);
        }
        const qint64 took = timer.elapsed();
        qInfo("three edits of %d rows in %lld ms", count, static_cast<long long>(took));
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.entry(count).job.image, u"job:cat 7!!!"_s);
        document.undoStack()->undo();
        QCOMPARE(document.entry(7).job.name, u"cat 7"_s);
        QCOMPARE(document.entry(count).job.image, u"job:cat 7"_s);
        QVERIFY(took < 8'000); // each with each takes several times that
    }
};

QTEST_GUILESS_MAIN(TestDocumentEdits)
#include "test_documentedits.moc"
