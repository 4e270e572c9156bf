// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "jobs/table/rowhint.h"
#include "session/document/batchdocument.h"
#include "session/jobmime.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using batch::JobId;
using batch::JobSource;
using ui::JobTableModel;

namespace {

JobSource plain(const QString &name)
{
    batch::Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = u"A cat"_s;
    return job;
}

JobSource pair()
{
    JobSource entry = plain(u"pair"_s);
    entry.job.prompt = u"{red|blue} cup"_s;
    return entry;
}

} // namespace

/// Entries of several jobs in the table, by its keys, its mouse and its actions.
class TestVariationTable : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::BatchDocument> m_document;
    std::unique_ptr<ui::JobTable> m_table;

    ui::JobTableView *view() const { return m_table->view(); }
    JobTableModel *model() const { return m_table->model(); }
    QUndoStack *undoStack() const { return m_document->undoStack(); }
    JobId id(int row) const { return model()->rowAt(row).id; }

    QString names() const
    {
        QStringList all;
        for (int row = 0; row < model()->rowCount(); ++row)
            all.append(model()->index(row, JobTableModel::NameColumn).data().toString());
        return all.join(u", "_s);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(view(), key, modifiers);
    }

private slots:
    void init()
    {
        m_document = std::make_unique<ui::BatchDocument>(catalog::Catalog::builtIn());
        config::BatchFile file;
        file.source.jobs = {plain(u"a"_s), pair(), plain(u"z"_s)};
        m_document->reset(file);
        m_table = std::make_unique<ui::JobTable>(m_document.get(), nullptr);
        m_table->resize(800, 420);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        view()->setFocus();
        QCOMPARE(names(), u"a, pair, pair red, pair blue, z"_s);
    }

    void cleanup()
    {
        m_table.reset();
        m_document.reset();
    }

    void leftAndRightCloseAndOpen()
    {
        view()->selectRows(2, 1);
        press(Qt::Key_Left);
        QCOMPARE(view()->currentIndex().row(), 1);
        press(Qt::Key_Left);
        QCOMPARE(names(), u"a, pair, z"_s);
        press(Qt::Key_Right);
        QCOMPARE(names(), u"a, pair, pair red, pair blue, z"_s);
        // What is open already: to the next cell, as ever.
        press(Qt::Key_Right);
        QCOMPARE(view()->currentIndex().column(), int(JobTableModel::TypeColumn));
    }

    void aPressOnTheArrowClosesAndOpens()
    {
        const QRect cell = view()->visualRect(model()->index(1, JobTableModel::NameColumn));
        const QPoint arrow(cell.left() + 10, cell.center().y());
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, arrow);
        QCOMPARE(names(), u"a, pair, z"_s);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, arrow);
        QCOMPARE(names(), u"a, pair, pair red, pair blue, z"_s);
        QCOMPARE(view()->findChild<QLineEdit *>(), nullptr);
    }

    void spaceSwitchesACombination()
    {
        view()->selectRows(3, 1);
        press(Qt::Key_Space);
        QVERIFY(!m_document->madeJob(id(3))->enabled);
        QVERIFY(m_document->madeJob(id(2))->enabled);
        press(Qt::Key_Space);
        QVERIFY(m_document->madeJob(id(3))->enabled);
        QCOMPARE(undoStack()->count(), 2);
    }

    void anEntryStandsForItsJobs()
    {
        view()->selectRows(1, 1);
        QCOMPARE(m_table->selectedIds(), QList{m_document->entry(1).id()});
        QCOMPARE(m_table->selectedJobs(), (QList{id(2), id(3)}));
        QCOMPARE(m_table->selectedEntries(), QList{1});
        m_document->setMadeEnabled({id(2)}, false);
        QCOMPARE(m_table->selectedJobs(), QList{id(3)});
        // With what it makes selected beside it each is there once.
        view()->selectRows(0, 4);
        QCOMPARE(m_table->selectedJobs(), (QList{id(0), id(3), id(2)}));
        QCOMPARE(m_table->selectedEntries(), (QList{0, 1}));
        m_document->setMadeEnabled({id(3)}, false);
        view()->selectRows(1, 1);
        QCOMPARE(m_table->selectedJobs(), (QList{id(2), id(3)}));
    }

    void runsExactlyTheSelectedCombination()
    {
        QSignalSpy run(m_table.get(), &ui::JobTable::runRequested);
        view()->selectRows(3, 1);
        for (QAction *action : m_table->actions()) {
            if (action->text() == "Run selected"_L1)
                action->trigger();
        }
        QCOMPARE(run.size(), 1);
        QCOMPARE(run.constFirst().constFirst().value<QList<JobId>>(), QList{id(3)});
        QVERIFY(!m_table->deleteAction()->isEnabled());
        QVERIFY(!m_table->duplicateAction()->isEnabled());
        QVERIFY(!m_table->moveUpAction()->isEnabled());
    }

    void whatIsTypedOutlivesAReloadAndTheSelection()
    {
        view()->selectRows(0, 1);
        const QModelIndex cell = model()->index(0, JobTableModel::NameColumn);
        view()->setCurrentIndex(cell);
        press(Qt::Key_F2);
        auto *line = view()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->setText(u"half typ"_s);
        config::BatchFile file;
        file.source = m_document->source();
        file.source.jobs.prepend(plain(u"new"_s));
        file.source.jobs[2].job.prompt = u"{red|green|blue} cup"_s;
        m_document->reload(file);
        QCOMPARE(names(), u"new, a, pair, pair red, pair green, pair blue, z"_s);
        QCOMPARE(view()->findChild<QLineEdit *>(), line);
        QVERIFY(line->isVisible());
        QCOMPARE(line->text(), u"half typ"_s);
        QCOMPARE(view()->selectedRows(), QList{1});
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_document->entry(1).job.name, u"half typ"_s);
    }

    void whoEditsWhatIsMadeIsToldWhere()
    {
        view()->selectRows(3, 1);
        press(Qt::Key_F2);
        auto *hint = view()->findChild<ui::RowHint *>();
        QVERIFY(hint->isVisible());
        QVERIFY(hint->accessibleName().contains("made by pair"_L1));
        QTest::mouseClick(hint->findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(!hint->isVisible());
        QCOMPARE(view()->currentIndex().row(), 1);
        const QModelIndex prompt = model()->index(2, JobTableModel::PromptColumn);
        const QPoint middle = view()->visualRect(prompt).center();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, middle);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, middle);
        QVERIFY(hint->isVisible());
        QCOMPARE(undoStack()->count(), 0);
        press(Qt::Key_Up);
        QVERIFY(!hint->isVisible());
    }

    void aCombinationBecomesAJobOfItsOwn()
    {
        view()->selectRows(2, 1);
        m_table->detachAction()->trigger();
        QCOMPARE(names(), u"a, pair, pair red, pair blue, pair red 2, z"_s);
        QVERIFY(!m_document->madeJob(id(2))->enabled);
        QCOMPARE(m_document->entry(2).job.prompt, u"red cup"_s);
        QVERIFY(m_document->entry(2).matrix.isEmpty());
        QVERIFY(m_document->entry(2).job.enabled);
        QCOMPARE(view()->currentIndex().row(), 4);
        QCOMPARE(undoStack()->count(), 1);
        undoStack()->undo();
        QCOMPARE(names(), u"a, pair, pair red, pair blue, z"_s);
        QVERIFY(m_document->madeJob(id(2))->enabled);
        view()->selectRows(0, 1);
        QVERIFY(!m_table->detachAction()->isEnabled());
    }

    void bracesOfWhatIsDetachedStayAsTheyAre()
    {
        JobSource entry = plain(u"list"_s);
        entry.job.prompt = u"{{a|b}} for {product} and {{product}}"_s;
        entry.matrix = {{u"product"_s, {u"cup"_s, u"{pot|pan}"_s}}};
        m_document->changeEntries({{1, entry}}, u"Change"_s);
        const QList<JobId> before = m_document->madeIds(1);
        const QString made = m_document->madeJob(before.at(1))->prompt;
        QCOMPARE(made, u"{a|b} for {pot|pan} and {product}"_s);
        // A name that an entry has, though none of its jobs.
        m_document->changeEntries({{2,
                                    [&] {
                                        JobSource other = entry;
                                        other.job.id = m_document->entry(2).id();
                                        other.job.name = u"list {pot|pan} 2"_s;
                                        return other;
                                    }()}},
                                  u"Change"_s);
        m_table->selectJob(before.at(1));
        m_table->detachAction()->trigger();
        const int row = 2;
        QCOMPARE(m_document->made(row).count, 1);
        const batch::Job &own = m_document->batch().jobs.at(m_document->made(row).first);
        QCOMPARE(own.prompt, made);
        QCOMPARE(own.name, u"list {pot|pan} 3"_s);
        // Results stay with the job that they are of, there and back.
        QCOMPARE(m_document->madeIds(1), before);
        QVERIFY(!before.contains(own.id));
        undoStack()->undo();
        QCOMPARE(m_document->madeIds(1), before);
    }

    void findsTheRowOfAJobThatIsClosed()
    {
        const JobId blue = id(3);
        m_table->selectJob(blue);
        QCOMPARE(view()->currentIndex().row(), 3);
        model()->setOpen(1, false);
        m_table->selectJob(m_document->entry(0).id());
        QSignalSpy current(m_table.get(), &ui::JobTable::currentJobChanged);
        m_table->selectJob(blue);
        QCOMPARE(view()->currentIndex().row(), 1);
        // Of an entry of several the first is to be seen where none has a result.
        QCOMPARE(current.constLast().constFirst().value<JobId>(),
                 m_document->batch().jobs.at(m_document->made(1).first).id);
    }

    void newJobsComeBelowTheEntryAndNotIntoIt()
    {
        view()->selectRows(2, 1);
        m_table->addImageAction()->trigger();
        QCOMPARE(names(), u"a, pair, pair red, pair blue, New image, z"_s);
        QCOMPARE(view()->currentIndex().row(), 4);
    }

    void copiesEntriesAndWhatTheyMake()
    {
        view()->selectRows(1, 1);
        m_table->copyAction()->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains("{red|blue}"_L1));
        m_table->pasteAction()->trigger();
        QCOMPARE(names(), u"a, pair, pair red, pair blue, pair 2, pair 2 red, pair 2 blue, z"_s);
        QCOMPARE(m_document->entry(2).job.prompt, u"{red|blue} cup"_s);
        undoStack()->undo();
        view()->selectRows(3, 1);
        m_table->copyAction()->trigger();
        m_table->pasteAction()->trigger();
        QCOMPARE(names(), u"a, pair, pair red, pair blue, pair blue 2, z"_s);
        QCOMPARE(m_document->entry(2).job.prompt, u"blue cup"_s);
    }

    void tablesAndBadTextsAreForOthersToHandle()
    {
        QSignalSpy table(m_table.get(), &ui::JobTable::tablePasted);
        QSignalSpy refused(m_table.get(), &ui::JobTable::pasteRefused);
        view()->selectRows(0, 1);
        QGuiApplication::clipboard()->setText(u"product\tcolour\nCup\tred"_s);
        m_table->pasteAction()->trigger();
        QCOMPARE(table.size(), 1);
        QCOMPARE(table.constFirst().at(0).toByteArray(), "product\tcolour\nCup\tred");
        QCOMPARE(table.constFirst().at(1).toInt(), 1);
        QGuiApplication::clipboard()->setText(u"- name: x\n  type: song\n"_s);
        m_table->pasteAction()->trigger();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(undoStack()->count(), 0);
    }

    void aResultIsDraggedOntoAJob()
    {
        QMimeData data;
        ui::jobmime::put(&data, {m_document->job(0).id, u"job:a"_s});
        const auto dropAt = [&](int row) {
            const QPoint place =
                view()->visualRect(model()->index(row, JobTableModel::PromptColumn)).center();
            QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(view()->viewport(), &enter);
            QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(view()->viewport(), &move);
            if (!move.isAccepted())
                return false;
            QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(view()->viewport(), &drop);
            return drop.isAccepted();
        };
        QVERIFY(dropAt(4));
        QCOMPARE(m_document->entry(2).job.image, u"job:a"_s);
        QVERIFY(!dropAt(0));
        QVERIFY(!dropAt(2));
        QCOMPARE(undoStack()->count(), 1);
    }

    /// The file may have been read anew since the pointer last moved.
    void aResultGoesToWhatIsUnderThePointer()
    {
        QMimeData data;
        ui::jobmime::put(&data, {m_document->job(0).id, u"job:a"_s});
        const QPoint place =
            view()->visualRect(model()->index(4, JobTableModel::PromptColumn)).center();
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view()->viewport(), &enter);
        QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view()->viewport(), &move);
        QVERIFY(move.isAccepted());
        m_document->removeJobs({1});
        QCOMPARE(names(), u"a, z"_s);
        QDropEvent besides(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view()->viewport(), &besides);
        QVERIFY(!besides.isAccepted());
        QCOMPARE(undoStack()->count(), 1);
        QCoreApplication::sendEvent(view()->viewport(), &enter);
        QCoreApplication::sendEvent(view()->viewport(), &move);
        QVERIFY(!move.isAccepted());
        const QPoint now =
            view()->visualRect(model()->index(1, JobTableModel::PromptColumn)).center();
        QDropEvent onto(now, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view()->viewport(), &onto);
        QVERIFY(onto.isAccepted());
        QCOMPARE(m_document->entry(1).job.image, u"job:a"_s);
    }

    /// Its menu is a popup: what it was opened for may be gone.
    void aMenuOfNothingDoesNothing()
    {
        m_document->reset();
        QSignalSpy opened(m_table.get(), &ui::JobTable::openFileRequested);
        QSignalSpy wanted(m_table.get(), &ui::JobTable::openRequested);
        for (QAction *action : m_table->actions()) {
            if (action->text() == u"Open file"_s)
                action->trigger();
        }
        emit view()->openRequested({});
        QCOMPARE(opened.size() + wanted.size(), 0);
    }

    void includedFilesAreToBeOpened()
    {
        batch::Included house;
        house.path = u"/somewhere/house.yaml"_s;
        house.jobs = {plain(u"logo"_s)};
        config::BatchFile file;
        file.source.jobs = {plain(u"a"_s)};
        file.source.included = {house};
        m_document->reset(file);
        QCOMPARE(names(), u"house.yaml, logo, a"_s);
        QCOMPARE(view()->currentIndex().row(), 2);
        QSignalSpy opened(m_table.get(), &ui::JobTable::openFileRequested);
        view()->selectRows(0, 1);
        press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().toString(), house.path);
        QVERIFY(!m_table->deleteAction()->isEnabled());
        QCOMPARE(m_table->selectedJobs(), QList{id(1)});
        m_table->addImageAction()->trigger();
        QCOMPARE(names(), u"house.yaml, logo, New image, a"_s);
    }
};

QTEST_MAIN(TestVariationTable)
#include "test_variationtable.moc"
