// SPDX-License-Identifier: GPL-3.0-or-later
// What JobTable's actions do to the document.
#include "batch/expansion/expand.h"
#include "batch/freenames.h"
#include "jobs/jobedits.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "jobs/videojob.h"
#include "session/addresses.h"
#include "session/document/batchdocument.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace ui {

using batch::JobId;
using batch::MediaType;

int JobTable::currentEntry() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? m_model->entryOf(current.row()) : m_document->jobCount() - 1;
}

void JobTable::addJob(MediaType type)
{
    const int entry = currentEntry();
    QList<batch::Job> jobs;
    for (int i = 0; i < m_document->jobCount(); ++i)
        jobs.append(m_document->entry(i).job);
    batch::Job job = newJobBeside(jobs, entry, type, m_document->catalog());
    const bool image = type == MediaType::Image;
    job.name = m_document->uniqueName(image ? tr("New image") : tr("New video"));
    m_document->insertJobs(entry + 1, {job}, image ? tr("Add image") : tr("Add video"));
    selectEntries(entry + 1, 1);
    editPrompt(entry + 1);
}

void JobTable::editPrompt(int entry)
{
    const QModelIndex prompt =
        m_model->index(m_model->rowOfEntry(entry), JobTableModel::PromptColumn);
    m_view->setFocus();
    m_view->selectionModel()->setCurrentIndex(prompt, QItemSelectionModel::NoUpdate);
    m_view->QAbstractItemView::edit(prompt);
}

void JobTable::duplicateSelected()
{
    const QList<int> entries = selectedEntries();
    const int first = m_document->duplicateJobs(entries);
    if (first >= 0)
        selectEntries(first, static_cast<int>(entries.size()));
}

void JobTable::deleteSelected()
{
    const QList<int> entries = selectedEntries();
    if (entries.isEmpty())
        return;
    m_document->removeJobs(entries);
    // What follows moves up to the place where the person was, and is chosen next.
    if (m_document->jobCount() > 0)
        selectEntries(qMin(entries.constFirst(), m_document->jobCount() - 1), 1);
}

void JobTable::moveSelected(int by)
{
    const QList<int> entries = selectedEntries();
    if (entries.isEmpty())
        return;
    m_document->moveJobs(entries,
                         by < 0 ? qMax(0, entries.constFirst() - 1) : entries.constLast() + 2);
    m_view->scrollTo(m_view->currentIndex());
}

void JobTable::detachSelected()
{
    QMap<int, QList<batch::JobSource>> byEntry;
    QList<JobId> ids;
    batch::FreeNames names = m_document->takenNames();
    for (const int row : selectedMade()) {
        batch::Job job = *m_document->madeJob(m_model->rowAt(row).id);
        ids.append(job.id);
        job.id = batch::newJobId();
        job.enabled = true;
        // The one that is switched off keeps the name, and its results: it may be switched on
        // again.
        job.name = names.take(job.name);
        byEntry[m_model->entryOf(row)].append(batch::asEntry(job));
    }
    if (ids.isEmpty())
        return;
    const auto count = static_cast<int>(ids.size());
    const QString text =
        count == 1 ? tr("Make a job of its own") : tr("Make %n jobs of their own", nullptr, count);
    m_document->undoStack()->beginMacro(text);
    m_document->setMadeEnabled(ids, false);
    // From below: what is inserted moves only what is done with.
    for (auto it = byEntry.constEnd(); it != byEntry.constBegin();) {
        --it;
        m_document->insertEntries(it.key() + 1, it.value(), text);
    }
    m_document->undoStack()->endMacro();
    selectEntries(byEntry.firstKey() + 1, static_cast<int>(byEntry.first().size()));
}

QList<jobmime::Result> JobTable::selectedPictures() const
{
    QList<jobmime::Result> pictures;
    for (const JobId id : selectedJobs()) {
        const batch::Job &job = *m_document->madeJob(id);
        if (job.type == MediaType::Image && !job.name.isEmpty())
            pictures.append({id, resultAddress(*m_document, job)});
    }
    return pictures;
}

void JobTable::makeVideos(const QList<jobmime::Result> &pictures, const QStringList &recentModels)
{
    batch::FreeNames names = m_document->takenNames();
    std::optional<batch::Job> pattern;
    QMap<int, QList<batch::JobSource>> byEntry;
    QList<JobId> videos;
    for (const jobmime::Result &picture : pictures) {
        const batch::Job *source = m_document->madeJob(picture.job);
        if (!source)
            continue;
        if (!pattern) {
            pattern = videoPattern(m_document->batch().jobs, m_document->madeIndexOf(picture.job),
                                   m_document->catalog(), recentModels);
        }
        //: The name of a video that is made from the picture %1.
        const QString name = names.take(tr("%1 video").arg(source->name).trimmed());
        const batch::JobSource video = videoFrom(*source, picture.address, name, *pattern);
        byEntry[m_document->rowOf(picture.job)].append(video);
        videos.append(video.id());
    }
    if (videos.isEmpty())
        return;
    const auto count = static_cast<int>(videos.size());
    const QString text = count == 1 ? tr("Make a video") : tr("Make %n videos", nullptr, count);
    m_document->undoStack()->beginMacro(text);
    // From below: what is inserted moves only what is done with.
    for (auto it = byEntry.constEnd(); it != byEntry.constBegin();) {
        --it;
        m_document->insertEntries(it.key() + 1, it.value(), text);
    }
    m_document->undoStack()->endMacro();
    selectEntries(videos);
    if (count == 1)
        editPrompt(m_document->rowOf(videos.constFirst()));
}

void JobTable::selectEntries(const QList<JobId> &entries)
{
    QList<int> rows;
    for (const JobId entry : entries) {
        if (const int row = m_model->rowOfEntry(m_document->rowOf(entry)); row >= 0)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    m_view->selectRows(rows);
}

void JobTable::openSelected(bool open)
{
    // From below: what opens moves what comes after it.
    const QList<int> rows = m_view->selectedRows();
    for (auto row = rows.crbegin(); row != rows.crend(); ++row)
        m_model->setOpen(*row, open);
}

void JobTable::openFile()
{
    // The file may have been read anew while the menu was open.
    const QModelIndex current = m_view->currentIndex();
    const QString file = current.isValid() ? m_model->rowAt(current.row()).file : QString();
    if (!file.isEmpty())
        emit openFileRequested(file);
}

void JobTable::finishEditing()
{
    m_view->finishEditing();
}

void JobTable::chooseModel(int row)
{
    const JobId job = m_model->rowAt(row).id;
    const QList<JobId> selected = selectedIds();
    emit modelBrowserRequested(selected.contains(job) ? selected : QList{job});
}

} // namespace ui
