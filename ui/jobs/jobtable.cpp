// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtable.h"

#include "jobs/jobclipboard.h"
#include "jobs/jobedits.h"
#include "jobs/jobtablemodel.h"
#include "jobs/jobtableview.h"
#include "look/icons.h"
#include "session/batchdocument.h"
#include "session/jobnames.h"
#include "session/runsession.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using batch::JobId;
using batch::MediaType;

JobTable::JobTable(BatchDocument *document, RunSession *session, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_session(session)
    , m_model(new JobTableModel(document, session, this))
    , m_view(new JobTableView(m_model, document, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    createActions();

    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &JobTable::showMenu);
    connect(m_view, &JobTableView::openRequested, this, &JobTable::openRequested);
    connect(m_view, &JobTableView::allModelsRequested, this, &JobTable::chooseModel);
    connect(m_model, &JobTableModel::parametersDropped, this, &JobTable::parametersDropped);
    connect(m_view, &JobTableView::selectionChangedByAnyone, this, &JobTable::updateActions);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobTable::noteCurrent);
    connect(m_view, &QAbstractItemView::clicked, this, [this] { emit jobClicked(m_current); });
    const auto takeFirst = [this] {
        if (m_document->jobCount() > 0)
            m_view->selectRows(0, 1);
        noteCurrent();
        updateActions();
    };
    connect(m_model, &QAbstractItemModel::modelReset, this, takeFirst);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &JobTable::updateActions);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &JobTable::updateActions);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &JobTable::updateActions);
    takeFirst();
}

QAction *JobTable::createAction(const QString &iconName, const QString &text,
                                const QString &toolTip, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, keys));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void JobTable::createActions()
{
    m_addImage = createAction(u"add-image"_s, tr("Add image"), tr("Add an image job"),
                              QKeySequence(u"Ctrl+I"_s));
    m_addVideo = createAction(u"add-video"_s, tr("Add video"), tr("Add a video job"),
                              QKeySequence(u"Ctrl+Shift+I"_s));
    m_addImage->setShortcutContext(Qt::WindowShortcut);
    m_addVideo->setShortcutContext(Qt::WindowShortcut);
    m_duplicate = createAction(u"duplicate"_s, tr("Duplicate"), tr("Duplicate the selected jobs"),
                               QKeySequence(u"Ctrl+D"_s));
    m_delete = createAction(u"delete"_s, tr("Delete"), tr("Delete the selected jobs"),
                            QKeySequence(Qt::Key_Delete));
    m_moveUp = createAction(u"up"_s, tr("Move up"), tr("Move the selected jobs up"),
                            QKeySequence(u"Alt+Up"_s));
    m_moveDown = createAction(u"down"_s, tr("Move down"), tr("Move the selected jobs down"),
                              QKeySequence(u"Alt+Down"_s));
    m_copy = createAction(u"copy"_s, tr("Copy"), tr("Copy the selected jobs"),
                          QKeySequence(QKeySequence::Copy));
    m_paste = createAction({}, tr("Paste"), tr("Paste jobs, or a prompt from each line of text"),
                           QKeySequence(QKeySequence::Paste));
    m_changeModel =
        createAction({}, tr("Change model…"), tr("Choose a model for the selected jobs"),
                     QKeySequence(u"Ctrl+M"_s));
    m_changeModel->setShortcutContext(Qt::WindowShortcut);
    // The view has Space for itself; a shortcut would take it from the editors.
    m_toggle = createAction({}, tr("Switch on or off"),
                            tr("Make the selected jobs part of the "
                               "run, or leave them out"),
                            {});
    m_runSelected = createAction(u"run"_s, tr("Run selected"), tr("Run the selected jobs"), {});

    m_submitAgain = createAction(u"retry"_s, tr("Submit again"),
                                 tr("Send it once more, though it may have been accepted"), {});
    m_forget =
        createAction({}, tr("Forget"), tr("Give up what was submitted and is not fetched"), {});

    connect(m_addImage, &QAction::triggered, this, [this] { addJob(MediaType::Image); });
    connect(m_addVideo, &QAction::triggered, this, [this] { addJob(MediaType::Video); });
    connect(m_duplicate, &QAction::triggered, this, &JobTable::duplicateSelected);
    connect(m_delete, &QAction::triggered, this, &JobTable::deleteSelected);
    connect(m_moveUp, &QAction::triggered, this, [this] { moveSelected(-1); });
    connect(m_moveDown, &QAction::triggered, this, [this] { moveSelected(1); });
    connect(m_copy, &QAction::triggered, this, &JobTable::copySelected);
    connect(m_paste, &QAction::triggered, this, &JobTable::paste);
    connect(m_changeModel, &QAction::triggered, this,
            [this] { emit modelBrowserRequested(selectedJobs()); });
    connect(m_toggle, &QAction::triggered, this,
            [this] { m_model->toggleEnabled(m_view->selectedRows()); });
    connect(m_runSelected, &QAction::triggered, this,
            [this] { emit runRequested(selectedJobs()); });
    connect(m_submitAgain, &QAction::triggered, this,
            [this] { emit submitAgainRequested(selectedHeldJobs()); });
    connect(m_forget, &QAction::triggered, this,
            [this] { emit forgetRequested(selectedForgettableJobs()); });
}

