// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about models and their parameters: the browser, the form, the news.
#include "cost/costmeter.h"
#include "inspector/inspector.h"
#include "jobs/jobtable.h"
#include "jobs/jobtableview.h"
#include "models/modelbrowser.h"
#include "session/balance.h"
#include "session/batchdocument.h"
#include "session/modelnews.h"
#include "window/mainwindow.h"
#include "window/messagebar.h"
#include "window/sidepane.h"

#include <QAction>

namespace ui {

using namespace Qt::StringLiterals;

void MainWindow::connectModels()
{
    connect(m_jobs, &JobTable::modelBrowserRequested, this, &MainWindow::browseModels);
    connect(m_inspector, &Inspector::modelRequested, this, &MainWindow::browseModels);
    connect(m_jobs, &JobTable::parametersDropped, this, [this](const QString &words) {
        m_messages->tell(u"dropped"_s, {MessageBar::Kind::Information, words, {}, {}});
    });
    connect(m_jobs->view(), &JobTableView::selectionChangedByAnyone, this,
            &MainWindow::updateInspector);
    connect(m_side, &SidePane::pageChanged, this, &MainWindow::updateInspector);
    connect(m_modelNews, &ModelNews::changed, this, &MainWindow::tellModelNews);

    Balance *balance = m_session->balance();
    connect(balance, &Balance::changed, m_cost,
            [this, balance] { m_cost->showBalance(balance->amount(), balance->problem()); });
}

void MainWindow::browseModels(const QList<batch::JobId> &jobs)
{
    if (!m_browser)
        m_browser = new ModelBrowser(m_document, m_modelNews, this);
    m_browser->openFor(jobs);
}

void MainWindow::showParameters()
{
    m_side->show(SidePane::Page::Parameters);
}

void MainWindow::updateInspector()
{
    // Nobody sees a form behind the results, and a selection of 10,000 jobs is work for it.
    const bool seen = m_side->page() == SidePane::Page::Parameters;
    m_inspector->showJobs(seen ? m_jobs->selectedJobs() : QList<batch::JobId>());
}

void MainWindow::tellModelNews()
{
    m_refreshModels->setEnabled(!m_modelNews->isRefreshing());
    const QString topic = u"models"_s;
    if (m_modelNews->problem().isEmpty())
        m_messages->dismiss(topic);
    else
        m_messages->tell(topic, {MessageBar::Kind::Warning, m_modelNews->problem(), {}, {}});
}

} // namespace ui
