// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected in JobTable, and what that stands for.
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QSet>

#include <algorithm>

namespace ui {

using batch::JobId;

QList<JobId> JobTable::selectedIds() const
{
    QList<JobId> ids;
    for (const int row : m_view->selectedRows()) {
        if (m_model->rowAt(row).kind != JobRow::Kind::File)
            ids.append(m_model->rowAt(row).id);
    }
    return ids;
}

QList<int> JobTable::selectedEntries() const
{
    QList<int> entries;
    for (const int row : m_view->selectedRows()) {
        const int entry =
            m_model->rowAt(row).kind == JobRow::Kind::Entry ? m_model->entryOf(row) : -1;
        if (entry >= 0)
            entries.append(entry);
    }
    return entries;
}

QList<int> JobTable::selectedMade() const
{
    QList<int> rows = m_view->selectedRows();
    rows.removeIf([this](int row) { return m_model->rowAt(row).kind != JobRow::Kind::Made; });
    return rows;
}

QList<JobId> JobTable::selectedJobs() const
{
    QList<JobId> jobs;
    QSet<JobId> seen;
    for (const int row : m_view->selectedRows()) {
        QList<JobId> of = m_model->jobsOf(row);
        const auto isOff = [this](JobId id) {
            const batch::Job *job = m_document->madeJob(id);
            return !job || !job->enabled;
        };
        if (!std::all_of(of.begin(), of.end(), isOff))
            of.removeIf(isOff);
        for (const JobId id : std::as_const(of)) {
            if (!seen.contains(id))
                jobs.append(id);
            seen.insert(id);
        }
    }
    return jobs;
}

QList<JobId> JobTable::jobsToRun() const
{
    QSet<JobId> themselves;
    for (const int row : m_view->selectedRows()) {
        const QList<JobId> jobs = m_model->jobsOf(row);
        if (jobs.size() == 1 && m_model->rowAt(row).kind != JobRow::Kind::File)
            themselves.insert(jobs.constFirst());
    }
    const QList<JobId> selected = selectedJobs();
    QList<JobId> wanted = selected;
    wanted.removeIf([&](JobId id) {
        return !themselves.contains(id) && m_session
            && m_session->stateOf(id) == batch::JobState::Succeeded;
    });
    return wanted.isEmpty() ? selected : wanted;
}

QList<JobId> JobTable::selectedBarrenEntries() const
{
    QList<JobId> ids;
    for (const int entry : selectedEntries()) {
        if (m_document->made(entry).count == 0)
            ids.append(m_document->entry(entry).id());
    }
    return ids;
}

QList<JobId> JobTable::selectedHeldJobs() const
{
    QList<JobId> jobs = selectedJobs();
    jobs.removeIf([this](JobId job) {
        return !m_session || m_session->stateOf(job) != batch::JobState::Unresolved;
    });
    return jobs;
}

QList<JobId> JobTable::selectedForgettableJobs() const
{
    QList<JobId> jobs = selectedJobs();
    jobs.removeIf([this](JobId job) { return !m_session || !m_session->mayForget(job); });
    return jobs;
}

void JobTable::selectJob(JobId job)
{
    const int row = m_model->rowOfJob(job);
    if (row >= 0 && row != m_view->currentIndex().row())
        m_view->selectRows(row, 1);
}

void JobTable::selectEntries(int first, int count)
{
    QList<int> rows;
    for (int entry = first; entry < first + count; ++entry)
        rows.append(m_model->rowOfEntry(entry));
    m_view->selectRows(rows);
}

} // namespace ui
