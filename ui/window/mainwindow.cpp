// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "cost/costmeter.h"
#include "jobs/jobtable.h"
#include "results/resultspane.h"
#include "session/batchdocument.h"
#include "window/documentfiles.h"
#include "window/messagebar.h"
#include "window/runstatus.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const RunOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , m_document(new BatchDocument(catalog::Catalog::builtIn(), this))
    , m_session(new RunSession(m_document, options, this))
    , m_files(new DocumentFiles(m_document, this))
{
    createLayout();
    createActions();
    createMenus();
    createToolBar();
    connectParts();
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(QSettings().value(u"window/geometry"_s).toByteArray());

    updateTitle();
    updateRunActions();
    updateSandboxMessage();
    updateRecentMenu();
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString &path)
{
    m_files->open(path);
}

void MainWindow::createLayout()
{
    m_messages = new MessageBar;
    m_jobs = new JobTable(m_document, m_session);
    m_results = new ResultsPane(m_document, m_session);
    m_cost = new CostMeter(m_document, m_session);

    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->addWidget(m_jobs);
    m_splitter->addWidget(m_results);
    m_splitter->setStretchFactor(0, 64);
    m_splitter->setStretchFactor(1, 36);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({640, 360});

    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_cost);
    column->addWidget(new RunStatus(m_session));
    setCentralWidget(central);
}

void MainWindow::connectParts()
{
    connect(m_document, &BatchDocument::pathChanged, this, &MainWindow::updateTitle);
    connect(m_document, &BatchDocument::modifiedChanged, this, &MainWindow::updateTitle);
    connect(m_document, &BatchDocument::wasReset, this, [this] {
        updateTitle();
        tellFileFindings();
        m_messages->dismiss(u"run"_s);
    });
    const auto showSlots = [this] {
        const QSignalBlocker blocker(m_slots);
        m_slots->setValue(m_document->batch().settings.effectiveMaxWorkers());
    };
    connect(m_document, &BatchDocument::settingsChanged, m_slots, showSlots);
    connect(m_document, &BatchDocument::wasReset, m_slots, showSlots);
    connect(m_slots, &QSpinBox::valueChanged, this, [this](int slotCount) {
        batch::BatchSettings settings = m_document->batch().settings;
        settings.maxWorkers = slotCount;
        m_document->changeSettings(settings, tr("Change the jobs at once"));
    });

    connect(m_session, &RunSession::billChanged, this, &MainWindow::updateRunActions);
    connect(m_session, &RunSession::runningChanged, this, &MainWindow::updateRunActions);
    connect(m_session, &RunSession::connectionChanged, this, &MainWindow::updateSandboxMessage);
    connect(m_session, &RunSession::batchProgressChanged, this, [this] {
        updatePauseMessage();
        updateRunActions();
    });
    connect(m_session, &RunSession::finished, this, &MainWindow::tellHowTheRunEnded);
    connect(m_session, &RunSession::refused, this, [this](const QString &message) {
        m_messages->tell(u"run"_s, {MessageBar::Kind::Warning, message, {}, {}});
    });
    connect(m_session, &RunSession::fileProblem, this, [this](const QString &message) {
        m_messages->tell(u"files"_s, {MessageBar::Kind::Error, message, {}, {}});
    });

    connect(m_files, &DocumentFiles::openFailed, this,
            [this](const QString &path, const QList<config::Diagnostic> &errors) {
                QStringList details;
                for (const config::Diagnostic &error : errors)
                    details.append(error.toText());
                const QString first = errors.isEmpty() ? QString() : errors.first().message;
                m_messages->tell(
                    u"open"_s,
                    {MessageBar::Kind::Error,
                     tr("%1 could not be opened. %2").arg(QFileInfo(path).fileName(), first),
                     details,
                     {}});
            });
    connect(m_files, &DocumentFiles::opened, this, [this] { m_messages->dismiss(u"open"_s); });
    connect(m_files, &DocumentFiles::saved, this, [this] { m_messages->dismiss(u"save"_s); });
    connect(m_files, &DocumentFiles::saveFailed, this,
            [this](const QString &path, const QString &message) {
                m_messages->tell(
                    u"save"_s,
                    {MessageBar::Kind::Error,
                     tr("%1 was not saved. %2").arg(QFileInfo(path).fileName(), message),
                     {},
                     {}});
            });
    connect(m_files, &DocumentFiles::recentFilesChanged, this, &MainWindow::updateRecentMenu);

    connect(m_jobs, &JobTable::currentJobChanged, m_results, &ResultsPane::showJob);
    connect(m_jobs, &JobTable::jobClicked, m_results, &ResultsPane::showJob);
    connect(m_jobs, &JobTable::runRequested, this, &MainWindow::runAgain);
    connect(m_jobs, &JobTable::openRequested, m_results, &ResultsPane::showJob);
    connect(m_results, &ResultsPane::jobChosen, m_jobs, &JobTable::selectJob);
    connect(m_results, &ResultsPane::problem, this, [this](const QString &message) {
        m_messages->tell(u"results"_s, {MessageBar::Kind::Warning, message, {}, {}});
    });
}

