// SPDX-License-Identifier: GPL-3.0-or-later
//
// A document's edits: each finds out what it means for the entries, and becomes a step of undo.
#include "batch/expansion/expand.h"
#include "session/document/batchcommands.h"
#include "session/document/batchdocument.h"
#include "session/document/renaming.h"
#include "session/document/switching.h"

#include <QSet>

#include <algorithm>

namespace ui {

namespace {

/// Ascending, without repeats, without rows that don't exist.
QList<int> tidied(QList<int> rows, int jobCount)
{
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    rows.removeIf([jobCount](int row) { return row < 0 || row >= jobCount; });
    return rows;
}

/// The step that an edit of these rows would be merged into; null where it is one of its own.
const ChangeEntriesCommand *stepSoFar(const QUndoStack &stack, const QList<EntryChange> &changes,
                                      int mergeKey)
{
    if (mergeKey == -1 || stack.isClean() || stack.index() == 0)
        return nullptr;
    const auto *last = dynamic_cast<const ChangeEntriesCommand *>(stack.command(stack.index() - 1));
    return last && last->id() == mergeKey && last->changesSameRows(changes) ? last : nullptr;
}

} // namespace

void BatchDocument::pushChanges(QList<EntryChange> changes, const QString &text, int mergeKey)
{
    for (EntryChange &change : changes)
        change.after.job.id = change.before.job.id;
    changes.removeIf([](const EntryChange &change) { return change.after == change.before; });
    if (changes.isEmpty())
        return;
    std::ranges::sort(changes, {}, &EntryChange::row);
    changes += followers(*this, changes, stepSoFar(m_undoStack, changes, mergeKey));
    m_undoStack.push(new ChangeEntriesCommand(this, changes, text, mergeKey));
}

void BatchDocument::changeJob(int row, const batch::Job &job, const QString &text, int mergeKey)
{
    changeJobs({{row, job}}, text, mergeKey);
}

void BatchDocument::changeJobs(const QHash<int, batch::Job> &jobs, const QString &text,
                               int mergeKey)
{
    QList<EntryChange> changes;
    changes.reserve(jobs.size());
    for (auto it = jobs.begin(); it != jobs.end(); ++it) {
        const batch::JobSource &before = entry(it.key());
        changes.append({it.key(), before, batch::withEdit(before, job(it.key()), it.value())});
    }
    pushChanges(std::move(changes), text, mergeKey);
}

void BatchDocument::changeEntries(const QHash<int, batch::JobSource> &entries, const QString &text,
                                  int mergeKey)
{
    QList<EntryChange> changes;
    changes.reserve(entries.size());
    for (auto it = entries.begin(); it != entries.end(); ++it)
        changes.append({it.key(), entry(it.key()), it.value()});
    pushChanges(std::move(changes), text, mergeKey);
}

void BatchDocument::insertEntries(int row, QList<batch::JobSource> entries, const QString &text)
{
    if (entries.isEmpty())
        return;
    QSet<batch::JobId> inserted;
    for (batch::JobSource &entry : entries) {
        if (rowOf(entry.id()) >= 0 || inserted.contains(entry.id()))
            entry.job.id = batch::newJobId();
        inserted.insert(entry.id());
    }
    m_undoStack.push(
        new InsertEntriesCommand(this, std::clamp(row, 0, jobCount()), std::move(entries), text));
}

void BatchDocument::insertJobs(int row, const QList<batch::Job> &jobs, const QString &text)
{
    insertEntries(row, {jobs.begin(), jobs.end()}, text);
}

void BatchDocument::removeJobs(QList<int> rows)
{
    rows = tidied(std::move(rows), jobCount());
    if (rows.isEmpty())
        return;
    const auto count = static_cast<int>(rows.size());
    const QString text = count == 1 ? tr("Delete job") : tr("Delete %n jobs", nullptr, count);
    m_undoStack.push(new RemoveEntriesCommand(this, rows, jobCount(), text));
}

int BatchDocument::duplicateJobs(QList<int> rows)
{
    rows = tidied(std::move(rows), jobCount());
    if (rows.isEmpty())
        return -1;
    batch::FreeNames names = takenNames();
    QList<batch::JobSource> copies;
    copies.reserve(rows.size());
    for (const int row : std::as_const(rows)) {
        batch::JobSource copy = entry(row);
        copy.job.id = batch::newJobId();
        copy.job.name = names.take(copy.job.name);
        copies.append(copy);
    }
    const int first = rows.constLast() + 1;
    const auto count = static_cast<int>(rows.size());
    insertEntries(first, copies,
                  count == 1 ? tr("Duplicate job") : tr("Duplicate %n jobs", nullptr, count));
    return first;
}

void BatchDocument::moveJobs(QList<int> rows, int before)
{
    rows = tidied(std::move(rows), jobCount());
    const QList<int> order =
        orderWithRowsBefore(rows, std::clamp(before, 0, jobCount()), jobCount());
    if (std::is_sorted(order.begin(), order.end()))
        return;
    const auto count = static_cast<int>(rows.size());
    m_undoStack.push(new ReorderEntriesCommand(
        this, order, count == 1 ? tr("Move job") : tr("Move %n jobs", nullptr, count)));
}

void BatchDocument::changeSettings(const batch::BatchSettings &settings, const QString &text)
{
    if (settings != m_source.settings)
        m_undoStack.push(new SettingsCommand(this, settings, text));
}

void BatchDocument::changePremises(const Premises &premises, const QString &text)
{
    if (premises != Premises::of(m_source))
        m_undoStack.push(new PremisesCommand(this, premises, text));
}

void BatchDocument::setMadeEnabled(const QList<batch::JobId> &jobs, bool enabled)
{
    setEnabled({}, jobs, enabled);
}

void BatchDocument::setEnabled(const QList<int> &rows, const QList<batch::JobId> &jobs,
                               bool enabled)
{
    QHash<int, QSet<batch::JobId>> byRow;
    for (const batch::JobId job : jobs) {
        if (const int row = rowOf(job); row >= 0 && madeIndexOf(job) >= 0)
            byRow[row].insert(job);
    }
    QHash<int, batch::JobSource> entries;
    for (auto it = byRow.cbegin(); it != byRow.cend(); ++it)
        entries.insert(it.key(), switched(entry(it.key()), switchedJobs(it.key(), *it), enabled));
    for (const int row : rows)
        entries.insert(row, switchedWhole(entry(row), switchedJobs(row, {}), enabled));
    const auto count = static_cast<int>(rows.size() + jobs.size());
    if (count == 1)
        changeEntries(entries, enabled ? tr("Switch job on") : tr("Switch job off"));
    else
        changeEntries(entries,
                      enabled ? tr("Switch %n jobs on", nullptr, count)
                              : tr("Switch %n jobs off", nullptr, count));
}

QList<SwitchedJob> BatchDocument::switchedJobs(int row, const QSet<batch::JobId> &meant) const
{
    QList<SwitchedJob> all;
    const MadeJobs::Range range = made(row);
    all.reserve(range.count);
    for (int index = range.first; index < range.first + range.count; ++index) {
        const batch::JobId id = batch().jobs.at(index).id;
        all.append({combinationOf(id), meant.contains(id)});
    }
    return all;
}

batch::FreeNames BatchDocument::takenNames() const
{
    batch::FreeNames names(batch().jobs);
    for (const batch::JobSource &entry : m_source.jobs)
        names.note(entry.job.name);
    return names;
}

QString BatchDocument::uniqueName(const QString &wanted) const
{
    return takenNames().take(wanted);
}

} // namespace ui
