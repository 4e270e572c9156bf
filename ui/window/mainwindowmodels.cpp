// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about models and their parameters: the browser, the form, the news.
#include "cost/costmeter.h"
#include "inspector/inspector.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtableview.h"
#include "models/favourites.h"
#include "models/modelbrowser.h"
#include "session/document/batchdocument.h"
#include "session/document/modelnews.h"
#include "session/run/balance.h"
#include "window/mainwindow.h"
#include "window/messages/messagebar.h"
#include "window/sidepane.h"

#include <QAction>

namespace ui {

using namespace Qt::StringLiterals;

void MainWindow::connectModels()
{
    connect(m_jobs, &JobTable::modelBrowserRequested, this, &MainWindow::browseModels);
    connect(m_jobs, &JobTable::modelChosen, this,
            [](const QString &model) { Favourites().addRecent(model); });
    connect(m_inspector, &Inspector::modelRequested, this, &MainWindow::browseModels);
    connect(m_inspector, &Inspector::entriesRequested, m_jobs,
            qOverload<const QList<batch::JobId> &>(&JobTable::selectEntries));
    connect(m_inspector, &Inspector::openFileRequested, m_jobs, &JobTable::openFileRequested);
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
    finishEditing();
    if (!m_browser)
        m_browser = new ModelBrowser(m_document, m_modelNews, this);
    m_browser->openFor(jobs);
}

void MainWindow::makeVideos(const QList<jobmime::Result> &pictures)
{
    finishEditing();
    m_jobs->makeVideos(pictures, Favourites().recent());
}

void MainWindow::showParameters()
{
    m_side->show(SidePane::Page::Parameters);
}

void MainWindow::updateInspector()
{
    // Nobody sees a form behind the results, and a selection of 10,000 jobs is work for it.
    const bool seen = m_side->page() == SidePane::Page::Parameters;
    if (!seen)
        return m_inspector->showEntries({});
    QList<batch::JobId> entries;
    for (const int row : m_jobs->selectedEntries())
        entries.append(m_document->entry(row).id());
    if (entries.isEmpty())
        m_inspector->showMade(m_jobs->selectedIds());
    else
        m_inspector->showEntries(entries);
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
