// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobId;
using ui::JobTableModel;

namespace {

Job named(const QString &name)
{
    Job job;
    job.name = name;
    job.model = u"google/imagen4-ultra/text-to-image"_s;
    job.prompt = u"A cat"_s;
    return job;
}

} // namespace

/// The table in a window that has the focus, used by its keys, its mouse and its actions.
class TestJobTable : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::BatchDocument> m_document;
    std::unique_ptr<ui::JobTable> m_table;

    ui::JobTableView *view() const { return m_table->view(); }
    QUndoStack *undoStack() const { return m_document->undoStack(); }

    QString names() const
    {
        QStringList names;
        for (const Job &job : m_document->batch().jobs)
            names.append(job.name);
        return names.join(u' ');
    }

    QPoint middleOf(int row, int column) const
    {
        return view()->visualRect(m_table->model()->index(row, column)).center();
    }

    void select(const QList<int> &rows)
    {
        view()->selectRows(rows.constFirst(), 1);
        for (const int row : rows) {
            view()->selectionModel()->select(m_table->model()->index(row, 0),
                                             QItemSelectionModel::Select
                                                 | QItemSelectionModel::Rows);
        }
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

private slots:
    void init()
    {
        m_document = std::make_unique<ui::BatchDocument>(catalog::Catalog::builtIn());
        config::BatchFile file;
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
            file.source.jobs.append(named(name));
        m_document->reset(file);
        m_table = std::make_unique<ui::JobTable>(m_document.get(), nullptr);
        m_table->resize(704, 420);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        view()->setFocus();
    }

    void cleanup()
    {
        m_table.reset();
        m_document.reset();
    }

    void deletesByKeyAndChoosesWhatFollows()
    {
        select({1, 3});
        press(Qt::Key_Delete);
        QCOMPARE(names(), u"a c e"_s);
        QCOMPARE(view()->selectedRows(), QList{1});
        undoStack()->undo();
        QCOMPARE(names(), u"a b c d e"_s);
        select({4});
        press(Qt::Key_Delete);
        QCOMPARE(view()->selectedRows(), QList{3});
    }

    void deletesAllAndShowsWhatToDo()
    {
        view()->selectAll();
        const QImage full = view()->viewport()->grab().toImage();
        press(Qt::Key_Delete);
        QCOMPARE(m_document->jobCount(), 0);
        QVERIFY(!m_table->deleteAction()->isEnabled());
        QVERIFY(!m_table->duplicateAction()->isEnabled());
        QVERIFY(m_table->addImageAction()->isEnabled());
        // Words and a symbol stand where rows were, and no scroll bar moved anything.
        const QImage empty = view()->viewport()->grab().toImage();
        QCOMPARE(empty.size(), full.size());
        const QRgb ground = empty.pixel(2, 2);
        int written = 0;
        for (int y = 0; y < empty.height(); ++y) {
            for (int x = 0; x < empty.width(); ++x)
                written += empty.pixel(x, y) != ground;
        }
        QVERIFY(written > 500);
        undoStack()->undo();
        QCOMPARE(names(), u"a b c d e"_s);
        QVERIFY(!m_document->isModified());
    }

    void duplicatesByKey()
    {
        select({0, 1});
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(names(), u"a b a 2 b 2 c d e"_s);
        QCOMPARE(view()->selectedRows(), (QList{2, 3}));
    }

    void movesByKeyAndKeepsTheSelection()
    {
        select({1, 2});
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(names(), u"a d b c e"_s);
        QCOMPARE(view()->selectedRows(), (QList{2, 3}));
        press(Qt::Key_Up, Qt::AltModifier);
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(names(), u"b c a d e"_s);
        QVERIFY(!m_table->moveUpAction()->isEnabled());
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(undoStack()->count(), 3);
        select({3, 4});
        QVERIFY(!m_table->moveDownAction()->isEnabled());
    }

    void spaceSwitchesTheSelectedJobs()
    {
        select({0, 2});
        press(Qt::Key_Space);
        QVERIFY(!m_document->job(0).enabled && !m_document->job(2).enabled);
        QVERIFY(m_document->job(1).enabled);
        press(Qt::Key_Space);
        QVERIFY(m_document->job(0).enabled && m_document->job(2).enabled);
        QCOMPARE(undoStack()->count(), 2);
    }

    void aClickOnTheCheckBoxSwitchesAtOnce()
    {
        const QPoint box = middleOf(1, JobTableModel::EnabledColumn);
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, box);
        QVERIFY(!m_document->job(1).enabled);
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, box);
        QVERIFY(!m_document->job(1).enabled);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, box);
        QVERIFY(m_document->job(1).enabled);
    }

    void addsBelowTheCurrentJobAndOpensThePrompt()
    {
        select({1});
        m_table->addImageAction()->trigger();
        QCOMPARE(names(), u"a b New image c d e"_s);
        const Job added = m_document->job(2);
        QCOMPARE(added.model, m_document->job(1).model);
        auto *prompt = view()->findChild<QPlainTextEdit *>();
        QVERIFY(prompt);
        QTRY_VERIFY(prompt->hasFocus());
        QTest::keyClicks(prompt, u"A fox"_s);
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_document->job(2).prompt, u"A fox"_s);
        QTRY_VERIFY(view()->hasFocus());
        m_table->addVideoAction()->trigger();
        QCOMPARE(m_document->job(3).name, u"New video"_s);
        QCOMPARE(m_document->job(3).model, u"bytedance/seedance-v1.5-pro/text-to-video"_s);
    }

    void addsToAnEmptyBatch()
    {
        m_document->reset();
        m_table->addVideoAction()->trigger();
        QCOMPARE(names(), u"New video"_s);
        QCOMPARE(m_document->job(0).type, batch::MediaType::Video);
        undoStack()->undo();
        QCOMPARE(m_document->jobCount(), 0);
    }

    void pastesAJobForEachLine()
    {
        select({1});
        Job off = m_document->job(1);
        off.enabled = false;
        m_document->changeJob(1, off, u"Off"_s);
        QGuiApplication::clipboard()->setText(u"A fox\nA fox\n\nA hare"_s);
        QTest::keySequence(view(), QKeySequence(QKeySequence::Paste));
        QCOMPARE(names(), u"a b A fox A fox 2 A hare c d e"_s);
        QCOMPARE(m_document->job(4).prompt, u"A hare"_s);
        QCOMPARE(m_document->job(4).model, m_document->job(1).model);
        QVERIFY(m_document->job(4).enabled);
        QCOMPARE(view()->selectedRows(), (QList{2, 3, 4}));
        undoStack()->undo();
        QCOMPARE(names(), u"a b c d e"_s);
    }

    void copiesAndPastesJobs()
    {
        select({0, 2});
        QTest::keySequence(view(), QKeySequence(QKeySequence::Copy));
        QCOMPARE(QGuiApplication::clipboard()->text().count("- name: "_L1), 2);
        select({4});
        QTest::keySequence(view(), QKeySequence(QKeySequence::Paste));
        QCOMPARE(names(), u"a b c d e a 2 c 2"_s);
        QVERIFY(m_document->job(5).id != m_document->job(0).id);
        QCOMPARE(m_document->job(5).model, m_document->job(0).model);
    }

    void tellsWhichJobIsCurrent()
    {
        QSignalSpy current(m_table.get(), &ui::JobTable::currentJobChanged);
        m_table->selectJob(m_document->job(3).id);
        QCOMPARE(current.size(), 1);
        QCOMPARE(current.constLast().constFirst().value<JobId>(), m_document->job(3).id);
        m_document->moveJobs({3}, 0);
        QCOMPARE(current.size(), 1);
        QCOMPARE(view()->currentIndex().row(), 0);
        QCOMPARE(m_table->selectedJobs(), QList{m_document->job(0).id});
        m_table->selectJob(JobId{});
        QCOMPARE(view()->currentIndex().row(), 0);
        m_document->reset();
        QCOMPARE(current.constLast().constFirst().value<JobId>(), JobId{});
    }

    void opensAResultFromItsState()
    {
        QSignalSpy opened(m_table.get(), &ui::JobTable::openRequested);
        const QPoint state = middleOf(2, JobTableModel::StateColumn);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, state);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, state);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constLast().constFirst().value<JobId>(), m_document->job(2).id);
        press(Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(undoStack()->count(), 0);
    }

    void everyColumnFitsTheLeastWindow()
    {
        int needed = 0;
        for (int column = 0; column < JobTableModel::ColumnCount; ++column)
            needed += view()->columnWidth(column);
        QVERIFY2(needed <= view()->viewport()->width(), qPrintable(QString::number(needed)));
        QVERIFY(view()->columnWidth(JobTableModel::PromptColumn) >= 88);
        QVERIFY(view()->rowHeight(0) >= 44);
    }

    void everyActionSaysWhatItDoes()
    {
        for (const QAction *action : m_table->actions()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->toolTip().isEmpty());
        }
        QVERIFY(!view()->accessibleName().isEmpty());
    }

    void tenThousandJobsStaySmooth()
    {
        config::BatchFile file;
        for (int i = 0; i < 10'000; ++i)
            file.source.jobs.append(named(u"Cat"_s));
        QElapsedTimer timer;
        timer.start();
        m_document->reset(file);
        view()->selectAll();
        press(Qt::Key_Space);
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_document->jobCount(), 20'000);
        for (int row = 0; row < 20'000; row += 4)
            m_table->model()->index(row, JobTableModel::StateColumn).data();
        press(Qt::Key_Delete);
        undoStack()->undo();
        view()->scrollToBottom();
        view()->grab();
        QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestJobTable)
#include "test_jobtable.moc"
