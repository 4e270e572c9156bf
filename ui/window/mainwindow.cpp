// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "cost/costmeter.h"
#include "inspector/inspector.h"
#include "jobs/table/jobtable.h"
#include "results/resultspane.h"
#include "session/document/batchdocument.h"
#include "session/document/modelnews.h"
#include "window/files/arrivals.h"
#include "window/files/documentfiles.h"
#include "window/messages/messagebar.h"
#include "window/runstatus.h"
#include "window/sidepane.h"

#include <QApplication>
#include <QFileInfo>
#include <QPointer>
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
    , m_modelNews(new ModelNews(m_document, options.baseUrl, this))
    , m_files(new DocumentFiles(m_document, this))
    , m_arrivals(new Arrivals(m_document, this))
{
    createLayout();
    createActions();
    createMenus();
    createToolBar();
    connectParts();
    connectFiles();
    connectRuns();
    connectModels();
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
    m_inspector = new Inspector(m_document);
    m_inspector->setSession(m_session);
    m_side = new SidePane(m_results, m_inspector);
    m_cost = new CostMeter(m_document, m_session);

    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->addWidget(m_jobs);
    m_splitter->addWidget(m_side);
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
        for (const QString &topic :
             {u"run"_s, u"strays"_s, u"unfetched"_s, u"resuming"_s, u"held"_s, u"left-out"_s,
              u"dropped"_s, u"open"_s, u"save"_s, u"paths"_s, u"reloaded"_s})
            m_messages->dismiss(topic);
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

    connect(m_jobs, &JobTable::aboutToAct, this, &MainWindow::finishEditing);
    connect(m_jobs, &JobTable::currentJobChanged, m_results, &ResultsPane::showJob);
    connect(m_jobs, &JobTable::jobClicked, m_results, &ResultsPane::showJob);
    connect(m_jobs, &JobTable::openRequested, this, [this](batch::JobId job) {
        m_side->show(SidePane::Page::Results);
        m_results->showJob(job);
    });
    connect(m_results, &ResultsPane::jobChosen, m_jobs, &JobTable::selectJob);
    connect(m_results, &ResultsPane::videosWanted, this, &MainWindow::makeVideos);
    connect(m_jobs, &JobTable::videosRequested, this, &MainWindow::makeVideos);
    connect(m_results, &ResultsPane::problem, this, [this](const QString &message) {
        m_messages->tell(u"results"_s, {MessageBar::Kind::Warning, message, {}, {}});
    });
}

void MainWindow::finishEditing()
{
    m_jobs->finishEditing();
    const QPointer<QWidget> field = QApplication::focusWidget();
    if (!field || field->window() != this || m_jobs->isAncestorOf(field)
        || !field->testAttribute(Qt::WA_InputMethodEnabled)) {
        return;
    }
    // A field takes what was typed when it is left. Who types on goes on there.
    setFocus();
    if (field && field->isVisible())
        field->setFocus();
}

void MainWindow::updateTitle()
{
    const QString name =
        m_document->path().isEmpty() ? tr("New batch") : QFileInfo(m_document->path()).fileName();
    setWindowTitle(name + u"[*]"_s);
    setWindowFilePath(m_document->path());
    setWindowModified(m_document->isModified());
}

} // namespace ui
