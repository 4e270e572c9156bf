// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/merging/mergeitems.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Conflict;
using Kind = MergeItem::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::MergeItems)
};

batch::JobId idOf(const EntryDifference &change)
{
    return (change.ours ? change.ours : change.theirs)->id();
}

QString nameOf(const QString &name)
{
    return name.isEmpty() ? Words::tr("Without a name") : name;
}

QString settingName(const QString &key)
{
    return key == Conflict::orderKey ? Words::tr("The order of the jobs") : key;
}

/// The names in their order.
QString orderOf(const batch::BatchSource &source)
{
    constexpr qsizetype shown = 40;
    QStringList names;
    for (const batch::JobSource &entry : source.jobs.mid(0, shown))
        names.append(nameOf(entry.job.name));
    if (source.jobs.size() > shown)
        names.append(u"…"_s);
    return names.join(u'\n');
}

QList<ValueDifference> only(const QList<ValueDifference> &values, const QString &key)
{
    const auto found = std::ranges::find(values, key, &ValueDifference::key);
    return found == values.end() ? QList<ValueDifference>() : QList{*found};
}

} // namespace

MergeItems::MergeItems(const batch::Merge &merge)
    : m_merge(merge)
    , m_ourChanges(differences(merge.base, merge.ours))
    , m_theirChanges(differences(merge.base, merge.theirs))
{
    for (const batch::JobSource &entry : merge.base.jobs)
        m_base.insert(entry.id(), &entry);
    addConflicts();
    addAlone(Kind::Ours, m_ourChanges, m_theirChanges);
    addAlone(Kind::Theirs, m_theirChanges, m_ourChanges);
}

void MergeItems::addConflicts()
{
    for (const Conflict &conflict : m_merge.conflicts) {
        const QString name = conflict.entry ? nameOf(conflict.name) : settingName(conflict.name);
        if (conflict.entry)
            m_entries.insert(*conflict.entry, m_items.size());
        else
            m_settings.insert(conflict.name, m_items.size());
        m_items.append({Kind::Conflict, name, conflict.entry,
                        conflict.entry ? QString() : conflict.name, conflict.theirs,
                        conflict.ours});
    }
}

void MergeItems::addAlone(Kind kind, const SourceDifferences &changes,
                          const SourceDifferences &others)
{
    // What both changed is a conflict, or was changed alike.
    QSet<QString> keys;
    for (const ValueDifference &value : others.settings)
        keys.insert(value.key);
    for (const ValueDifference &value : changes.settings) {
        if (!keys.contains(value.key))
            m_items.append({kind, value.key, std::nullopt, value.key, {}, {}});
    }
    if (changes.isReordered && !others.isReordered) {
        const QString key = Conflict::orderKey.toString();
        m_items.append({kind, settingName(key), std::nullopt, key, {}, {}});
    }
    QSet<batch::JobId> ids;
    for (const EntryDifference &entry : others.entries)
        ids.insert(idOf(entry));
    for (const EntryDifference &entry : changes.entries) {
        if (!ids.contains(idOf(entry)))
            m_items.append({kind, nameOf(entry.name), idOf(entry), {}, entry.theirs, entry.ours});
    }
}

QList<ValueDifference> MergeItems::values(const MergeItem &item) const
{
    return item.entry ? entryValues(item) : settingValues(item);
}

QList<ValueDifference> MergeItems::entryValues(const MergeItem &item) const
{
    if (item.theirs && item.ours)
        return differences(*item.theirs, *item.ours);
    const batch::JobSource *base = m_base.value(*item.entry);
    const batch::JobSource empty;
    if (item.kind != Kind::Conflict)
        return differences(item.theirs.value_or(empty), item.ours.value_or(empty));
    // One side took it out: what the other made of it.
    const batch::JobSource &before = base ? *base : empty;
    QList<ValueDifference> values =
        item.ours ? differences(before, *item.ours) : differences(*item.theirs, before);
    for (ValueDifference &value : values)
        (item.ours ? value.theirs : value.ours).clear();
    return values;
}

QList<ValueDifference> MergeItems::settingValues(const MergeItem &item) const
{
    const batch::BatchSource &theirs = item.kind == Kind::Conflict ? m_merge.theirs : m_merge.base;
    const batch::BatchSource &ours = item.kind == Kind::Theirs ? m_merge.theirs : m_merge.ours;
    if (item.key == Conflict::orderKey)
        return {{item.key, orderOf(theirs), orderOf(ours)}};
    if (item.kind != Kind::Conflict) {
        return only(item.kind == Kind::Ours ? m_ourChanges.settings : m_theirChanges.settings,
                    item.key);
    }
    const auto textIn = [&item](const SourceDifferences &changes) {
        return only(changes.settings, item.key).value(0).ours;
    };
    return {{item.key, textIn(m_theirChanges), textIn(m_ourChanges)}};
}

qsizetype MergeItems::placeOf(const Conflict &conflict) const
{
    return conflict.entry ? m_entries.value(*conflict.entry) : m_settings.value(conflict.name);
}

} // namespace ui
