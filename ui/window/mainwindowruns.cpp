// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about runs: begin, end, leave, and what people decide before them.
#include "cost/costmeter.h"
#include "held/helddialog.h"
#include "jobs/table/jobtable.h"
#include "session/document/batchdocument.h"
#include "session/past/batchpast.h"
#include "settings/preferencesdialog.h"
#include "window/files/documentfiles.h"
#include "window/mainwindow.h"
#include "window/messages/messagebar.h"
#include "window/messages/pastmessages.h"
#include "window/messages/runmessages.h"

#include <QAction>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

void MainWindow::connectRuns()
{
    connect(m_session, &RunSession::billChanged, this, &MainWindow::updateRunActions);
    connect(m_session, &RunSession::runningChanged, this, &MainWindow::updateRunActions);
    connect(m_session, &RunSession::startingChanged, this, &MainWindow::updateRunActions);
    connect(m_session, &RunSession::batchProgressChanged, this, &MainWindow::updateRunActions);
    connect(m_session, &RunSession::connectionChanged, this, &MainWindow::updateSandboxMessage);

    auto *runs = new RunMessages(m_document, m_session, m_messages, this);
    connect(runs, &RunMessages::preferencesWanted, this, &MainWindow::showPreferences);
    connect(runs, &RunMessages::budgetWanted, m_cost, &CostMeter::editBudget);
    auto *past = new PastMessages(m_session, m_messages, this);
    connect(past, &PastMessages::heldWanted, this, &MainWindow::showHeld);

    connect(m_jobs, &JobTable::runRequested, this, &MainWindow::runAgain);
    connect(m_jobs, &JobTable::submitAgainRequested, this, &MainWindow::runAgain);
    connect(m_jobs, &JobTable::forgetRequested, this, &MainWindow::forget);
}

void MainWindow::updateRunActions()
{
    const bool running = m_session->isRunning();
    const bool anyToRun = m_session->runnableCount() > 0;
    const BatchPast &past = *m_session->past();
    const bool othersTurn = past.isWatching() || past.isWaiting();
    m_run->setEnabled(anyToRun && !m_session->isStopping() && !m_session->isStarting()
                      && !othersTurn);
    if (othersTurn && past.owner())
        m_run->setToolTip(tr("%1 is running this batch.").arg(past.owner()->toDisplay()));
    else if (m_session->isStarting())
        m_run->setToolTip(tr("Starting"));
    else if (anyToRun || running)
        m_run->setToolTip(tr("Run every job that is switched on and not made yet (Ctrl+R)"));
    else
        m_run->setToolTip(tr("Nothing is left to run. To make a job again, right-click it in the "
                             "table and choose Run selected."));
    m_stop->setEnabled(running && !m_session->isStopping());
    m_leave->setEnabled(running);
    m_retry->setEnabled(m_session->failedCount() > 0 && !m_session->isStopping()
                        && !m_session->isStarting() && !othersTurn);
}

void MainWindow::whenBatchHasAFile(const std::function<void()> &proceed)
{
    if (!m_document->path().isEmpty() || m_session->isSandbox()) {
        proceed();
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("Save the batch first"),
                        tr("This batch has no file yet."), QMessageBox::NoButton, this);
    question->setInformativeText(
        tr("What a run pays for is kept under the batch's file. With a file it can be found again, "
           "whatever happens."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *save = question->addButton(tr("Save and run"), QMessageBox::AcceptRole);
    question->setDefaultButton(save);
    question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(save, &QPushButton::clicked, this, [this, proceed] { m_files->save(proceed); });
    question->open();
}

void MainWindow::run()
{
    whenBatchHasAFile([this] { m_session->run(); });
}

void MainWindow::runAgain(const QList<batch::JobId> &jobs)
{
    const bool held = std::any_of(jobs.begin(), jobs.end(), [this](batch::JobId job) {
        return m_session->stateOf(job) == batch::JobState::Unresolved;
    });
    if (!held) {
        whenBatchHasAFile([this, jobs] { m_session->runAgain(jobs); });
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("Submit again"),
                        tr("Nobody knows whether the server accepted some of these jobs."),
                        QMessageBox::NoButton, this);
    question->setInformativeText(
        tr("If one was accepted the first time, you pay for both submissions."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *submit = question->addButton(tr("Submit again"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(submit, &QPushButton::clicked, this, [this, jobs] { m_session->runAgain(jobs); });
    question->open();
}

void MainWindow::forget(const QList<batch::JobId> &jobs)
{
    const auto isHeld = [this](batch::JobId job) {
        return m_session->stateOf(job) == batch::JobState::Unresolved;
    };
    QStringList words;
    if (!std::all_of(jobs.begin(), jobs.end(), isHeld))
        words += tr("What was paid for and is not fetched yet will not be fetched any more. It "
                    "stays on the bill. The jobs are drafts again: a run makes them anew, and you "
                    "pay once more.");
    const bool paid = !words.isEmpty();
    if (std::any_of(jobs.begin(), jobs.end(), isHeld))
        words += tr("The jobs are drafts again, and the bill no longer counts these submissions. "
                    "If one was accepted, it was charged all the same, and its result is not "
                    "fetched.");
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Forget"),
                                     paid ? tr("Give up what was paid for?")
                                          : tr("Give up what may have been accepted?"),
                                     QMessageBox::NoButton, this);
    question->setInformativeText(words.join(u"\n\n"_s));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *forget = question->addButton(tr("Forget"), QMessageBox::DestructiveRole);
    QPushButton *cancel = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(forget, &QPushButton::clicked, this, [this, jobs] { m_session->forget(jobs); });
    question->open();
}

void MainWindow::showHeld()
{
    (new HeldDialog(m_document, m_session, this))->open();
}

void MainWindow::showPreferences()
{
    if (!m_preferences)
        m_preferences = createPreferences();
    m_preferences->showKeySource(m_session->server()->keySource());
    m_session->past()->readMonth();
    m_preferences->open();
}

PreferencesDialog *MainWindow::createPreferences()
{
    auto *dialog = new PreferencesDialog(this);
    RunServer *server = m_session->server();
    connect(dialog, &PreferencesDialog::sessionKeyChanged, m_session,
            [server](const atlas::ApiKey &key) { server->setSessionKey(key); });
    connect(dialog, &PreferencesDialog::keychainChanged, m_session,
            [server] { server->readKeychain(); });
    connect(dialog, &PreferencesDialog::preferencesChanged, m_session,
            [this](const account::Preferences &preferences) {
                m_session->setMonthlyLimit(preferences.monthlyLimit);
            });
    connect(m_session, &RunSession::connectionChanged, dialog,
            [dialog, server] { dialog->showKeySource(server->keySource()); });
    connect(m_session->past(), &BatchPast::monthRead, dialog,
            &PreferencesDialog::setSpentThisMonth);
    return dialog;
}

void MainWindow::whenRunHasEnded(const std::function<void()> &proceed)
{
    finishEditing();
    if (!m_session->isRunning()) {
        proceed();
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("A run is under way"),
                        tr("Some jobs are still being made."), QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Stop submits no more, fetches what was paid for, and then goes on. Leave for later "
           "goes on at once: nothing is lost, and what was paid for is taken up when the batch is "
           "opened again."));
    QPushButton *stop = question->addButton(tr("Stop"), QMessageBox::AcceptRole);
    QPushButton *leave = question->addButton(tr("Leave for later"), QMessageBox::AcceptRole);
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
    finishEditing();
    const bool nothingOpen =
        !m_session->isRunning() && !m_document->isModified() && !m_files->isWriting();
    if (m_closing || nothingOpen) {
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

} // namespace ui
