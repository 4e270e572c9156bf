// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/batchcommands.h"

#include "session/document/batchdocument.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

QList<int> inverse(const QList<int> &order)
{
    QList<int> back(order.size());
    for (int i = 0; i < order.size(); ++i)
        back[order.at(i)] = i;
    return back;
}

QList<int> editedRows(const QList<EntryChange> &changes)
{
    QList<int> rows;
    for (const EntryChange &change : changes) {
        if (!change.follows)
            rows.append(change.row);
    }
    return rows;
}

} // namespace

ChangeEntriesCommand::ChangeEntriesCommand(BatchDocument *document, QList<EntryChange> changes,
                                           const QString &text, int mergeKey)
    : EntriesCommand(document, text)
    , m_changes(std::move(changes))
    , m_mergeKey(mergeKey)
{
}

bool ChangeEntriesCommand::changesSameRows(const QList<EntryChange> &changes) const
{
    return editedRows(m_changes) == editedRows(changes);
}

void ChangeEntriesCommand::put(batch::JobSource EntryChange::*side)
{
    QList<std::pair<int, const batch::JobSource *>> entries;
    entries.reserve(m_changes.size());
    for (const EntryChange &change : std::as_const(m_changes))
        entries.append({change.row, &(change.*side)});
    replace(entries);
}

void ChangeEntriesCommand::goBack()
{
    put(&EntryChange::before);
}

void ChangeEntriesCommand::goForth()
{
    put(&EntryChange::after);
}

bool ChangeEntriesCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const ChangeEntriesCommand *>(other);
    if (!next || !changesSameRows(next->m_changes))
        return false;
    QHash<int, qsizetype> places;
    places.reserve(m_changes.size());
    for (qsizetype i = 0; i < m_changes.size(); ++i)
        places.insert(m_changes.at(i).row, i);
    for (const EntryChange &change : next->m_changes) {
        const auto same = places.constFind(change.row);
        if (same == places.constEnd())
            m_changes.append(change);
        else
            m_changes[*same].after = change.after;
    }
    setText(next->text());
    setObsolete(std::ranges::all_of(
        m_changes, [](const EntryChange &change) { return change.before == change.after; }));
    return true;
}

InsertEntriesCommand::InsertEntriesCommand(BatchDocument *document, int row,
                                           QList<batch::JobSource> entries, const QString &text)
    : EntriesCommand(document, text)
    , m_row(row)
    , m_entries(std::move(entries))
{
}

void InsertEntriesCommand::goBack()
{
    remove(m_row, static_cast<int>(m_entries.size()));
}

void InsertEntriesCommand::goForth()
{
    insert(m_row, m_entries);
}

RemoveEntriesCommand::RemoveEntriesCommand(BatchDocument *document, const QList<int> &rows,
                                           int jobCount, const QString &text)
    : EntriesCommand(document, text)
    , m_row(rows.constFirst())
    , m_count(static_cast<int>(rows.size()))
{
    if (rows.constLast() - rows.constFirst() + 1 != m_count)
        m_gather = orderWithRowsBefore(rows, m_row, jobCount);
}

void RemoveEntriesCommand::goBack()
{
    insert(m_row, m_entries);
    m_entries.clear();
    if (!m_gather.isEmpty())
        reorder(inverse(m_gather));
}

void RemoveEntriesCommand::goForth()
{
    if (!m_gather.isEmpty())
        reorder(m_gather);
    m_entries = remove(m_row, m_count);
}

ReorderEntriesCommand::ReorderEntriesCommand(BatchDocument *document, QList<int> order,
                                             const QString &text)
    : EntriesCommand(document, text)
    , m_order(std::move(order))
{
}

void ReorderEntriesCommand::goBack()
{
    reorder(inverse(m_order));
}

void ReorderEntriesCommand::goForth()
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
    std::swap(m_document->m_source.settings, m_settings);
    m_document->m_made.setSettings(m_document->m_source.settings);
    if (m_document->takeOverrides())
        emit m_document->catalogChanged();
    emit m_document->settingsChanged();
}

PremisesCommand::PremisesCommand(BatchDocument *document, Premises premises, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_before(Premises::of(document->source()))
    , m_after(std::move(premises))
{
}

void PremisesCommand::take(const Premises &premises)
{
    m_document->changeAll([&] { premises.putInto(m_document->m_source); });
}

SourceCommand::SourceCommand(BatchDocument *document, batch::BatchSource source,
                             const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_source(std::move(source))
{
}

void SourceCommand::exchange()
{
    m_document->changeAll([this] { std::swap(m_document->m_source, m_source); });
}

} // namespace ui
