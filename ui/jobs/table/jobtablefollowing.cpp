// SPDX-License-Identifier: GPL-3.0-or-later
// How JobTableModel's rows follow the document's.
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"

namespace ui {

using Kind = JobRow::Kind;

void JobTableModel::saveOrder()
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_persistent.clear();
    for (const QModelIndex &each : persistentIndexList())
        m_persistent.append(m_rows.at(each.row()));
}

void JobTableModel::restoreOrder()
{
    m_rows.replace(m_rows.wanted());
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const JobRow &row = m_persistent.at(i);
        // What files bring stands where it stood: what is reordered comes after it.
        int now = before.at(i).row();
        if (row.kind == Kind::Entry)
            now = m_rows.rowOfEntry(row.id);
        else if (row.kind == Kind::Made)
            now = m_rows.rowOfJob(row.id);
        after.append(now >= 0 ? index(now, before.at(i).column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    m_persistent.clear();
    emit layoutChanged({}, VerticalSortHint);
}

void JobTableModel::insertEntries(int first, int last)
{
    int at = rowCount();
    if (last + 1 < m_document->jobCount())
        at = rowOfEntry(last + 1);
    QList<JobRow> rows;
    for (int entry = first; entry <= last; ++entry)
        rows += m_rows.wantedFor(entry);
    beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
    m_rows.insert(at, rows);
    endInsertRows();
    noteFolds();
}

void JobTableModel::removeEntries(int first, int last)
{
    const int from = rowOfEntry(first);
    const int to = blockEnd(rowOfEntry(last));
    for (int entry = first; entry <= last; ++entry)
        m_summaries.remove(m_document->entry(entry).id());
    beginRemoveRows({}, from, to - 1);
    m_rows.remove(from, to - from);
    endRemoveRows();
}

void JobTableModel::followMade(int entry)
{
    m_summaries.remove(m_document->entry(entry).id());
    const int at = rowOfEntry(entry);
    const QList<JobRow> before = m_rows.all().mid(at, m_rows.blockEnd(at) - at);
    splice(at, spliceOf(before, m_rows.wantedFor(entry)));
    noteFolds();
}

void JobTableModel::followAll()
{
    m_summaries.clear();
    m_fileSummaries.clear();
    take(m_rows.wanted());
    tellRows(0, rowCount() - 1);
    noteFolds();
}

void JobTableModel::take(const QList<JobRow> &rows)
{
    // Every piece moves all that stands behind it.
    constexpr qsizetype mostPieces = 200;
    const RowSteps steps = stepsBetween(m_rows.all(), rows);
    if (steps.removals.size() + steps.insertions.size() > mostPieces)
        return splice(0, spliceOf(m_rows.all(), rows));
    for (const RowSteps::Removal &each : steps.removals)
        splice(each.at, {0, each.count, {}});
    if (!steps.reordered.isEmpty())
        reorderTo(steps.reordered);
    for (const RowSteps::Insertion &each : steps.insertions)
        splice(each.at, {0, 0, each.rows});
}

void JobTableModel::reorderTo(const QList<JobRow> &rows)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<JobRow, int> places;
    places.reserve(rows.size());
    for (int row = 0; row < rows.size(); ++row)
        places.insert(rows.at(row), row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &each : before)
        after.append(index(places.value(m_rows.at(each.row())), each.column()));
    m_rows.replace(rows);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void JobTableModel::splice(int from, const RowSplice &splice)
{
    const int at = from + splice.at;
    if (splice.removed > 0) {
        beginRemoveRows({}, at, at + splice.removed - 1);
        m_rows.remove(at, splice.removed);
        endRemoveRows();
    }
    if (!splice.inserted.isEmpty()) {
        beginInsertRows({}, at, at + static_cast<int>(splice.inserted.size()) - 1);
        m_rows.insert(at, splice.inserted);
        endInsertRows();
    }
}

void JobTableModel::noteFolds()
{
    const bool folds = m_rows.hasFolds();
    if (m_folds == folds)
        return;
    m_folds = folds;
    tellRows(0, rowCount() - 1, NameColumn, NameColumn);
    emit foldsChanged();
}

void JobTableModel::setOpen(int row, bool open)
{
    if (!m_rows.canOpen(row) || m_rows.isOpen(row) == open)
        return;
    m_rows.setOpen(row, open);
    const JobRow heading = m_rows.at(row);
    if (heading.kind == Kind::Entry)
        followMade(m_document->rowOf(heading.id));
    else
        splice(0, spliceOf(m_rows.all(), m_rows.wanted()));
    tellRows(row, row);
}

} // namespace ui
