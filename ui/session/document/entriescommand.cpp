// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/entriescommand.h"

#include "session/document/batchdocument.h"

#include <algorithm>
#include <iterator>

namespace ui {

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

EntriesCommand::EntriesCommand(BatchDocument *document, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
{
}

void EntriesCommand::undo()
{
    goBack();
    m_document->settle();
}

void EntriesCommand::redo()
{
    goForth();
    m_document->settle();
}

void EntriesCommand::replace(const QList<std::pair<int, const batch::JobSource *>> &entries)
{
    QList<int> rows;
    rows.reserve(entries.size());
    for (const auto &[row, entry] : entries) {
        m_document->m_source.jobs[row] = *entry;
        rows.append(row);
    }
    m_document->remake(std::move(rows));
}

void EntriesCommand::insert(int row, const QList<batch::JobSource> &entries)
{
    const auto count = static_cast<int>(entries.size());
    emit m_document->jobsAboutToBeInserted(row, row + count - 1);
    QList<batch::JobSource> &all = m_document->m_source.jobs;
    if (row == all.size()) {
        all.append(entries);
    } else {
        all.insert(row, count, entries.constFirst());
        std::copy(entries.begin(), entries.end(), std::next(all.begin(), row));
    }
    m_document->makeInserted(row, count);
    emit m_document->jobsInserted(row, row + count - 1);
}

QList<batch::JobSource> EntriesCommand::remove(int row, int count)
{
    emit m_document->jobsAboutToBeRemoved(row, row + count - 1);
    QList<batch::JobSource> &all = m_document->m_source.jobs;
    QList<batch::JobSource> removed = all.mid(row, count);
    QList<batch::JobId> ids;
    ids.reserve(count);
    for (const batch::JobSource &entry : std::as_const(removed))
        ids.append(entry.id());
    m_document->forgetRemoved(row, ids);
    all.remove(row, count);
    emit m_document->jobsRemoved(row, row + count - 1);
    return removed;
}

void EntriesCommand::reorder(const QList<int> &order)
{
    emit m_document->jobsAboutToBeReordered();
    QList<batch::JobSource> &all = m_document->m_source.jobs;
    QList<batch::JobSource> reordered;
    reordered.reserve(all.size());
    for (const int row : order)
        reordered.append(std::move(all[row]));
    all = std::move(reordered);
    m_document->m_made.reorder(order);
    m_document->m_rows.clear();
    emit m_document->jobsReordered();
}

} // namespace ui
