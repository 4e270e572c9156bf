// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/jobmime.h"
#include "session/latesttask.h"
#include "session/run/runsession.h"
#include "window/messages/messagebar.h"

#include <QMainWindow>

class QAction;
class QMenu;
class QSpinBox;
class QSplitter;

namespace ui {

class Arrivals;
class BatchDocument;
class CostMeter;
class DocumentFiles;
class Inspector;
class JobTable;
class ModelBrowser;
class ModelNews;
class PreferencesDialog;
class ResultsPane;
class SidePane;

/// The window: the job table, the results or the job's parameters beside it, the bill below, and
/// the actions that work on them. It arranges and connects; what there is to know stands in
/// BatchDocument and RunSession.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const RunOptions &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Reads the file in the background and shows it.
    void openFile(const QString &path);

    BatchDocument *document() const { return m_document; }
    RunSession *session() const { return m_session; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createActions();
    void createMenus();
    void createToolBar();
    void createLayout();
    void connectParts();
    void connectFiles();
    void connectDisk();
    void connectArrivals();
    void connectRuns();
    void connectModels();

    /// Takes what is being typed, in a cell or in a field: whatever is done then is done with what
    /// a person sees. Every action begins with it, wherever the focus stays.
    void finishEditing();
    void updateTitle();
    void updateRunActions();
    void updateSandboxMessage();
    void updateRecentMenu();
    void tellFileFindings();
    void tellSaveFailed(const QString &path, const QString &message, bool cleanHelps,
                        const std::function<void()> &then);
    void tell(const QString &topic, MessageBar::Kind kind, const QString &text,
              const QStringList &details = {});

    /// Runs `proceed` at once, or when a run that is under way has come to its end.
    void whenRunHasEnded(const std::function<void()> &proceed);
    /// Runs `proceed` when what a run pays for can be found again: a batch that costs money has a
    /// file, under which the ledger keeps it.
    void whenBatchHasAFile(const std::function<void()> &proceed);
    void run();
    void runAgain(const QList<batch::JobId> &jobs);
    void forget(const QList<batch::JobId> &jobs);
    void showHeld();
    void makeVideos(const QList<jobmime::Result> &pictures);
    void browseModels(const QList<batch::JobId> &jobs);
    void showParameters();
    void updateInspector();
    void tellModelNews();
    void showPreferences();
    PreferencesDialog *createPreferences();
    void chooseOutputFolder();
    void exportTable();
    void exportTo(const QString &path);
    void showAbout();

    QAction *action(const QString &icon, const QString &text, const QKeySequence &shortcut = {});
    QAction *action(const QString &icon, const QString &text, QKeySequence::StandardKey shortcut);

    BatchDocument *m_document;
    RunSession *m_session;
    ModelNews *m_modelNews;
    DocumentFiles *m_files;
    Arrivals *m_arrivals;
    MessageBar *m_messages;
    JobTable *m_jobs;
    ResultsPane *m_results;
    Inspector *m_inspector;
    SidePane *m_side;
    CostMeter *m_cost;
    QSplitter *m_splitter;
    QSpinBox *m_slots;
    QMenu *m_recentMenu = nullptr;
    PreferencesDialog *m_preferences = nullptr; ///< made when it is first wanted
    ModelBrowser *m_browser = nullptr;          ///< likewise

    QAction *m_new;
    QAction *m_open;
    QAction *m_save;
    QAction *m_saveAs;
    QAction *m_import;
    QAction *m_importClipboard;
    QAction *m_export;
    QAction *m_quit;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_showPreferences;
    QAction *m_run;
    QAction *m_stop;
    QAction *m_leave;
    QAction *m_retry;
    QAction *m_outputFolder;
    QAction *m_models;
    QAction *m_refreshModels;
    QAction *m_showResults;
    QAction *m_showParameters;
    QAction *m_about;
    LatestTask<QString> m_exporting;
    bool m_closing = false; ///< the person has said what becomes of everything
};

} // namespace ui
