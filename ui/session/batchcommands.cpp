// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchcommands.h"

#include "session/batchdocument.h"

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

QList<int> inverse(const QList<int> &order)
{
    QList<int> back(order.size());
    for (int i = 0; i < order.size(); ++i)
        back[order.at(i)] = i;
    return back;
}

} // namespace

QList<int> orderWithRowsBefore(const QList<int> &rows, int before, int jobCount)
{
    QList<int> order;
    order.reserve(jobCount);
    auto moving = rows.begin();
    for (int row = 0; row <= jobCount; ++row) {
        if (row == before)
            order.append(rows);
        if (moving != rows.end() && *moving == row)
            ++moving;
        else if (row < jobCount)
            order.append(row);
    }
    return order;
}

JobsCommand::JobsCommand(BatchDocument *document, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
{
}

void JobsCommand::replace(int row, const batch::Job &job)
{
    m_document->m_batch.jobs[row] = job;
    m_document->forget(job.id);
    emit m_document->jobChanged(row);
}

void JobsCommand::insert(int row, const QList<batch::Job> &jobs)
{
    const int last = row + static_cast<int>(jobs.size()) - 1;
    emit m_document->jobsAboutToBeInserted(row, last);
    QList<batch::Job> &all = m_document->m_batch.jobs;
    if (row == all.size()) {
        all.append(jobs);
    } else {
        all.insert(row, jobs.size(), batch::Job());
        std::copy(jobs.begin(), jobs.end(), std::next(all.begin(), row));
    }
    m_document->m_rows.clear();
    emit m_document->jobsInserted(row, last);
}

QList<batch::Job> JobsCommand::remove(int row, int count)
{
    emit m_document->jobsAboutToBeRemoved(row, row + count - 1);
    QList<batch::Job> &all = m_document->m_batch.jobs;
    QList<batch::Job> removed = all.mid(row, count);
    all.remove(row, count);
    m_document->m_rows.clear();
    for (const batch::Job &job : std::as_const(removed))
        m_document->forget(job.id);
    emit m_document->jobsRemoved(row, row + count - 1);
    return removed;
}

void JobsCommand::reorder(const QList<int> &order)
{
    emit m_document->jobsAboutToBeReordered();
    QList<batch::Job> &all = m_document->m_batch.jobs;
    QList<batch::Job> reordered;
    reordered.reserve(all.size());
    for (const int row : order)
        reordered.append(std::move(all[row]));
    all = std::move(reordered);
    m_document->m_rows.clear();
    emit m_document->jobsReordered();
}

ChangeJobsCommand::ChangeJobsCommand(BatchDocument *document, QList<Change> changes,
                                     const QString &text, int mergeKey)
    : JobsCommand(document, text)
    , m_changes(std::move(changes))
    , m_mergeKey(mergeKey)
{
}

void ChangeJobsCommand::undo()
{
    for (const Change &change : std::as_const(m_changes))
        replace(change.row, change.before);
}

void ChangeJobsCommand::redo()
{
    for (const Change &change : std::as_const(m_changes))
        replace(change.row, change.after);
}

bool ChangeJobsCommand::mergeWith(const QUndoCommand *other)
{
    // QUndoStack asks only where the ids are the same, and only this class has one.
    const auto *next = static_cast<const ChangeJobsCommand *>(other);
    const bool sameJobs = std::equal(
        m_changes.begin(), m_changes.end(), next->m_changes.begin(), next->m_changes.end(),
        [](const Change &a, const Change &b) { return a.row == b.row; });
    if (!sameJobs)
        return false;
    bool changed = false;
    for (qsizetype i = 0; i < m_changes.size(); ++i) {
        Change &change = m_changes[i];
        change.after = next->m_changes.at(i).after;
        changed = changed || change.before != change.after;
    }
    setText(next->text());
    setObsolete(!changed);
    return true;
}

InsertJobsCommand::InsertJobsCommand(BatchDocument *document, int row, QList<batch::Job> jobs,
                                     const QString &text)
    : JobsCommand(document, text)
    , m_row(row)
    , m_jobs(std::move(jobs))
{
}

void InsertJobsCommand::undo()
{
    remove(m_row, static_cast<int>(m_jobs.size()));
}

void InsertJobsCommand::redo()
{
    insert(m_row, m_jobs);
}

RemoveJobsCommand::RemoveJobsCommand(BatchDocument *document, const QList<int> &rows, int jobCount,
                                     const QString &text)
    : JobsCommand(document, text)
    , m_row(rows.constFirst())
    , m_count(static_cast<int>(rows.size()))
{
    if (rows.constLast() - rows.constFirst() + 1 != m_count)
        m_gather = orderWithRowsBefore(rows, m_row, jobCount);
}

void RemoveJobsCommand::undo()
{
    insert(m_row, m_jobs);
    m_jobs.clear();
    if (!m_gather.isEmpty())
        reorder(inverse(m_gather));
}

void RemoveJobsCommand::redo()
{
    if (!m_gather.isEmpty())
        reorder(m_gather);
    m_jobs = remove(m_row, m_count);
}

ReorderJobsCommand::ReorderJobsCommand(BatchDocument *document, QList<int> order,
                                       const QString &text)
    : JobsCommand(document, text)
    , m_order(std::move(order))
{
}

void ReorderJobsCommand::undo()
{
    reorder(inverse(m_order));
}

void ReorderJobsCommand::redo()
{
    reorder(m_order);
}

SettingsCommand::SettingsCommand(BatchDocument *document, batch::BatchSettings settings,
                                 const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_settings(std::move(settings))
{
}

void SettingsCommand::exchange()
{
    std::swap(m_document->m_batch.settings, m_settings);
    if (m_document->m_batch.settings.models != m_settings.models)
        m_document->applyOverrides();
    emit m_document->settingsChanged();
}

} // namespace ui
