// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modelchoices.h"
#include "jobs/delegates/modeleditor.h"
#include "jobs/models.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobId;
using ui::JobTableModel;
using ui::ModelChoices;

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
const QString veo = u"google/veo3.1/text-to-video"_s;

Job imageJob(const QString &name, const QString &model = flux)
{
    Job job;
    job.name = name;
    job.model = model;
    job.prompt = u"A cat"_s;
    return job;
}

/// The built-in models, and as many more as there may be.
catalog::Catalog largeCatalog(int more)
{
    QList<models::Entry> entries;
    for (int i = 0; i < more; ++i) {
        entries.append({u"acme/dreamer-%1/text-to-%2"_s.arg(i).arg(i % 2 ? u"image" : u"video"),
                        u"Dreamer %1"_s.arg(i),
                        {},
                        {},
                        i % 2 == 0});
    }
    for (const catalog::Model &model : catalog::Catalog::builtIn().models())
        entries.append(
            {model.id, model.displayName, {}, {}, model.type == batch::MediaType::Video});
    return catalog::Catalog::builtIn().updatedBy(models::catalogOf(entries));
}

QStringList texts(const QAbstractItemModel &list)
{
    QStringList texts;
    for (int row = 0; row < list.rowCount(); ++row)
        texts.append(list.index(row, 0).data().toString());
    return texts;
}

} // namespace

/// How a job's model is shown, chosen, typed, and changed.
class TestModelColumn : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::BatchDocument> m_document;
    std::unique_ptr<ui::JobTable> m_table;

    ui::JobTableView *view() const { return m_table->view(); }
    Job job(int row) const { return m_document->job(row); }
    int steps() const { return m_document->undoStack()->count(); }
    QModelIndex cell(int row) const
    {
        return m_table->model()->index(row, JobTableModel::ModelColumn);
    }

    ui::ModelEditor *open(int row)
    {
        view()->setFocus();
        view()->setCurrentIndex(cell(row));
        QTest::keyClick(view(), Qt::Key_F2);
        return qobject_cast<ui::ModelEditor *>(view()->indexWidget(cell(row)));
    }

    void start(const catalog::Catalog &catalog, const QList<Job> &jobs)
    {
        m_table.reset();
        m_document = std::make_unique<ui::BatchDocument>(catalog);
        config::BatchFile file;
        file.source = batch::Batch{{}, jobs};
        m_document->reset(file);
        m_table = std::make_unique<ui::JobTable>(m_document.get(), nullptr);
        m_table->resize(900, 500);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    }

