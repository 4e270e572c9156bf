// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/renaming.h"

#include "session/document/batchdocument.h"

#include <QSet>

#include <algorithm>

namespace ui {

namespace {

/// What the edited entries were called before the step, where a reference can have meant them.
Renames renamesOf(const BatchDocument &document, const QList<EntryChange> &changes)
{
    Renames renames;
    for (const EntryChange &change : changes) {
        const QString &before = change.before.job.name;
        if (before != change.after.job.name && batch::isPlainName(before)
            && !document.isVaried(change.row))
            renames.insert(before, change.after.job.name);
    }
    if (renames.isEmpty())
        return renames;
    QHash<QString, int> bearers;
    for (const batch::Job &job : document.batch().jobs) {
        if (renames.contains(job.name))
            ++bearers[job.name];
    }
    renames.removeIf([&](Renames::iterator it) { return bearers.value(it.key()) != 1; });
    return renames;
}

/// A name with variables is no name to refer to: what referred to the old one is left as it was.
void keepPlain(Renames &renames)
{
    renames.removeIf([](Renames::iterator it) { return !batch::isPlainName(it.value()); });
}

QList<EntryChange> goOnFollowing(const BatchDocument &document, const QList<EntryChange> &changes,
                                 const ChangeEntriesCommand &soFar)
{
    const auto follows = [](const EntryChange &change) { return change.follows; };
    if (std::ranges::none_of(soFar.changes(), follows))
        return {};
    QHash<int, const EntryChange *> now;
    for (const EntryChange &change : changes)
        now.insert(change.row, &change);
    Renames renames;
    for (const EntryChange &edited : soFar.changes()) {
        if (const EntryChange *change = edited.follows ? nullptr : now.value(edited.row))
            renames.insert(edited.before.job.name, change->after.job.name);
    }
    keepPlain(renames);
    QList<EntryChange> following;
    for (const EntryChange &change : soFar.changes()) {
        if (change.follows) {
            following.append(
                {change.row, document.entry(change.row), followed(change.before, renames), true});
        }
    }
    return following;
}

} // namespace

QList<EntryChange> followers(const BatchDocument &document, const QList<EntryChange> &changes,
                             const ChangeEntriesCommand *soFar)
{
    if (soFar)
        return goOnFollowing(document, changes, *soFar);
    const QSet<batch::JobId> referring = document.referring();
    Renames renames = referring.isEmpty() ? Renames() : renamesOf(document, changes);
    if (renames.isEmpty())
        return {};
    QSet<int> rows;
    for (const batch::JobId job : referring)
        rows.insert(document.rowOf(job));
    rows.remove(-1);
    for (const EntryChange &change : changes)
        rows.remove(change.row);
    const Renames all = renames;
    keepPlain(renames);
    QList<EntryChange> following;
    for (const int row : std::as_const(rows)) {
        const batch::JobSource &entry = document.entry(row);
        if (followed(entry, all) != entry)
            following.append({row, entry, followed(entry, renames), true});
    }
    std::ranges::sort(following, {}, &EntryChange::row);
    return following;
}

} // namespace ui
