// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"
#include "session/jobmime.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QMimeData>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::JobId;
using batch::JobSource;
using ui::BatchDocument;
using ui::JobRow;
using ui::JobTableModel;

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;

JobSource plain(const QString &name)
{
    batch::Job job;
    job.name = name;
    job.model = flux;
    job.prompt = u"A cat"_s;
    return job;
}

/// 3 products, 4 styles and 2 takes of each: 24 jobs.
JobSource hero()
{
    JobSource entry = plain(u"hero"_s);
    entry.job.prompt = u"{product} in {style}"_s;
    entry.matrix = {{u"product"_s, {u"cup"_s, u"pot"_s, u"tray"_s}},
                    {u"style"_s, {u"ink"_s, u"oil"_s, u"clay"_s, u"wire"_s}}};
    entry.count = 2;
    return entry;
}

JobSource pair()
{
    JobSource entry = plain(u"pair"_s);
    entry.job.prompt = u"{red|blue}"_s;
    return entry;
}

batch::Included houseFile(int jobs)
{
    batch::Included file;
    file.path = u"/somewhere/house.yaml"_s;
    for (int i = 1; i <= jobs; ++i)
        file.jobs.append(plain(u"logo %1"_s.arg(i)));
    return file;
}

} // namespace

/// Rows of entries that make several jobs. The tester watches every change that a test makes, and
/// fails it at the first broken promise.
class TestVariationRows : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BatchDocument> m_document;
    std::unique_ptr<JobTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, column).data(role);
    }
    QString name(int row) const { return at(row, JobTableModel::NameColumn).toString(); }
    QString count(int row) const { return at(row, 0, JobTableModel::JobCountRole).toString(); }
    JobRow::Kind kind(int row) const { return m_model->rowAt(row).kind; }
    QString names() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append((m_model->rowAt(row).isHeading() ? QString() : u"+"_s) + name(row));
        return all.join(u", "_s);
    }
    void change(int row, const JobSource &entry)
    {
        m_document->changeEntries({{row, entry}}, u"Change"_s);
    }
    void begin(const QList<JobSource> &entries, const QList<batch::Included> &included = {})
    {
        m_tester.reset();
        m_model.reset();
        m_document = std::make_unique<BatchDocument>(catalog::Catalog::builtIn());
        config::BatchFile file;
        file.source.jobs = entries;
        file.source.included = included;
        for (const batch::Included &each : included)
            file.source.include.append(each.path);
        m_document->reset(file);
        m_model = std::make_unique<JobTableModel>(m_document.get(), nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

private slots:
    void init() { begin({plain(u"a"_s), pair(), hero(), plain(u"z"_s)}); }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void fewJobsAreOpenAtFirstAndManyAreNot()
    {
        QCOMPARE(names(), u"a, pair, +pair red, +pair blue, hero, z"_s);
        QCOMPARE(at(1, 0, JobTableModel::OpenRole), QVariant(true));
        QCOMPARE(at(4, 0, JobTableModel::OpenRole), QVariant(false));
        QVERIFY(!at(0, 0, JobTableModel::OpenRole).isValid());
        QCOMPARE(count(4), u"24 jobs"_s);
        QCOMPARE(count(0), QString());
    }

    void anEntryShowsWhatItsJobsAreTogether()
    {
        QCOMPARE(at(4, JobTableModel::PromptColumn), QVariant(u"{product} in {style}"_s));
        QCOMPARE(at(4, JobTableModel::CostColumn), QVariant(u"$0.96"_s));
        QCOMPARE(at(4, JobTableModel::ModelColumn), at(0, JobTableModel::ModelColumn));
        QCOMPARE(at(4, JobTableModel::StateColumn), QVariant(u"Draft"_s));
        QVERIFY(at(4, JobTableModel::NameColumn, Qt::AccessibleTextRole)
                    .toString()
                    .contains("24 jobs, closed"_L1));
        JobSource sizes = pair();
        sizes.matrix = {{u"aspect_ratio"_s, {u"16:9"_s, u"1:1"_s}}};
        change(1, sizes);
        QCOMPARE(at(1, JobTableModel::SizeColumn), QVariant(u"2 sizes"_s));
        QVERIFY(!(m_model->index(1, JobTableModel::SizeColumn).flags() & Qt::ItemIsEditable));
    }

    void opensAndCloses()
    {
        m_model->setOpen(4, true);
        QCOMPARE(m_model->rowCount(), 6 + 24);
        QCOMPARE(kind(5), JobRow::Kind::Made);
        QCOMPARE(name(5), u"hero cup ink"_s);
        QCOMPARE(at(5, JobTableModel::PromptColumn), QVariant(u"cup in ink"_s));
        QCOMPARE(at(5, JobTableModel::CostColumn), QVariant(u"$0.04"_s));
        QCOMPARE(name(28), u"hero tray wire 2"_s);
        QCOMPARE(at(5, 0, JobTableModel::IndentRole).toInt(), 2);
        m_model->setOpen(1, false);
        m_model->setOpen(2, false);
        QCOMPARE(names(), u"a, pair, hero, z"_s);
        // A person's choice stays while the entry grows.
        JobSource grown = pair();
        grown.count = 3;
        change(1, grown);
        QCOMPARE(names(), u"a, pair, hero, z"_s);
        QCOMPARE(count(1), u"6 jobs"_s);
    }

    void followsAnEntryThatGrows()
    {
        const JobId red = m_model->rowAt(2).id;
        const QPersistentModelIndex blue = m_model->index(3, JobTableModel::NameColumn);
        JobSource grown = pair();
        grown.job.prompt = u"{red|green|blue}"_s;
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        change(1, grown);
        QCOMPARE(names(), u"a, pair, +pair red, +pair green, +pair blue, hero, z"_s);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(blue.row(), 4);
        QCOMPARE(m_model->rowAt(2).id, red);
        m_document->undoStack()->undo();
        QCOMPARE(names(), u"a, pair, +pair red, +pair blue, hero, z"_s);
        QCOMPARE(blue.row(), 3);
    }

    void aPlainEntryBecomesSeveralAndBack()
    {
        JobSource several = plain(u"a"_s);
        several.count = 2;
        change(0, several);
        QCOMPARE(names(), u"a, +a, +a 2, pair, +pair red, +pair blue, hero, z"_s);
        change(0, plain(u"a"_s));
        QCOMPARE(names(), u"a, pair, +pair red, +pair blue, hero, z"_s);
    }

    void theJobThatWasThereFirstKeepsItsIdBesideTheEntrys()
    {
        const JobId first = m_document->entry(0).id();
        JobSource several = plain(u"a"_s);
        several.count = 2;
        change(0, several);
        QCOMPARE(m_model->rowAt(1).id, first);
        QCOMPARE(m_model->rowOfEntry(0), 0);
        QCOMPARE(m_model->rowOfJob(first), 1);
        m_document->moveJobs({0}, 4);
        QCOMPARE(names(), u"pair, +pair red, +pair blue, hero, z, a, +a, +a 2"_s);
        m_model->setOpen(5, false);
        QCOMPARE(m_model->rowOfJob(first), 5);
    }

    void anEntryWithAnErrorMakesNothingAndSaysWhy()
    {
        JobSource wrong = hero();
        wrong.job.prompt = u"{prodcut}"_s;
        change(2, wrong);
        QCOMPARE(count(4), u"no jobs"_s);
        QCOMPARE(at(4, JobTableModel::StateColumn), QVariant(u"No jobs"_s));
        QVERIFY(at(4, JobTableModel::StateColumn, JobTableModel::DetailRole)
                    .toString()
                    .contains("prodcut"_L1));
        QVERIFY(at(4, 0, JobTableModel::DetailIsErrorRole).toBool());
        QVERIFY(!at(4, 0, JobTableModel::OpenRole).isValid());
        QCOMPARE(at(4, JobTableModel::CostColumn), QVariant(QString()));
        m_document->undoStack()->undo();
        QCOMPARE(count(4), u"24 jobs"_s);
    }

    void aCombinationIsSwitchedOff()
    {
        const QModelIndex box = m_model->index(2, JobTableModel::EnabledColumn);
        QVERIFY(m_model->setData(box, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_document->undoStack()->count(), 1);
        QVERIFY(!at(2, 0, JobTableModel::EnabledRole).toBool());
        QCOMPARE(count(1), u"1 of 2 jobs"_s);
        QCOMPARE(at(1, 0, Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QCOMPARE(at(1, JobTableModel::CostColumn), QVariant(u"$0.04"_s));
        QCOMPARE(m_document->entry(1).exclude.size(), 1);
        m_document->undoStack()->undo();
        QCOMPARE(count(1), u"2 jobs"_s);
        QCOMPARE(at(1, 0, Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void whatIsSwitchedOffAsAWholeCannotBeSwitchedOnInPart()
    {
        const QModelIndex box = m_model->index(1, JobTableModel::EnabledColumn);
        QVERIFY(m_model->setData(box, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!m_document->entry(1).job.enabled);
        const QModelIndex red = m_model->index(2, JobTableModel::EnabledColumn);
        QVERIFY(!(red.flags() & Qt::ItemIsUserCheckable));
        QVERIFY(!m_model->setData(red, Qt::Checked, Qt::CheckStateRole));
        m_model->toggleEnabled({1, 2, 3});
        QVERIFY(m_document->entry(1).job.enabled);
        QCOMPARE(m_document->undoStack()->count(), 2);
    }

    void switchesEntriesAndCombinationsInOneStep()
    {
        m_model->toggleEnabled({0, 2});
        QVERIFY(!m_document->entry(0).job.enabled);
        QCOMPARE(m_document->entry(1).exclude.size(), 1);
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QVERIFY(m_document->entry(0).job.enabled);
        QVERIFY(m_document->entry(1).exclude.isEmpty());
    }

    void anEntryThatExcludesAllIsOffAndComesBack()
    {
        m_model->toggleEnabled({2});
        m_model->toggleEnabled({3});
        QVERIFY(m_document->entry(1).job.enabled);
        QCOMPARE(at(1, 0, Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(!at(1, 0, JobTableModel::EnabledRole).toBool());
        // What it would cost if it were on, like any row that is off.
        QCOMPARE(at(1, JobTableModel::CostColumn), QVariant(u"$0.08"_s));
        const QModelIndex box = m_model->index(1, JobTableModel::EnabledColumn);
        QVERIFY(m_model->setData(box, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(at(1, 0, Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(m_document->entry(1).exclude.isEmpty());
        // Where some are off, the row is switched off and on with them.
        m_model->toggleEnabled({2});
        QCOMPARE(at(1, 0, Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        m_model->toggleEnabled({1});
        QCOMPARE(at(1, 0, Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        m_model->toggleEnabled({1});
        QCOMPARE(at(1, 0, Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    }

    void theOnlyCombinationThatIsExcludedIsSwitchedOn()
    {
        JobSource one = plain(u"a {colour}"_s);
        one.matrix = {{u"colour"_s, {u"red"_s}}};
        one.exclude = {{{{u"colour"_s, u"red"_s}}, std::nullopt}};
        change(0, one);
        QCOMPARE(name(0), u"a red"_s);
        QCOMPARE(at(0, 0, Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        const QModelIndex box = m_model->index(0, JobTableModel::EnabledColumn);
        QVERIFY(m_model->setData(box, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(at(0, 0, Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(m_document->batch().jobs.constFirst().enabled);
        m_document->undoStack()->undo();
        m_model->toggleEnabled({0, 1});
        QVERIFY(m_document->batch().jobs.constFirst().enabled);
        m_model->toggleEnabled({0, 1});
        QVERIFY(!m_document->batch().jobs.constFirst().enabled);
        QVERIFY(!m_document->entry(0).job.enabled);
    }

    void rowsThatStayKeepTheirSelectionOverAReload()
    {
        m_model->setOpen(4, true);
        m_model->setOpen(4, false);
        const QPersistentModelIndex a = m_model->index(0, JobTableModel::PromptColumn);
        const QPersistentModelIndex blue = m_model->index(3, JobTableModel::NameColumn);
        const QPersistentModelIndex hero = m_model->index(4, JobTableModel::NameColumn);
        const QPersistentModelIndex z = m_model->index(5, JobTableModel::NameColumn);
        config::BatchFile file;
        file.path = u"/somewhere/batch.yaml"_s;
        JobSource grown = pair();
        grown.job.prompt = u"{green|red|blue}"_s;
        file.source.jobs = {plain(u"new"_s), plain(u"z"_s), grown, plain(u"a"_s),
                            plain(u"newer"_s)};
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_document->reload(file);
        QCOMPARE(names(), u"new, z, pair, +pair green, +pair red, +pair blue, a, newer"_s);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(a.row(), 6);
        QCOMPARE(blue.row(), 5);
        QCOMPARE(z.row(), 1);
        QVERIFY(!hero.isValid());
        m_document->undoStack()->undo();
        QCOMPARE(names(), u"a, pair, +pair red, +pair blue, hero, z"_s);
        QCOMPARE(a.row(), 0);
        QCOMPARE(blue.row(), 3);
        QCOMPARE(z.row(), 5);
    }

    void manyPiecesAreOneChange()
    {
        QList<JobSource> entries;
        for (int i = 0; i < 1000; ++i)
            entries.append(plain(u"job %1"_s.arg(i)));
        begin(entries);
        config::BatchFile file;
        for (int i = 0; i < 1000; i += 2)
            file.source.jobs.append(entries.at(i));
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        m_document->reload(file);
        QCOMPARE(m_model->rowCount(), 500);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(name(1), u"job 2"_s);
    }

    void whatAnEntryMakesIsReadOnly()
    {
        for (int column = JobTableModel::NameColumn; column < JobTableModel::ColumnCount;
             ++column) {
            const QModelIndex cell = m_model->index(2, column);
            QVERIFY(!(cell.flags() & (Qt::ItemIsEditable | Qt::ItemIsDragEnabled)));
            QVERIFY(!m_model->setData(cell, u"other"_s));
        }
        QCOMPARE(m_document->undoStack()->count(), 0);
        QCOMPARE(m_model->makerOf(2), u"pair"_s);
    }

    void showsWhatIsMadeAndEditsWhatIsWritten()
    {
        JobSource entry = plain(u"a {product}"_s);
        entry.job.prompt = u"A {product}"_s;
        entry.vars = {{u"product"_s, u"cup"_s}};
        change(0, entry);
        QCOMPARE(name(0), u"a cup"_s);
        QCOMPARE(at(0, JobTableModel::PromptColumn), QVariant(u"A cup"_s));
        QCOMPARE(at(0, JobTableModel::PromptColumn, Qt::EditRole), QVariant(u"A {product}"_s));
        const QModelIndex prompt = m_model->index(0, JobTableModel::PromptColumn);
        QVERIFY(m_model->setData(prompt, u"The {product}"_s));
        QCOMPARE(m_document->entry(0).job.prompt, u"The {product}"_s);
        QCOMPARE(prompt.data(), QVariant(u"The cup"_s));
        QVERIFY(prompt.data(Qt::ToolTipRole).toString().contains("The {product}"_L1));
    }

    void whatTheDefaultsSayIsMutedUntilItIsSaid()
    {
        ui::Premises premises = ui::Premises::of(m_document->source());
        premises.defaults.all.job.model = flux;
        premises.defaults.all.job.prompt = u"A dog"_s;
        premises.defaults.all.job.width = 512;
        m_document->changePremises(premises, u"Defaults"_s);
        JobSource quiet = plain(u"a"_s);
        quiet.job.prompt.clear();
        change(0, quiet);
        const QModelIndex prompt = m_model->index(0, JobTableModel::PromptColumn);
        QCOMPARE(prompt.data(), QVariant(u"A dog"_s));
        QVERIFY(prompt.data(JobTableModel::FromDefaultsRole).toBool());
        QVERIFY(prompt.data(Qt::ToolTipRole).toString().contains("From the defaults"_L1));
        QVERIFY(at(0, JobTableModel::SizeColumn, JobTableModel::FromDefaultsRole).toBool());
        QVERIFY(!at(0, JobTableModel::ModelColumn, JobTableModel::FromDefaultsRole).toBool());
        QVERIFY(m_model->setData(prompt, u"A fox"_s));
        QVERIFY(!prompt.data(JobTableModel::FromDefaultsRole).toBool());
        QVERIFY(m_model->setData(prompt, QString()));
        QCOMPARE(prompt.data(), QVariant(u"A dog"_s));
        QVERIFY(m_document->entry(0).job.prompt.isEmpty());
        // A model that is cleared is the defaults' again.
        const QModelIndex model = m_model->index(0, JobTableModel::ModelColumn);
        QVERIFY(m_model->setData(model, QString()));
        QVERIFY(m_document->entry(0).job.model.isEmpty());
        QVERIFY(model.data(JobTableModel::FromDefaultsRole).toBool());
    }

    void movesWholeEntries()
    {
        const std::unique_ptr<QMimeData> data(
            m_model->mimeData({m_model->index(0, 0), m_model->index(2, 0)}));
        // Below the first that the pair makes: that is, below the pair.
        QVERIFY(m_model->dropMimeData(data.get(), Qt::MoveAction, 3, 0, {}));
        QCOMPARE(names(), u"pair, +pair red, +pair blue, a, hero, z"_s);
        m_document->undoStack()->undo();
        QCOMPARE(names(), u"a, pair, +pair red, +pair blue, hero, z"_s);
    }

    void keepsItsRowsThroughRemovalsAndInsertions()
    {
        m_document->removeJobs({1, 2});
        QCOMPARE(names(), u"a, z"_s);
        QVERIFY(!m_model->hasFolds());
        m_document->undoStack()->undo();
        QCOMPARE(names(), u"a, pair, +pair red, +pair blue, hero, z"_s);
        QVERIFY(m_model->hasFolds());
        m_document->insertEntries(0, {pair()}, u"Insert"_s);
        QCOMPARE(m_model->rowCount(), 9);
        QCOMPARE(kind(2), JobRow::Kind::Made);
        m_document->moveJobs({0}, 5);
        QCOMPARE(kind(m_model->rowCount() - 1), JobRow::Kind::Made);
    }

    void aResultIsDroppedOntoAnEntry()
    {
        QMimeData data;
        const batch::JobId last = m_document->entry(m_document->jobCount() - 1).id();
        ui::jobmime::put(&data, {last, u"job:初稿 z"_s});
        const QModelIndex entry = m_model->index(0, JobTableModel::NameColumn);
        QVERIFY(m_model->canDropMimeData(&data, Qt::CopyAction, -1, -1, entry));
        QVERIFY(m_model->dropMimeData(&data, Qt::CopyAction, -1, -1, entry));
        QCOMPARE(m_document->entry(0).job.image, u"job:初稿 z"_s);
        QCOMPARE(m_document->undoStack()->count(), 1);
        // Not onto what an entry makes, not between rows, and not onto the job itself.
        QVERIFY(!m_model->canDropMimeData(&data, Qt::CopyAction, -1, -1, m_model->index(2, 1)));
        QVERIFY(!m_model->canDropMimeData(&data, Qt::CopyAction, 1, 0, {}));
        ui::jobmime::put(&data, {m_document->entry(0).id(), u"job:a"_s});
        QVERIFY(!m_model->canDropMimeData(&data, Qt::CopyAction, -1, -1, entry));
    }

    void aFileThatTwoOthersIncludeStandsThereTwice()
    {
        batch::Included common = houseFile(2);
        batch::Included one;
        one.path = u"/somewhere/one.yaml"_s;
        one.jobs = {plain(u"one"_s)};
        one.included = {common};
        batch::Included other = one;
        other.path = u"/somewhere/other.yaml"_s;
        other.jobs = {plain(u"other"_s)};
        for (JobSource &job : other.included[0].jobs) {
            job.job.id = batch::newJobId();
            job.job.prompt = u"As the other's variables make it"_s;
        }
        other.included[0].jobs.removeLast();
        begin({plain(u"a"_s)}, {one, other});
        QCOMPARE(names(),
                 u"house.yaml, +logo 1, +logo 2, one.yaml, +one, house.yaml, +logo 1, "
                 "other.yaml, +other, a"_s);
        QCOMPARE(count(0), u"2 jobs"_s);
        QCOMPARE(count(5), u"1 jobs"_s);
        QCOMPARE(at(0, JobTableModel::CostColumn), QVariant(u"$0.08"_s));
        QCOMPARE(at(5, JobTableModel::CostColumn), QVariant(u"$0.04"_s));
        QCOMPARE(m_model->jobsOf(5), QList{m_model->rowAt(6).id});
        m_model->setOpen(5, false);
        QCOMPARE(names(),
                 u"house.yaml, +logo 1, +logo 2, one.yaml, +one, house.yaml, other.yaml, +other, "
                 "a"_s);
        QVERIFY(m_model->isOpen(0));
    }

    void aHeadingWhoseFileIsGoneIsOfNoJobs()
    {
        begin({plain(u"a"_s)}, {houseFile(2)});
        // A view may ask on the way.
        QStringList said;
        connect(m_model.get(), &QAbstractItemModel::rowsAboutToBeRemoved, this, [&] {
            said = {at(0, JobTableModel::CostColumn).toString(), count(0)};
            QVERIFY(m_model->jobsOf(0).isEmpty());
            QVERIFY(!m_model->canOpen(0));
        });
        ui::Premises premises = ui::Premises::of(m_document->source());
        premises.include.clear();
        premises.included.clear();
        m_document->changePremises(premises, u"Include"_s);
        QCOMPARE(names(), u"a"_s);
        QCOMPARE(said, (QStringList{QString(), u"no jobs"_s}));
    }

    void whatIsWrongInAnIncludedFileIsSaidAtItsHeading()
    {
        batch::Included house = houseFile(1);
        house.vars = {{u"x"_s, u"y"_s}};
        house.jobs.append(plain(u"banner"_s));
        house.jobs[1].job.prompt = u"A {colour}"_s;
        batch::Included bad = house;
        bad.path = u"/somewhere/bad.yaml"_s;
        bad.jobs.removeFirst();
        bad.jobs[0].job.id = batch::newJobId();
        begin({plain(u"a"_s)}, {house, bad});
        QCOMPARE(names(), u"house.yaml, +logo 1, bad.yaml, a"_s);
        QCOMPARE(count(2), u"no jobs"_s);
        QVERIFY(!m_model->canOpen(2));
        for (const int heading : {0, 2}) {
            QCOMPARE(at(heading, JobTableModel::NameColumn, JobTableModel::SeverityRole).toInt(),
                     int(batch::Severity::Error));
            const QString words =
                at(heading, JobTableModel::NameColumn, JobTableModel::ProblemsRole).toString();
            QVERIFY2(words.startsWith(u"banner: {colour}"_s), qPrintable(words));
            QVERIFY(at(heading, JobTableModel::NameColumn, Qt::ToolTipRole)
                        .toString()
                        .contains(u"{colour}"_s));
            QVERIFY(
                !at(heading, JobTableModel::PromptColumn, JobTableModel::SeverityRole).isValid());
        }
    }

    void whatTheDefaultsSayIsNotReportedAsDropped()
    {
        ui::Premises premises = ui::Premises::of(m_document->source());
        premises.defaults.all.job.params = {{u"mood"_s, u"calm"_s}};
        m_document->changePremises(premises, u"Defaults"_s);
        JobSource entry = plain(u"a"_s);
        entry.job.params = {{u"grain"_s, 3}};
        change(0, entry);
        QSignalSpy dropped(m_model.get(), &JobTableModel::parametersDropped);
        const QModelIndex model = m_model->index(0, JobTableModel::ModelColumn);
        QVERIFY(m_model->setData(model, u"google/imagen4-ultra/text-to-image"_s));
        QCOMPARE(dropped.size(), 1);
        const QString words = dropped.constFirst().constFirst().toString();
        QVERIFY2(words.contains(u"grain was dropped from a"_s, Qt::CaseInsensitive),
                 qPrintable(words));
        QVERIFY2(words.contains(u"mood stays in a"_s, Qt::CaseInsensitive), qPrintable(words));
        QCOMPARE(m_document->job(0).params, (QJsonObject{{u"mood"_s, u"calm"_s}}));
    }

    void includedJobsStandFirstAndAreReadOnly()
    {
        begin({plain(u"a"_s)}, {houseFile(2)});
        QCOMPARE(names(), u"house.yaml, +logo 1, +logo 2, a"_s);
        QCOMPARE(kind(0), JobRow::Kind::File);
        QCOMPARE(count(0), u"2 jobs"_s);
        QCOMPARE(m_model->entryOf(0), -1);
        QCOMPARE(m_model->entryOf(1), -1);
        QCOMPARE(m_model->jobsOf(0).size(), 2);
        QCOMPARE(m_model->makerOf(1), u"house.yaml"_s);
        for (int column = 0; column < JobTableModel::ColumnCount; ++column)
            QVERIFY(!(m_model->index(1, column).flags()
                      & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)));
        m_model->toggleEnabled({0, 1});
        QCOMPARE(m_document->undoStack()->count(), 0);
        m_model->setOpen(0, false);
        QCOMPARE(names(), u"house.yaml, a"_s);
        m_document->insertEntries(0, {plain(u"b"_s)}, u"Insert"_s);
        QCOMPARE(names(), u"house.yaml, b, a"_s);
        m_document->removeJobs({0, 1});
        QCOMPARE(names(), u"house.yaml"_s);
    }

    void aChangeOfVariablesKeepsTheRows()
    {
        const QPersistentModelIndex blue = m_model->index(3, JobTableModel::NameColumn);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        ui::Premises premises = ui::Premises::of(m_document->source());
        premises.vars = {{u"brand"_s, u"Aurora"_s}};
        m_document->changePremises(premises, u"Variables"_s);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(blue.row(), 3);
        premises.maxVariations = 10;
        m_document->changePremises(premises, u"Limit"_s);
        QCOMPARE(count(4), u"no jobs"_s);
    }

    void tenThousandJobsStaySmooth()
    {
        JobSource large = plain(u"large"_s);
        QStringList values;
        for (int i = 0; i < 900; ++i)
            values.append(QString::number(i));
        large.matrix = {{u"number"_s, values}};
        QList<JobSource> entries{large};
        for (int i = 0; i < 9'100; ++i)
            entries.append(plain(u"Cat %1"_s.arg(i)));
        m_tester.reset();
        config::BatchFile file;
        file.source.jobs = entries;
        QElapsedTimer timer;
        timer.start();
        m_document->reset(file);
        m_model->setOpen(0, true);
        QCOMPARE(m_model->rowCount(), 10'001);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            for (const int column : {JobTableModel::NameColumn, JobTableModel::StateColumn}) {
                at(row, column);
                at(row, column, JobTableModel::DetailRole);
            }
        }
        for (int i = 0; i < 20; ++i) {
            m_model->toggleEnabled({1 + i});
            m_model->setOpen(0, false);
            m_model->setOpen(0, true);
        }
        QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestVariationRows)
#include "test_variationrows.moc"
