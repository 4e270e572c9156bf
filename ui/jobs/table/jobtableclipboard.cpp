// SPDX-License-Identifier: GPL-3.0-or-later
// JobTable and the clipboard.
#include "batch/expansion/expand.h"
#include "batch/expansion/newentries.h"
#include "config/capacity.h"
#include "jobs/clipboard/jobclipboard.h"
#include "jobs/jobedits.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSet>
#include <QUuid>

namespace ui {

using batch::JobId;

/// Another document is in the window: what is copied of this one comes from elsewhere for it.
void JobTable::takeNewDocument()
{
    m_reading.cancel();
    m_origin = QUuid::createUuid().toByteArray();
}

jobclipboard::Place JobTable::place() const
{
    const QString path = m_document->path();
    return {m_origin, path.isEmpty() ? QString() : QFileInfo(path).absolutePath()};
}

void JobTable::copySelected()
{
    jobclipboard::Copied copied;
    copied.source = m_document->source();
    copied.source.jobs.clear();
    copied.from = place();
    const QList<int> selected = selectedEntries();
    const QSet<int> entries(selected.begin(), selected.end());
    for (const int row : m_view->selectedRows()) {
        const JobRow &of = m_model->rowAt(row);
        const int entry = m_model->entryOf(row);
        if (of.kind == JobRow::Kind::Entry) {
            copied.source.jobs.append(m_document->entry(entry));
        } else if (!entries.contains(entry)) { // else its entry makes it again
            if (const batch::Job *job = m_document->madeJob(of.id))
                copied.source.jobs.append(batch::asEntry(*job));
        }
    }
    for (const JobId id : selectedJobs())
        copied.made.append(exportRow(*m_document, m_session, *m_document->madeJob(id)));
    if (!copied.source.jobs.isEmpty())
        QGuiApplication::clipboard()->setMimeData(jobclipboard::toMimeData(copied));
}

/// What prompts that are pasted beside an entry are like: as it is written, but each makes one
/// job.
batch::JobSource JobTable::promptPattern(int entry) const
{
    batch::JobSource pattern;
    if (entry >= 0) {
        pattern = m_document->entry(entry);
        pattern.matrix.clear();
        pattern.count.reset();
        pattern.exclude.clear();
    } else {
        pattern.saysType = false;
        pattern.job = batch::withDefaults(m_document->source(), pattern);
        const bool isGiven = !pattern.job.model.isEmpty();
        const batch::MediaType type = pattern.job.type;
        pattern.job = {};
        pattern.job.type = type;
        if (!isGiven)
            pattern.job.model = firstModel(m_document->catalog(), type);
    }
    pattern.job.enabled = true;
    return pattern;
}

void JobTable::paste()
{
    const auto clip = jobclipboard::clipOf(QGuiApplication::clipboard()->mimeData(), place());
    const int entry = currentEntry();
    const JobId above = entry >= 0 ? m_document->entry(entry).id() : JobId{};
    const batch::JobSource pattern = promptPattern(entry);
    if (!clip.isLarge()) {
        takePasted(jobclipboard::read(clip, pattern), above);
        return;
    }
    m_reading.start(
        [clip, pattern] { return jobclipboard::read(clip, pattern); },
        [this, above](const jobclipboard::Pasted &pasted) { takePasted(pasted, above); });
}

void JobTable::takePasted(const jobclipboard::Pasted &pasted, JobId above)
{
    const int entry = m_document->rowOf(above);
    const int row = entry >= 0 ? entry + 1 : m_document->jobCount();
    if (!pasted.problem.isEmpty())
        emit pasteRefused(pasted.problem);
    if (!pasted.table.isEmpty())
        emit tablePasted(pasted.table, row);
    if (pasted.entries.isEmpty())
        return;
    if (!config::fitsInOneFile(m_document->source(), pasted.entries)) {
        emit pasteRefused(tr("The batch would be larger than one file can be. Nothing was pasted: "
                             "paste fewer jobs, or paste them into a batch of its own."));
        return;
    }
    batch::NewEntries added(m_document->source(), m_document->batch().jobs);
    QList<batch::JobSource> entries = pasted.entries;
    for (batch::JobSource &each : entries)
        added.add(each);
    const auto count = static_cast<int>(entries.size());
    m_document->insertEntries(row, entries,
                              count == 1 ? tr("Paste job") : tr("Paste %n jobs", nullptr, count));
    selectEntries(row, count);
    if (!pasted.note.isEmpty())
        emit pasteNoted(pasted.note);
}

} // namespace ui
