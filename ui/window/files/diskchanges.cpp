// SPDX-License-Identifier: GPL-3.0-or-later
//
// What others do to the file of an open batch.
#include "batch/merging/adoption.h"
#include "batch/merging/merge.h"
#include "session/document/batchdocument.h"
#include "window/files/documentfiles.h"
#include "window/merging/mergedialog.h"

#include <QFileInfo>

#include <utility>

namespace ui {

using Finding = DiskCheck::Finding;

void DocumentFiles::watch()
{
    const auto &origin = m_document->origin();
    m_watch.watch(origin ? QStringList{origin->path} + origin->includedFiles : QStringList());
}

void DocumentFiles::checkDisk()
{
    if (m_isWriting || !m_document->origin())
        return;
    m_checking.start([known = *m_document->origin()] { return checkOnDisk(known); },
                     [this](const DiskCheck &check) { meet(check); });
}

void DocumentFiles::meet(const DiskCheck &check)
{
    const QString path = m_document->path();
    if (check.finding == Finding::Gone) {
        m_theirs.reset();
        m_document->undoStack()->resetClean();
        if (!std::exchange(m_isGone, true))
            emit gone(path);
        return;
    }
    noteBack();
    if (check.finding == Finding::Same) {
        settle();
    } else if (!check.isUsable()) {
        m_theirs.reset();
        emit changedToBroken(path, check.file ? check.file->jobErrors : check.file.error(),
                             check.byIncluded);
    } else if (!m_document->isModified()) {
        m_document->reload(*check.file);
        watch();
        settle();
        emit reloaded(path, check.byIncluded);
    } else if (check.byIncluded && check.file->source.include == m_document->source().include) {
        // What other files say is not edited here: there is nothing to choose.
        batch::BatchSource source = m_document->source();
        source.included = check.file->source.included;
        m_document->reloadMerged(*check.file, source);
        watch();
        settle();
        emit reloaded(path, true);
    } else {
        m_theirs = *check.file;
        emit bothChanged(path);
    }
}

void DocumentFiles::noteBack()
{
    if (!std::exchange(m_isGone, false))
        return;
    // That it was gone is no change of the person's.
    if (batch::sameContent(m_document->source(), m_document->origin()->source))
        m_document->undoStack()->setClean();
}

void DocumentFiles::settle()
{
    m_theirs.reset();
    emit settled();
}

void DocumentFiles::compare()
{
    if (!m_theirs || !m_document->origin() || m_comparing)
        return;
    const batch::BatchSource &base = m_document->origin()->source;
    config::BatchFile theirs = *m_theirs;
    batch::adoptIds(theirs.source, base);
    auto *dialog = new MergeDialog(batch::merge(base, m_document->source(), theirs.source),
                                   QFileInfo(m_document->path()).fileName(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_comparing = dialog;
    connect(dialog, &MergeDialog::decided, this,
            [this, file = theirs](const batch::BatchSource &merged) {
                m_document->reloadMerged(file, merged);
                watch();
                settle();
                // While the person decided, others may have gone on.
                checkDisk();
            });
    dialog->open();
}

} // namespace ui
