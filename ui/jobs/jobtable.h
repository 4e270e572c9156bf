// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QList>
#include <QWidget>

class QAction;

namespace ui {

class BatchDocument;
class JobTableModel;
class JobTableView;
class RunSession;

/// The job table with everything that can be done to its rows. The actions are for the window's
/// menus and toolbar, too; they know by themselves when they make sense.
class JobTable : public QWidget
{
    Q_OBJECT
public:
    /// Without a session every job is a draft. Both must outlive the widget.
    JobTable(BatchDocument *document, RunSession *session, QWidget *parent = nullptr);

    QAction *addImageAction() const { return m_addImage; }
    QAction *addVideoAction() const { return m_addVideo; }
    QAction *duplicateAction() const { return m_duplicate; }
    QAction *deleteAction() const { return m_delete; }
    QAction *moveUpAction() const { return m_moveUp; }
    QAction *moveDownAction() const { return m_moveDown; }
    QAction *copyAction() const { return m_copy; }
    QAction *pasteAction() const { return m_paste; }
    /// Of the selected jobs, in the model browser.
    QAction *changeModelAction() const { return m_changeModel; }

    JobTableModel *model() const { return m_model; }
    JobTableView *view() const { return m_view; }

    /// In the order of their rows.
    QList<batch::JobId> selectedJobs() const;
    /// Those of them that nobody knows the fate of.
    QList<batch::JobId> selectedHeldJobs() const;
    /// Those of them whose submission can be given up: held ones, and what is paid for and not
    /// fetched.
    QList<batch::JobId> selectedForgettableJobs() const;
    void selectJob(batch::JobId job);

signals:
    /// A person wants exactly these jobs to run, whatever became of them.
    void runRequested(const QList<batch::JobId> &jobs);
    /// A person wants jobs sent once more that may or may not have been accepted.
    void submitAgainRequested(const QList<batch::JobId> &jobs);
    /// A person wants to give up what was submitted for these.
    void forgetRequested(const QList<batch::JobId> &jobs);
    /// A person wants to see what the job made.
    void openRequested(batch::JobId job);
    /// JobId{} where there is none.
    void currentJobChanged(batch::JobId job);
    /// The current row was clicked, whether or not it was the current one before.
    void jobClicked(batch::JobId job);
    /// A person wants to choose a model for these among all.
    void modelBrowserRequested(const QList<batch::JobId> &jobs);
    /// An edit took parameters from a job that its new model doesn't have; in words, for people.
    void parametersDropped(const QString &words);

private:
    void createActions();
    QAction *createAction(const QString &iconName, const QString &text, const QString &toolTip,
                          const QKeySequence &shortcut);
    void updateActions();
    void addJob(batch::MediaType type);
    void duplicateSelected();
    void deleteSelected();
    void moveSelected(int by);
    void copySelected();
    void paste();
    void chooseModel(int row);
    void showMenu(const QPoint &position);
    void noteCurrent();
    int currentRow() const;

    BatchDocument *m_document;
    RunSession *m_session;
    JobTableModel *m_model;
    JobTableView *m_view;
    QAction *m_addImage;
    QAction *m_addVideo;
    QAction *m_duplicate;
    QAction *m_delete;
    QAction *m_moveUp;
    QAction *m_moveDown;
    QAction *m_copy;
    QAction *m_paste;
    QAction *m_changeModel;
    QAction *m_toggle;
    QAction *m_runSelected;
    QAction *m_submitAgain;
    QAction *m_forget;
    batch::JobId m_current{};
};

} // namespace ui
