// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about files: the batch's own, on the way in and out and when others change
// it; tables; results that come back.
#include "jobs/exporttable.h"
#include "jobs/table/jobtable.h"
#include "session/document/batchdocument.h"
#include "session/jobmime.h"
#include "window/files/arrivals.h"
#include "window/files/documentfiles.h"
#include "window/mainwindow.h"
#include "window/messages/messagebar.h"
#include "window/sidepane.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

/// Whatever the sender proposes: one that is told of a move deletes its files.
void acceptCopy(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

} // namespace

void MainWindow::connectFiles()
{
    connect(m_files, &DocumentFiles::openFailed, this,
            [this](const QString &path, const QList<config::Diagnostic> &errors) {
                const QString first = errors.isEmpty() ? QString() : errors.first().message;
                tell(u"open"_s, MessageBar::Kind::Error,
                     tr("%1 could not be opened. %2").arg(QFileInfo(path).fileName(), first),
                     config::toTexts(errors));
            });
    connect(m_files, &DocumentFiles::opened, this, [this] { m_messages->dismiss(u"open"_s); });
    connect(m_files, &DocumentFiles::saved, this, [this] {
        m_messages->dismiss(u"save"_s);
        m_messages->dismiss(u"paths"_s);
    });
    connect(m_files, &DocumentFiles::saveFailed, this, &MainWindow::tellSaveFailed);
    connect(m_files, &DocumentFiles::filesUnsure, this,
            [this](const QString &path, const QStringList &jobs) {
                tell(u"paths"_s, MessageBar::Kind::Warning,
                     tr("Beside %1, %n job(s) would start from other files than before: their "
                        "paths are values of variables or lists. Write those anew, or bring the "
                        "files along.",
                        nullptr, static_cast<int>(jobs.size()))
                         .arg(QFileInfo(path).fileName()),
                     jobs);
            });
    connect(m_files, &DocumentFiles::recentFilesChanged, this, &MainWindow::updateRecentMenu);
    connect(m_document, &BatchDocument::wasReloaded, this, [this] {
        m_messages->dismiss(u"save"_s);
        tellFileFindings();
    });
    // What is mended is no longer said.
    connect(m_session, &RunSession::billChanged, this, [this] {
        if (m_messages->shows(u"file"_s))
            tellFileFindings();
    });
    connectDisk();
    connectArrivals();
}

void MainWindow::connectDisk()
{
    const QString topic = u"disk"_s;
    connect(m_files, &DocumentFiles::settled, this, [this, topic] { m_messages->dismiss(topic); });
    connect(m_files, &DocumentFiles::reloaded, this, [this](const QString &path, bool byIncluded) {
        const QString words = byIncluded
            ? tr("A file that %1 includes was changed by another program. Its jobs are shown as "
                 "they are now.")
            : tr("%1 was changed by another program and is shown as it is now.");
        tell(u"reloaded"_s, MessageBar::Kind::Information, words.arg(QFileInfo(path).fileName()));
    });
    connect(m_files, &DocumentFiles::changedToBroken, this,
            [this, topic](const QString &path, const QList<config::Diagnostic> &errors,
                          bool byIncluded) {
                const QString words = byIncluded
                    ? tr("A file that %1 includes was changed or is gone, and can't be included as "
                         "it is now. Here everything is as before, and can be saved.")
                    : tr("%1 was changed by another program and can't be read as it is now. Here "
                         "everything is as before; until the file is mended, it is not saved "
                         "over.");
                tell(topic, MessageBar::Kind::Warning, words.arg(QFileInfo(path).fileName()),
                     config::toTexts(errors));
            });
    connect(m_files, &DocumentFiles::gone, this, [this, topic](const QString &path) {
        m_messages->tell(
            topic,
            {MessageBar::Kind::Warning,
             tr("%1 was deleted or moved. Save writes it again.").arg(QFileInfo(path).fileName()),
             {},
             {{tr("Save"), [this] { m_save->trigger(); }}}});
    });
    connect(m_files, &DocumentFiles::bothChanged, this, [this, topic](const QString &path) {
        m_messages->tell(
            topic,
            {MessageBar::Kind::Warning,
             tr("%1 was changed by another program, and here too.").arg(QFileInfo(path).fileName()),
             {},
             {{tr("Compare…"), [this] { m_files->compare(); }}},
             false});
    });
}

