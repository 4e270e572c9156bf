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
         tr("Sandbox: results are drawn on this computer, for free. To use Atlas Cloud, give a key "
            "in the preferences."),
         {},
         {{tr("Preferences…"), [this] { showPreferences(); }}}});
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

} // namespace ui
