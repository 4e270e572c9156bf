// SPDX-License-Identifier: GPL-3.0-or-later
// The window's actions, and the menus and the tool bar that show them.
#include "jobs/table/jobtable.h"
#include "look/icons.h"
#include "session/document/batchdocument.h"
#include "session/document/modelnews.h"
#include "window/files/arrivals.h"
#include "window/files/documentfiles.h"
#include "window/mainwindow.h"
#include "window/messages/messagebar.h"
#include "window/sidepane.h"
#include "window/viewmenu.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSpinBox>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A button's accessible name must stay the same, so that a client that knows only names finds it.
QToolButton *addButton(QToolBar *bar, QAction *action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAccessibleName(action->iconText());
    button->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(button);
    return button;
}

} // namespace

QAction *MainWindow::action(const QString &iconName, const QString &text,
                            const QKeySequence &shortcut)
{
    auto *made = new QAction(text, this);
    connect(made, &QAction::triggered, this, &MainWindow::finishEditing);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    made->setShortcut(shortcut);
    const QString name = made->iconText();
    made->setToolTip(shortcut.isEmpty()
                         ? name
                         : u"%1 (%2)"_s.arg(name, shortcut.toString(QKeySequence::NativeText)));
    return made;
}

QAction *MainWindow::action(const QString &iconName, const QString &text,
                            QKeySequence::StandardKey shortcut)
{
    return action(iconName, text, QKeySequence(shortcut));
}

void MainWindow::createActions()
{
    m_new = action(u"new"_s, tr("&New"), QKeySequence::New);
    connect(m_new, &QAction::triggered, this,
            [this] { whenRunHasEnded([this] { m_files->newBatch(); }); });
    m_open = action(u"open"_s, tr("&Open…"), QKeySequence::Open);
    connect(m_open, &QAction::triggered, this,
            [this] { whenRunHasEnded([this] { m_files->openByDialog(); }); });
    m_save = action(u"save"_s, tr("&Save"), QKeySequence::Save);
    connect(m_save, &QAction::triggered, this, [this] { m_files->save(); });
    m_saveAs = action(u"save-as"_s, tr("Save &as…"), QKeySequence(u"Ctrl+Shift+S"_s));
    connect(m_saveAs, &QAction::triggered, this, [this] { m_files->saveAs(); });
    m_import = action({}, tr("&Import jobs from a table…"), QKeySequence(u"Ctrl+Shift+O"_s));
    connect(m_import, &QAction::triggered, this,
            [this] { m_arrivals->chooseTable(m_files->startFolder()); });
    m_importClipboard = action({}, tr("Import from the &clipboard…"));
    connect(m_importClipboard, &QAction::triggered, m_arrivals, &Arrivals::importClipboard);
    m_export = action({}, tr("&Export as CSV…"));
    connect(m_export, &QAction::triggered, this, &MainWindow::exportTable);
    m_quit = action({}, tr("&Quit"), QKeySequence(u"Ctrl+Q"_s));
    connect(m_quit, &QAction::triggered, this, &QWidget::close);

    QUndoStack *steps = m_document->undoStack();
    m_undo = steps->createUndoAction(this, tr("Undo"));
    m_undo->setIcon(icon(u"undo"_s));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = steps->createRedoAction(this, tr("Redo"));
    m_redo->setIcon(icon(u"redo"_s));
    m_redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    // What is being typed is the last step.
    for (QAction *each : {m_undo, m_redo})
        each->disconnect(steps);
    connect(m_undo, &QAction::triggered, steps, [this, steps] {
        finishEditing();
        steps->undo();
    });
    connect(m_redo, &QAction::triggered, steps, [this, steps] {
        finishEditing();
        steps->redo();
    });

    m_showPreferences = action(u"settings"_s, tr("&Preferences…"), QKeySequence(u"Ctrl+,"_s));
    m_showPreferences->setMenuRole(QAction::PreferencesRole);
    connect(m_showPreferences, &QAction::triggered, this, &MainWindow::showPreferences);

    m_run = action(u"run"_s, tr("&Run"), QKeySequence(u"Ctrl+R"_s));
    connect(m_run, &QAction::triggered, this, &MainWindow::run);
    m_stop = action(u"stop"_s, tr("S&top"), QKeySequence(u"Ctrl+."_s));
    m_stop->setToolTip(tr("Submit no more and fetch what was paid for (Ctrl+.)"));
    connect(m_stop, &QAction::triggered, m_session, &RunSession::stop);
    m_leave = action({}, tr("&Leave for later"));
    m_leave->setToolTip(tr("End the run at once; what was paid for is fetched another time"));
    connect(m_leave, &QAction::triggered, m_session, &RunSession::leave);
    m_retry = action(u"retry"_s, tr("Retry &failed"), QKeySequence(u"Ctrl+Shift+R"_s));
    connect(m_retry, &QAction::triggered, m_session, &RunSession::retryFailed);
    m_outputFolder = action(u"folder"_s, tr("&Output folder…"));
    connect(m_outputFolder, &QAction::triggered, this, &MainWindow::chooseOutputFolder);
    m_models = action(u"search"_s, tr("&Models…"), QKeySequence(u"Ctrl+Shift+M"_s));
    connect(m_models, &QAction::triggered, this, [this] { browseModels({}); });
    m_refreshModels = action(u"refresh"_s, tr("&Fetch models and prices"));
    connect(m_refreshModels, &QAction::triggered, m_modelNews, [this] { m_modelNews->refresh(); });
    m_showResults = action({}, tr("&Results"), QKeySequence(u"Ctrl+1"_s));
    connect(m_showResults, &QAction::triggered, this,
            [this] { m_side->show(SidePane::Page::Results); });
    m_showParameters = action({}, tr("&Parameters"), QKeySequence(u"Ctrl+2"_s));
    connect(m_showParameters, &QAction::triggered, this, &MainWindow::showParameters);
    m_about = action({}, tr("&About Rushes"));
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::createMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_new, m_open});
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addSeparator();
    file->addActions({m_save, m_saveAs});
    file->addSeparator();
    file->addActions({m_import, m_importClipboard, m_export});
    file->addSeparator();
    file->addAction(m_quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo, m_redo});
    edit->addSeparator();
    edit->addActions({m_jobs->copyAction(), m_jobs->pasteAction()});
    edit->addSeparator();
    edit->addActions({m_jobs->addImageAction(), m_jobs->addVideoAction(), m_jobs->duplicateAction(),
                      m_jobs->deleteAction()});
    edit->addSeparator();
    edit->addActions({m_jobs->moveUpAction(), m_jobs->moveDownAction()});
    edit->addSeparator();
    edit->addAction(m_showPreferences);

    QMenu *batch = menuBar()->addMenu(tr("&Batch"));
    batch->addActions({m_run, m_stop, m_leave, m_retry});
    batch->addSeparator();
    batch->addActions({m_jobs->changeModelAction(), m_models, m_refreshModels});
    batch->addSeparator();
    batch->addAction(m_outputFolder);

    auto *view = new ViewMenu({m_showResults, m_showParameters}, this);
    menuBar()->addMenu(view);
    connect(view, &ViewMenu::languageChosen, this, [this] {
        m_messages->tell(u"language"_s,
                         {MessageBar::Kind::Information,
                          tr("The language changes when Rushes starts again."),
                          {},
                          {}});
    });

    menuBar()->addMenu(tr("&Help"))->addAction(m_about);
}

