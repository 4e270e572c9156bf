// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says in its message bar.
#include "session/document/batchdocument.h"
#include "window/mainwindow.h"
#include "window/messages/messagebar.h"

#include <QFileInfo>
#include <QSet>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Entries that make no jobs, because something is wrong with them; those of included files, too.
int idleEntries(const BatchDocument &document)
{
    int count = 0;
    for (int row = 0; row < document.jobCount(); ++row)
        count += document.made(row).count == 0;
    QSet<batch::JobId> included;
    for (const MadeJobs::IncludedFile &file : document.includedFiles()) {
        for (const batch::EntryProblem &problem : file.problems) {
            if (problem.problem.severity == batch::Severity::Error)
                included.insert(problem.source);
        }
    }
    return count + static_cast<int>(included.size());
}

} // namespace

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
         tr("Sandbox: results are drawn on this computer, for free. To use Atlas Cloud, give a key "
            "in the preferences."),
         {},
         {{tr("Preferences…"), [this] { showPreferences(); }}}});
}

void MainWindow::tellFileFindings()
{
    const auto &file = m_document->origin();
    const int idle = idleEntries(*m_document);
    QStringList details;
    if (file) {
        details += config::toTexts(file->jobErrors);
        if (idle > 0)
            details += config::toTexts(file->expansionErrors);
        details += config::toTexts(file->warnings);
    }
    if (details.isEmpty()) {
        m_messages->dismiss(u"file"_s);
        return;
    }
    const QString name = QFileInfo(file->path).fileName();
    MessageBar::Message message{MessageBar::Kind::Warning, {}, details, {}};
    if (!file->jobErrors.isEmpty()) {
        message.kind = MessageBar::Kind::Error;
        message.text = tr("Some jobs of %1 could not be read and are not shown. Mend the file and "
                          "open it again; until then it is not written over.")
                           .arg(name);
    } else if (idle > 0) {
        message.text =
            tr("%n entries of %1 make no jobs. The details say what is wrong, and where.", nullptr,
               idle)
                .arg(name);
    } else {
        message.text =
            tr("%1 holds something that Rushes doesn't know. It is kept as it is.").arg(name);
    }
    m_messages->tell(u"file"_s, message);
}

} // namespace ui