private slots:
    void cleanup()
    {
        m_table.reset();
        m_document.reset();
    }

    void listsTheBatchsModelsFirst()
    {
        ModelChoices choices;
        QAbstractItemModelTester tester(&choices,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        choices.showUsual(catalog::Catalog::builtIn(),
                          {imageJob(u"a"_s, u"acme/unknown"_s), imageJob(u"b"_s, veo),
                           imageJob(u"c"_s, veo), imageJob(u"d"_s, {})});
        const QStringList list = texts(choices);
        QCOMPARE(list.first(4),
                 QStringList({u"In this batch"_s, u"acme/unknown"_s, u"Veo 3.1"_s, u"Images"_s}));
        QCOMPARE(list.count(u"Veo 3.1"_s), 1);
        QVERIFY(list.indexOf(u"Videos"_s) > list.indexOf(u"Imagen 4 Ultra"_s));
        QCOMPARE(list.constLast(), u"All models…"_s);
        QVERIFY(!choices.index(0).flags().testFlag(Qt::ItemIsEnabled));
        const QModelIndex veoRow = choices.index(choices.rowOf(veo));
        QCOMPARE(veoRow.data(Qt::AccessibleTextRole).toString(),
                 u"Veo 3.1, $0.03 / s  ·  60–120\u00a0s"_s);
        QCOMPARE(choices.rowOf(QString()), -1);
    }

    void aLongCatalogGivesAShortList()
    {
        ModelChoices choices;
        choices.showUsual(largeCatalog(500), {imageJob(u"a"_s, u"acme/dreamer-7/text-to-image"_s)});
        const QStringList list = texts(choices);
        // All of it can be seen at once, the way to the others too.
        QVERIFY2(list.size() <= 20, qPrintable(QString::number(list.size())));
        QVERIFY(list.contains(u"Dreamer 7"_s));
        QVERIFY(!list.contains(u"Dreamer 8"_s));
        QVERIFY(list.contains(u"Veo 3.1"_s));
        const QModelIndex all = choices.index(choices.rowCount() - 1);
        const QString count = all.data(ModelChoices::FactsRole).toString();
        QCOMPARE(count, QString::number(500 + catalog::Catalog::builtIn().models().size()));
    }

    void modelsOfOneNameAreToldApart()
    {
        ModelChoices choices;
        choices.showUsual(models::catalogOf({{u"acme/one/text-to-image"_s, u"One"_s, {}},
                                             {u"acme/one/edit"_s, u"One"_s, {}}}),
                          {});
        QVERIFY(texts(choices).contains(u"One (edit)"_s));
        QVERIFY(texts(choices).contains(u"One (text-to-image)"_s));
    }

    void opensQuicklyWithFiveHundredModels()
    {
        start(largeCatalog(500), {imageJob(u"a"_s)});
        QElapsedTimer timer;
        timer.start();
        ui::ModelEditor *editor = open(0);
        QVERIFY(editor);
        QTest::keyClicks(editor, u"dreamer 31"_s);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void findsByWordsOfNameAndId_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("name") << u"dreamer 31"_s << u"Dreamer 31"_s;
        QTest::newRow("in another order") << u"31 dreamer"_s << u"Dreamer 31"_s;
        QTest::newRow("id") << u"dreamer-31/"_s << u"Dreamer 31"_s;
    }

    void findsByWordsOfNameAndId()
    {
        QFETCH(QString, typed);
        start(largeCatalog(60), {imageJob(u"a"_s)});
        ui::ModelEditor *editor = open(0);
        QVERIFY(editor);
        QTest::keyClicks(editor, typed);
        QCompleter *completer = editor->lineEdit()->completer();
        QTRY_VERIFY(completer->popup()->isVisible());
        const QModelIndex first = completer->popup()->model()->index(0, 0);
        QTEST(first.data().toString(), "first");
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTRY_COMPARE(job(0).model, u"acme/dreamer-31/text-to-image"_s);
        QCOMPARE(steps(), 1);
    }

    void nothingFoundHidesTheList()
    {
        start(largeCatalog(60), {imageJob(u"a"_s)});
        ui::ModelEditor *editor = open(0);
        QVERIFY(editor);
        QTest::keyClicks(editor, u"dreamer"_s);
        QCompleter *completer = editor->lineEdit()->completer();
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClicks(editor, u" qqq"_s);
        QTRY_VERIFY(!completer->popup()->isVisible());
    }

    void aListThatWasOpenedAndLeftChangesNothing()
    {
        start(catalog::Catalog::builtIn(), {imageJob(u"a"_s, veo)}); // of the wrong kind
        QVERIFY(open(0));
        view()->setFocus();
        QTRY_VERIFY(!view()->indexWidget(cell(0)));
        QCOMPARE(steps(), 0);
        QCOMPARE(job(0).type, batch::MediaType::Image);
    }

    void theBatchsNewTotalIsSaidBeforeAModelIsChosen()
    {
        start(catalog::Catalog::builtIn(), {imageJob(u"a"_s), imageJob(u"b"_s)}); // $0.04 each
        QSignalSpy chosen(m_table.get(), &ui::JobTable::modelChosen);
        ui::ModelEditor *editor = open(0);
        QVERIFY(editor);
        auto *choices = qobject_cast<ModelChoices *>(editor->model());
        QAbstractItemModelTester tester(choices,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto said = [](const QAbstractItemModel &list) {
            return texts(list).filter(u"Batch $"_s);
        };
        QCOMPARE(said(*choices), QStringList{u"Batch $0.08"_s});
        QCOMPARE(texts(*choices).constLast(), u"All models…"_s);
        const int imagen = choices->rowOf(u"google/imagen4-ultra/text-to-image"_s);
        emit editor->highlighted(imagen);
        QCOMPARE(said(*choices), QStringList{u"Batch $0.08 → $0.10"_s});
        emit editor->highlighted(choices->rowOf(flux));
        QCOMPARE(said(*choices), QStringList{u"Batch $0.08"_s});
        QVERIFY(!choices->index(int(texts(*choices).indexOf(u"Batch $0.08"_s)))
                     .flags()
                     .testFlag(Qt::ItemIsSelectable));

        // And where they are found by words.
        QTest::keyClicks(editor, u"imagen ultra"_s);
        QCompleter *completer = editor->lineEdit()->completer();
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QCOMPARE(said(*completer->popup()->model()), QStringList{u"Batch $0.08 → $0.10"_s});
        QCOMPARE(steps(), 0); // so far it was a look
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTRY_COMPARE(job(0).model, u"google/imagen4-ultra/text-to-image"_s);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.constFirst().constFirst().toString(), job(0).model);
    }

    void theLastEntryLeadsToAllModels()
    {
        start(catalog::Catalog::builtIn(), {imageJob(u"a"_s), imageJob(u"b"_s), imageJob(u"c"_s)});
        QSignalSpy wanted(m_table.get(), &ui::JobTable::modelBrowserRequested);
        view()->selectRows(0, 2);
        view()->selectionModel()->setCurrentIndex(cell(1), QItemSelectionModel::NoUpdate);
        QTest::keyClick(view(), Qt::Key_F2);
        auto *editor = qobject_cast<ui::ModelEditor *>(view()->indexWidget(cell(1)));
        QVERIFY(editor);
        editor->setCurrentIndex(editor->count() - 1);
        emit editor->activated(editor->count() - 1);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constLast().constFirst().value<QList<JobId>>(),
                 QList({job(0).id, job(1).id}));
        QTRY_VERIFY(!view()->indexWidget(cell(1)));
        QCOMPARE(steps(), 0);
        QCOMPARE(job(1).model, flux);
    }

    void theActionAsksForTheSelectedJobs()
    {
        start(catalog::Catalog::builtIn(), {imageJob(u"a"_s), imageJob(u"b"_s)});
        QSignalSpy wanted(m_table.get(), &ui::JobTable::modelBrowserRequested);
        view()->selectRows(1, 1);
        QTest::keyClick(view(), Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constLast().constFirst().value<QList<JobId>>(), QList({job(1).id}));
        view()->clearSelection();
        QVERIFY(!m_table->changeModelAction()->isEnabled());
    }

    void aChangeKeepsWhatTheNewModelHasAndSaysWhatItDrops()
    {
        const catalog::Catalog models =
            models::catalogOf({models::sized(), models::shaped(), models::clips()});
        Job before = imageJob(u"產品"_s, models::shaped().id);
        before.aspectRatio = u"16:9"_s;
        before.negativePrompt = u"people"_s;
        start(models, {before});
        QSignalSpy dropped(m_table.get(), &ui::JobTable::parametersDropped);
        QVERIFY(m_table->model()->setData(cell(0), models::clips().id));
        QCOMPARE(job(0).type, batch::MediaType::Video);
        QCOMPARE(job(0).prompt, u"A cat"_s);
        QCOMPARE(job(0).aspectRatio, std::optional(u"16:9"_s));
        QVERIFY(!job(0).negativePrompt);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.constFirst().constFirst().toString(),
                 u"Negative prompt was dropped from 產品: Clips has none."_s);
        QCOMPARE(steps(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), u"Change model"_s);
        m_document->undoStack()->undo();
        QCOMPARE(job(0).negativePrompt, std::optional(u"people"_s));
        QVERIFY(m_table->model()->setData(cell(0), models::shaped().id));
        QCOMPARE(dropped.size(), 1);
    }

    void aNewerCatalogIsShownAtOnce()
    {
        start(models::catalogOf({models::sized()}), {imageJob(u"a"_s, models::clips().id)});
        JobTableModel *model = m_table->model();
        QAbstractItemModelTester tester(model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QModelIndex cost = model->index(0, JobTableModel::CostColumn);
        QCOMPARE(cell(0).data().toString(), models::clips().id);
        QVERIFY(cost.data(JobTableModel::CostGuessRole).toBool());
        QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
        m_document->setCatalog(models::catalogOf({models::sized(), models::clips()}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(cell(0).data().toString(), u"Clips"_s);
        QVERIFY(!cost.data(JobTableModel::CostGuessRole).toBool());
        // An image job of a model for videos is an error now.
        QCOMPARE(
            model->index(0, JobTableModel::TypeColumn).data(JobTableModel::SeverityRole).isValid()
                || cell(0).data(JobTableModel::SeverityRole).isValid(),
            true);
        // The list of the next editor is the newer one, too.
        ui::ModelEditor *editor = open(0);
        QVERIFY(editor);
        QVERIFY(editor->findText(u"Sized"_s) >= 0);
        QVERIFY(editor->findText(u"Clips"_s) >= 0);
    }
};

QTEST_MAIN(TestModelColumn)
#include "test_modelcolumn.moc"
