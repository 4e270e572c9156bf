// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says in its message bar.
#include "session/batchdocument.h"
#include "window/mainwindow.h"
#include "window/messagebar.h"

#include <QFileInfo>

namespace ui {

using namespace Qt::StringLiterals;

void MainWindow::updateSandboxMessage()
{
    const QString topic = u"sandbox"_s;
    if (!m_session->isSandbox()) {
        m_messages->dismiss(topic);
        return;
    }
    m_messages->tell(
        topic,
        {MessageBar::Kind::Information,
         tr("Sandbox: results are drawn on this computer, for free. To use Atlas Cloud, set "
            "ATLAS_CLOUD_API_KEY in the environment or in .env beside the batch."),
         {},
         {}});
}

void MainWindow::updatePauseMessage()
{
    const QString topic = u"pause"_s;
    const auto &progress = m_session->batchProgress();
    if (!progress || !progress->paused || !m_session->isRunning()) {
        m_messages->dismiss(topic);
        return;
    }
    m_messages->tell(topic,
                     {MessageBar::Kind::Warning,
                      progress->pauseMessage,
                      {},
                      {{tr("Go on"), [this] { m_session->resume(); }},
                       {tr("Stop"), [this] { m_session->stop(); }}},
                      false});
}

void MainWindow::tellFileFindings()
{
    m_messages->dismiss(u"open"_s);
    m_messages->dismiss(u"save"_s);
    const auto &file = m_document->origin();
    QStringList details;
    if (file) {
        for (const config::Diagnostic &error : file->jobErrors)
            details.append(error.toText());
        for (const config::Diagnostic &warning : file->warnings)
            details.append(warning.toText());
    }
    if (details.isEmpty()) {
        m_messages->dismiss(u"file"_s);
        return;
    }
    const bool broken = !file->jobErrors.isEmpty();
    const QString name = QFileInfo(file->path).fileName();
    m_messages->tell(u"file"_s,
                     {broken ? MessageBar::Kind::Error : MessageBar::Kind::Warning,
                      broken ? tr("Some jobs of %1 could not be read and are not shown. Mend the "
                                  "file and open it again; until then it is not written over.")
                                   .arg(name)
                             : tr("%1 holds something that Rushes doesn't know. It is kept as it "
                                  "is.")
                                   .arg(name),
                      details,
                      {}});
}

void MainWindow::tellHowTheRunEnded()
{
    const engine::BatchProgress &progress = *m_session->batchProgress();
    QStringList parts;
    if (progress.failed > 0)
        parts.append(tr("%n job(s) failed: the table says why.", nullptr, progress.failed));
    if (progress.unresolved > 0) {
        parts.append(tr("%n job(s) may or may not have been accepted and are not sent again by "
                        "themselves.",
                        nullptr, progress.unresolved));
    }
    const int unfinished = progress.generating + progress.downloading;
    if (unfinished > 0) {
        parts.append(tr("%n job(s) are paid for and not fetched yet: Run takes them up again.",
                        nullptr, unfinished));
    }
    if (parts.isEmpty()) {
        m_messages->dismiss(u"run"_s);
        return;
    }
    MessageBar::Message message{MessageBar::Kind::Warning, parts.join(u' '), {}, {}};
    if (progress.failed > 0)
        message.actions.append({tr("Retry failed"), [this] { m_session->retryFailed(); }});
    m_messages->tell(u"run"_s, message);
}

} // namespace ui
