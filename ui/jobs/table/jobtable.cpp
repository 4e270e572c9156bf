// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/jobtable.h"

#include "jobs/clipboard/jobclipboard.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "look/icons.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

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
    connect(m_view, &JobTableView::openRequested, this, [this] {
        if (m_view->currentIndex().isValid())
            emit openRequested(jobToSee(m_view->currentIndex().row()));
    });
    connect(m_view, &JobTableView::openFileRequested, this, &JobTable::openFileRequested);
    connect(m_view, &JobTableView::allModelsRequested, this, &JobTable::chooseModel);
    connect(m_view, &JobTableView::modelChosen, this, &JobTable::modelChosen);
    connect(m_model, &JobTableModel::parametersDropped, this, &JobTable::parametersDropped);
    connect(m_view, &JobTableView::selectionChangedByAnyone, this, &JobTable::updateActions);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobTable::noteCurrent);
    connect(m_view, &QAbstractItemView::clicked, this, [this] { emit jobClicked(m_current); });
    const auto takeFirst = [this] {
        if (m_document->jobCount() > 0)
            selectEntries(0, 1);
        noteCurrent();
        updateActions();
    };
    connect(document, &BatchDocument::wasReset, this, &JobTable::takeNewDocument);
    connect(m_model, &QAbstractItemModel::modelReset, this, takeFirst);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &JobTable::updateActions);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &JobTable::updateActions);
    connect(document, &BatchDocument::jobsRemoved, this, &JobTable::updateActions);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &JobTable::updateActions);
    takeNewDocument();
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
    connect(action, &QAction::triggered, this, &JobTable::aboutToAct);
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
    m_detach = createAction({}, tr("Make this a job of its own"),
                            tr("Switch it off here, and add an entry that says the same"), {});
    m_makeVideos = createAction(u"make-video"_s, tr("Make a video from this"),
                                tr("Add a video job that begins with what this one makes"), {});
    m_open = createAction({}, tr("Show its jobs"), tr("Show what the entry makes"), {});
    m_close = createAction({}, tr("Hide its jobs"), tr("Hide what the entry makes"), {});
    m_openFile = createAction(u"open-file"_s, tr("Open file"), tr("Open the included file"), {});
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
            [this] { emit modelBrowserRequested(selectedIds()); });
    connect(m_detach, &QAction::triggered, this, &JobTable::detachSelected);
    connect(m_makeVideos, &QAction::triggered, this,
            [this] { emit videosRequested(selectedPictures()); });
    connect(m_open, &QAction::triggered, this, [this] { openSelected(true); });
    connect(m_close, &QAction::triggered, this, [this] { openSelected(false); });
    connect(m_openFile, &QAction::triggered, this, &JobTable::openFile);
    connect(m_toggle, &QAction::triggered, this,
            [this] { m_model->toggleEnabled(m_view->selectedRows()); });
    connect(m_runSelected, &QAction::triggered, this,
            [this] { emit runRequested(jobsToRun() + selectedBarrenEntries()); });
    connect(m_submitAgain, &QAction::triggered, this,
            [this] { emit submitAgainRequested(selectedHeldJobs()); });
    connect(m_forget, &QAction::triggered, this,
            [this] { emit forgetRequested(selectedForgettableJobs()); });
}

void JobTable::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_paste->setEnabled(jobclipboard::canRead(QGuiApplication::clipboard()->mimeData()));
    connect(menu, &QMenu::aboutToHide, m_paste, [this] { m_paste->setEnabled(true); });
    fillMenu(menu);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void JobTable::fillMenu(QMenu *menu)
{
    const int row = m_view->currentIndex().row();
    if (row >= 0 && !m_model->rowAt(row).file.isEmpty())
        menu->addAction(m_openFile);
    menu->addActions({m_runSelected, m_toggle, m_changeModel});
    if (const auto pictures = static_cast<int>(selectedPictures().size()); pictures > 0) {
        m_makeVideos->setText(pictures > 1 ? tr("Make %n videos from these", nullptr, pictures)
                                           : tr("Make a video from this"));
        menu->addAction(m_makeVideos);
    }
    menu->addSeparator();
    if (row >= 0 && m_model->canOpen(row))
        menu->addAction(m_model->isOpen(row) ? m_close : m_open);
    if (!selectedMade().isEmpty())
        menu->addAction(m_detach);
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
}

void JobTable::updateActions()
{
    const QList<int> rows = m_view->selectedRows();
    const QList<int> entries = selectedEntries();
    const bool any = !entries.isEmpty();
    for (QAction *action : {m_duplicate, m_delete, m_changeModel})
        action->setEnabled(any);
    for (QAction *action : {m_copy, m_toggle, m_runSelected})
        action->setEnabled(!rows.isEmpty());
    m_detach->setEnabled(!selectedMade().isEmpty());
    // A block at the very top (or bottom) has nowhere to go.
    const auto count = static_cast<int>(entries.size());
    m_moveUp->setEnabled(any && entries.constLast() != count - 1);
    m_moveDown->setEnabled(any && entries.constFirst() != m_document->jobCount() - count);
}

JobId JobTable::jobToSee(int row) const
{
    const QList<JobId> jobs = m_model->jobsOf(row);
    const auto made = std::find_if(jobs.begin(), jobs.end(), [this](JobId job) {
        return m_session && m_session->stateOf(job) == batch::JobState::Succeeded;
    });
    return made != jobs.end() ? *made : jobs.value(0, m_model->rowAt(row).id);
}

void JobTable::noteCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    const JobRow row = index.isValid() ? m_model->rowAt(index.row()) : JobRow();
    const JobId current = index.isValid() ? jobToSee(index.row()) : JobId{};
    // An entry and the job that it is seen by are two choices: something else may be shown by now.
    if (current == m_current && row == m_currentRow)
        return;
    m_current = current;
    m_currentRow = row;
    emit currentJobChanged(current);
}

} // namespace ui
