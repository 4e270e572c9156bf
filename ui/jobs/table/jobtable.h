// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "jobs/clipboard/jobclipboard.h"
#include "jobs/rows/jobrows.h"
#include "session/jobmime.h"
#include "session/latesttask.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QWidget>

class QAction;
class QMenu;

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
    /// Of what an entry makes: an entry of its own instead.
    QAction *detachAction() const { return m_detach; }
    QAction *copyAction() const { return m_copy; }
    QAction *pasteAction() const { return m_paste; }
    /// Of the selected jobs, in the model browser.
    QAction *changeModelAction() const { return m_changeModel; }

    JobTableModel *model() const { return m_model; }
    JobTableView *view() const { return m_view; }

    /// What is selected, row by row and in their order: entries by their own ids, and of jobs that
    /// an entry or an included file makes those that are selected themselves.
    QList<batch::JobId> selectedIds() const;
    /// The rows of the document that are selected as entries; ascending.
    QList<int> selectedEntries() const;
    /// The jobs that are selected, in the order of their rows. An entry stands for all that it
    /// makes and that are switched on; for all of them where none is.
    QList<batch::JobId> selectedJobs() const;
    /// Those of them that a person means who runs them: of what an entry of several or a file makes
    /// the jobs that are not made yet. Where nothing but such jobs is selected and all are made,
    /// they are made again, and so is a job that is selected itself.
    QList<batch::JobId> jobsToRun() const;
    /// Those of them that nobody knows the fate of.
    QList<batch::JobId> selectedHeldJobs() const;
    /// Those of them whose submission can be given up: held ones, and what is paid for and not
    /// fetched.
    QList<batch::JobId> selectedForgettableJobs() const;
    /// The row of a job, or of the entry that makes it where that is closed; or of an entry.
    void selectJob(batch::JobId job);
    /// The rows of entries.
    void selectEntries(const QList<batch::JobId> &entries);
    /// Takes what is being typed in a cell and closes its editor.
    void finishEditing();
    /// Adds a video job for each of these pictures, below the entry that makes it, in one step of
    /// undo, and selects them. `recentModels`: those chosen lately, by id, the latest first.
    void makeVideos(const QList<jobmime::Result> &pictures, const QStringList &recentModels);

signals:
    /// A person chose one of the actions, and it is not done yet: what is being typed elsewhere
    /// comes before it.
    void aboutToAct();
    /// A person wants exactly these jobs to run, whatever became of them. Entries that make none,
    /// because something is wrong with them, are among them.
    void runRequested(const QList<batch::JobId> &jobs);
    /// A person wants jobs sent once more that may or may not have been accepted.
    void submitAgainRequested(const QList<batch::JobId> &jobs);
    /// A person wants to give up what was submitted for these.
    void forgetRequested(const QList<batch::JobId> &jobs);
    /// A person wants to see what the job made. Of several that an entry makes the first that has
    /// something to show, here and in the two below.
    void openRequested(batch::JobId job);
    /// JobId{} where there is none.
    void currentJobChanged(batch::JobId job);
    /// The current row was clicked, whether or not it was the current one before.
    void jobClicked(batch::JobId job);
    /// A person wants to choose a model for these among all.
    void modelBrowserRequested(const QList<batch::JobId> &jobs);
    /// A person gave a job that model in its cell.
    void modelChosen(const QString &model);
    /// A person wants a video from what each of these jobs makes.
    void videosRequested(const QList<jobmime::Result> &pictures);
    /// A person wants to see an included file.
    void openFileRequested(const QString &path);
    /// A table was pasted, its text in UTF-8: its columns are to be matched with fields, and what
    /// comes of it to stand before row `row` of the document.
    void tablePasted(const QByteArray &table, int row);
    /// What was pasted is no good, and nothing was changed; in words, for people.
    void pasteRefused(const QString &words);
    /// Entries were pasted, but not all that the text counts on; in words, for people.
    void pasteNoted(const QString &words);
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
    void takeNewDocument();
    jobclipboard::Place place() const;
    batch::JobSource promptPattern(int entry) const;
    void copySelected();
    void paste();
    /// Entries come below the one that is `above`, or at the end.
    void takePasted(const jobclipboard::Pasted &pasted, batch::JobId above);
    void detachSelected();
    void editPrompt(int entry);
    /// The pictures that the selected jobs make, or will make.
    QList<jobmime::Result> selectedPictures() const;
    void openSelected(bool open);
    void openFile();
    void chooseModel(int row);
    void fillMenu(QMenu *menu);
    void showMenu(const QPoint &position);
    void noteCurrent();
    /// The document's row that the current one belongs to: new ones come below it.
    int currentEntry() const;
    QList<int> selectedMade() const;
    QList<batch::JobId> selectedBarrenEntries() const;
    /// The one of a row's jobs that there is most to see of; JobId{} where it has none.
    batch::JobId jobToSee(int row) const;
    void selectEntries(int first, int count);

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
    QAction *m_detach;
    QAction *m_makeVideos;
    QAction *m_open;
    QAction *m_close;
    QAction *m_openFile;
    QAction *m_toggle;
    QAction *m_runSelected;
    QAction *m_submitAgain;
    QAction *m_forget;
    batch::JobId m_current{};
    JobRow m_currentRow;
    QByteArray m_origin; ///< names the document in the clipboard
    LatestTask<jobclipboard::Pasted> m_reading;
};

} // namespace ui