void JobTable::updateActions()
{
    const QList<int> rows = m_view->selectedRows();
    const bool any = !rows.isEmpty();
    for (QAction *action : {m_duplicate, m_delete, m_copy, m_changeModel, m_toggle, m_runSelected})
        action->setEnabled(any);
    // A block at the very top (or bottom) has nowhere to go.
    const auto count = static_cast<int>(rows.size());
    m_moveUp->setEnabled(any && rows.constLast() != count - 1);
    m_moveDown->setEnabled(any && rows.constFirst() != m_document->jobCount() - count);
}

int JobTable::currentRow() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? current.row() : m_document->jobCount() - 1;
}

QList<JobId> JobTable::selectedJobs() const
{
    QList<JobId> jobs;
    for (const int row : m_view->selectedRows())
        jobs.append(m_document->job(row).id);
    return jobs;
}

QList<JobId> JobTable::selectedHeldJobs() const
{
    QList<JobId> jobs = selectedJobs();
    jobs.removeIf([this](JobId job) {
        return !m_session || m_session->stateOf(job) != batch::JobState::Unresolved;
    });
    return jobs;
}

QList<JobId> JobTable::selectedForgettableJobs() const
{
    QList<JobId> jobs = selectedJobs();
    jobs.removeIf([this](JobId job) { return !m_session || !m_session->mayForget(job); });
    return jobs;
}

void JobTable::selectJob(JobId job)
{
    const int row = m_document->rowOf(job);
    if (row >= 0 && row != m_view->currentIndex().row())
        m_view->selectRows(row, 1);
}

void JobTable::noteCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    const JobId current = index.isValid() ? m_document->job(index.row()).id : JobId{};
    if (current == m_current)
        return;
    m_current = current;
    emit currentJobChanged(current);
}

void JobTable::addJob(MediaType type)
{
    const int row = currentRow();
    batch::Job job = newJobBeside(m_document->batch().jobs, row, type, m_document->catalog());
    const bool image = type == MediaType::Image;
    job.name = m_document->uniqueName(image ? tr("New image") : tr("New video"));
    m_document->insertJobs(row + 1, {job}, image ? tr("Add image") : tr("Add video"));
    m_view->selectRows(row + 1, 1);
    const QModelIndex prompt = m_model->index(row + 1, JobTableModel::PromptColumn);
    m_view->setFocus();
    m_view->selectionModel()->setCurrentIndex(prompt, QItemSelectionModel::NoUpdate);
    m_view->QAbstractItemView::edit(prompt);
}

void JobTable::duplicateSelected()
{
    const QList<int> rows = m_view->selectedRows();
    const int first = m_document->duplicateJobs(rows);
    if (first >= 0)
        m_view->selectRows(first, static_cast<int>(rows.size()));
}

void JobTable::deleteSelected()
{
    const QList<int> rows = m_view->selectedRows();
    if (rows.isEmpty())
        return;
    m_document->removeJobs(rows);
    // What follows moves up to the place where the person was, and is chosen next.
    if (m_document->jobCount() > 0)
        m_view->selectRows(qMin(rows.constFirst(), m_document->jobCount() - 1), 1);
}

void JobTable::moveSelected(int by)
{
    const QList<int> rows = m_view->selectedRows();
    if (rows.isEmpty())
        return;
    m_document->moveJobs(rows, by < 0 ? qMax(0, rows.constFirst() - 1) : rows.constLast() + 2);
    m_view->scrollTo(m_view->currentIndex());
}

void JobTable::copySelected()
{
    QList<batch::Job> jobs;
    for (const int row : m_view->selectedRows())
        jobs.append(m_document->job(row));
    if (!jobs.isEmpty()) {
        QGuiApplication::clipboard()->setMimeData(
            jobclipboard::toMimeData(jobs, m_document->catalog()));
    }
}

void JobTable::paste()
{
    const int row = currentRow();
    batch::Job pattern;
    if (row >= 0)
        pattern = m_document->job(row);
    else
        pattern.model = firstModel(m_document->catalog(), pattern.type);
    pattern.enabled = true;
    QList<batch::Job> jobs =
        jobclipboard::fromMimeData(QGuiApplication::clipboard()->mimeData(), pattern);
    if (jobs.isEmpty())
        return;
    JobNames names(m_document->batch().jobs);
    for (batch::Job &job : jobs)
        job.name = names.take(job.name);
    const auto count = static_cast<int>(jobs.size());
    m_document->insertJobs(row + 1, jobs,
                           count == 1 ? tr("Paste job") : tr("Paste %n jobs", nullptr, count));
    m_view->selectRows(row + 1, count);
}

void JobTable::chooseModel(int row)
{
    const batch::JobId job = m_document->job(row).id;
    const QList<JobId> selected = selectedJobs();
    emit modelBrowserRequested(selected.contains(job) ? selected : QList{job});
}

void JobTable::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_paste->setEnabled(jobclipboard::canRead(QGuiApplication::clipboard()->mimeData()));
    connect(menu, &QMenu::aboutToHide, m_paste, [this] { m_paste->setEnabled(true); });
    menu->addActions({m_runSelected, m_toggle, m_changeModel});
    menu->addSeparator();
    if (!selectedHeldJobs().isEmpty())
        menu->addAction(m_submitAgain);
    if (!selectedForgettableJobs().isEmpty())
        menu->addAction(m_forget);
    menu->addSeparator();
    menu->addActions({m_addImage, m_addVideo, m_duplicate, m_delete});
    menu->addSeparator();
    menu->addActions({m_copy, m_paste});
    menu->addSeparator();
    menu->addActions({m_moveUp, m_moveDown});
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace ui