void MainWindow::connectArrivals()
{
    connect(m_arrivals, &Arrivals::batchCame, this,
            [this](const QString &path, const std::function<void()> &then) {
                whenRunHasEnded([this, path, then] { m_files->open(path, then); });
            });
    connect(m_arrivals, &Arrivals::jobsCame, this,
            [this](int first) { m_jobs->selectJob(m_document->entry(first).id()); });
    connect(m_arrivals, &Arrivals::told, this,
            [this](const QString &text, const QStringList &details) {
                tell(u"arrivals"_s, MessageBar::Kind::Warning, text, details);
            });
    connect(m_jobs, &JobTable::tablePasted, m_arrivals,
            [this](const QByteArray &table, int row) { m_arrivals->importTable(table, {}, row); });
    for (const auto told : {&JobTable::pasteRefused, &JobTable::pasteNoted}) {
        connect(m_jobs, told, this, [this](const QString &words) {
            tell(u"arrivals"_s, MessageBar::Kind::Information, words);
        });
    }
    connect(m_jobs, &JobTable::openFileRequested, this, [this](const QString &path) {
        whenRunHasEnded([this, path] { m_files->open(path); });
    });
}

void MainWindow::tell(const QString &topic, MessageBar::Kind kind, const QString &text,
                      const QStringList &details)
{
    m_messages->tell(topic, {kind, text, details, {}});
}

void MainWindow::tellSaveFailed(const QString &path, const QString &message, bool cleanHelps,
                                const std::function<void()> &then)
{
    QList<MessageBar::Action> actions;
    if (cleanHelps) {
        actions.append(
            {tr("Save as a clean file"), [this, path, then] { m_files->saveClean(path, then); }});
    }
    m_messages->tell(u"save"_s,
                     {MessageBar::Kind::Error,
                      tr("%1 was not saved. %2").arg(QFileInfo(path).fileName(), message),
                      {},
                      actions});
}

void MainWindow::exportTable()
{
    auto *dialog =
        new QFileDialog(this, tr("Export the table"), m_files->startFolder(), tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    const QString path = m_document->path();
    dialog->selectFile((path.isEmpty() ? tr("batch") : QFileInfo(path).completeBaseName())
                       + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::exportTo);
    dialog->open();
}

void MainWindow::exportTo(const QString &path)
{
    QList<ExportRow> rows;
    for (const batch::Job &job : m_document->batch().jobs)
        rows.append(exportRow(*m_document, m_session, job));
    m_exporting.start([rows, path] { return saveExport(rows, path); },
                      [this, path](const QString &fault) {
                          const QString name = QFileInfo(path).fileName();
                          if (fault.isEmpty()) {
                              tell(u"export"_s, MessageBar::Kind::Information,
                                   tr("The table was written to %1.").arg(name));
                          } else {
                              tell(u"export"_s, MessageBar::Kind::Error,
                                   tr("%1 was not written (%2).").arg(name, fault));
                          }
                      });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    // What comes from this window is here already: a result's file that misses the job it is for
    // must not bring back the job that made it.
    const auto *source = qobject_cast<QWidget *>(event->source());
    const bool isOurs =
        jobmime::resultIn(event->mimeData()) || (source && source->window() == this);
    if (!isOurs && !localFiles(event->mimeData()).isEmpty())
        acceptCopy(event);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    acceptCopy(event);
    finishEditing();
    m_messages->dismiss(u"arrivals"_s);
    m_arrivals->take(localFiles(event->mimeData()));
}

} // namespace ui