void MainWindow::updateTitle()
{
    const QString name =
        m_document->path().isEmpty() ? tr("New batch") : QFileInfo(m_document->path()).fileName();
    setWindowTitle(name + u"[*]"_s);
    setWindowFilePath(m_document->path());
    setWindowModified(m_document->isModified());
}

void MainWindow::updateRunActions()
{
    const bool running = m_session->isRunning();
    const bool anyToRun = m_session->runnableCount() > 0;
    m_run->setEnabled(anyToRun && !m_session->isStopping());
    m_run->setToolTip(anyToRun || running
                          ? tr("Run every job that is switched on and not made yet (Ctrl+R)")
                          : tr("Nothing is left to run. To make a job again, right-click it in "
                               "the table and choose Run selected."));
    m_stop->setEnabled(running && !m_session->isStopping());
    m_retry->setEnabled(m_session->failedCount() > 0 && !m_session->isStopping());
}

void MainWindow::runAgain(const QList<batch::JobId> &jobs)
{
    const bool held = std::any_of(jobs.begin(), jobs.end(), [this](batch::JobId job) {
        return m_session->stateOf(job) == batch::JobState::Unresolved;
    });
    if (!held) {
        m_session->runAgain(jobs);
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("Submit again"),
                        tr("Nobody knows whether the server accepted some of these jobs."),
                        QMessageBox::NoButton, this);
    question->setInformativeText(tr("Submitting them again may pay for them twice."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *submit = question->addButton(tr("Submit again"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(submit, &QPushButton::clicked, this, [this, jobs] { m_session->runAgain(jobs); });
    question->open();
}

void MainWindow::whenRunHasEnded(const std::function<void()> &proceed)
{
    if (!m_session->isRunning()) {
        proceed();
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("A run is under way"),
                        tr("Some jobs are still being made."), QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("What was submitted is paid for. Stop submits no more, fetches what was paid for, and "
           "then goes on; Leave now gives up what has not been fetched."));
    QPushButton *stop = question->addButton(tr("Stop"), QMessageBox::AcceptRole);
    QPushButton *leave = question->addButton(tr("Leave now"), QMessageBox::DestructiveRole);
    QPushButton *cancel = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(stop);
    question->setEscapeButton(cancel);
    const auto afterwards = [this, proceed] {
        if (!m_session->isRunning())
            proceed();
        else
            connect(m_session, &RunSession::finished, this, proceed, Qt::SingleShotConnection);
    };
    connect(stop, &QPushButton::clicked, this, [this, afterwards] {
        m_session->stop();
        afterwards();
    });
    connect(leave, &QPushButton::clicked, this, [this, afterwards] {
        m_session->leave();
        afterwards();
    });
    question->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closing || (!m_session->isRunning() && !m_document->isModified())) {
        QSettings().setValue(u"window/geometry"_s, saveGeometry());
        event->accept();
        return;
    }
    event->ignore();
    whenRunHasEnded([this] {
        m_files->whenSafeToReplace([this] {
            m_closing = true;
            close();
        });
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    whenRunHasEnded([this, path] { m_files->open(path); });
}

} // namespace ui