void MainWindow::createToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({18, 18});

    const auto plain = Qt::ToolButtonIconOnly;
    const auto worded = Qt::ToolButtonTextBesideIcon;
    addButton(bar, m_open, worded);
    addButton(bar, m_save, worded);
    bar->addSeparator();
    addButton(bar, m_undo, plain);
    addButton(bar, m_redo, plain);
    bar->addSeparator();
    addButton(bar, m_jobs->addImageAction(), worded);
    addButton(bar, m_jobs->addVideoAction(), worded);
    addButton(bar, m_jobs->duplicateAction(), plain);
    addButton(bar, m_jobs->deleteAction(), plain);

    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);

    auto *slotsLabel = new QLabel(tr("At once"));
    slotsLabel->setContentsMargins(0, 0, 6, 0);
    m_slots = new QSpinBox;
    m_slots->setRange(1, 200);
    m_slots->setValue(m_document->batch().settings.effectiveMaxWorkers());
    m_slots->setKeyboardTracking(false);
    m_slots->setToolTip(tr("How many jobs are generated at the same time"));
    m_slots->setAccessibleName(tr("Jobs at once"));
    slotsLabel->setBuddy(m_slots);
    bar->addWidget(slotsLabel);
    bar->addWidget(m_slots);
    bar->addSeparator();
    addButton(bar, m_retry, worded);
    addButton(bar, m_stop, worded);
    addButton(bar, m_run, worded)->setProperty("primary", true);
}

void MainWindow::updateRecentMenu()
{
    m_recentMenu->clear();
    const QStringList files = m_files->recentFiles();
    for (const QString &path : files) {
        QAction *open = m_recentMenu->addAction(u"%1 — %2"_s.arg(
            QFileInfo(path).fileName(), QDir::toNativeSeparators(QFileInfo(path).absolutePath())));
        connect(open, &QAction::triggered, this,
                [this, path] { whenRunHasEnded([this, path] { m_files->open(path); }); });
    }
    m_recentMenu->setEnabled(!files.isEmpty());
    if (!files.isEmpty()) {
        m_recentMenu->addSeparator();
        connect(m_recentMenu->addAction(tr("Clear the list")), &QAction::triggered, m_files,
                &DocumentFiles::clearRecentFiles);
    }
}

void MainWindow::chooseOutputFolder()
{
    const batch::BatchSettings &settings = m_document->batch().settings;
    auto *dialog = new QFileDialog(this, tr("Where results go"),
                                   config::outputDirFor(settings, m_document->path()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        batch::BatchSettings changed = m_document->batch().settings;
        // Beside the batch file a relative path is what colleagues can use as well.
        const QDir beside = QFileInfo(m_document->path()).absoluteDir();
        const QString relative = beside.relativeFilePath(folder);
        const bool inside = !m_document->path().isEmpty() && !relative.startsWith(u".."_s);
        changed.outputDir = inside ? relative : folder;
        m_document->changeSettings(changed, tr("Change the output folder"));
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, tr("About Rushes"),
                                  tr("Rushes %1").arg(QApplication::applicationVersion()),
                                  QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setIconPixmap(QApplication::windowIcon().pixmap(64, 64));
    about->setInformativeText(
        tr("Makes images and videos in batches through Atlas Cloud, and keeps the bill in "
           "sight.\n\nFree software under the GNU General Public License, version 3 or later."));
    about->open();
}

} // namespace ui
