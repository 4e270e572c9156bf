// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merging/merge.h"

#include "batch/merging/settings.h"

#include <QHash>

#include <algorithm>

namespace batch {

using namespace Qt::StringLiterals;

namespace {

using Side = Conflict::Side;

/// Who changed a thing.
enum class Change { None, Ours, Theirs, Both };

template <typename T, typename Same>
Change changeOf(const T &base, const T &ours, const T &theirs, Same same)
{
    if (same(ours, theirs))
        return Change::None; // or both alike
    if (same(base, theirs))
        return Change::Ours;
    return same(base, ours) ? Change::Theirs : Change::Both;
}

using Entries = QHash<JobId, const JobSource *>;

Entries entriesOf(const BatchSource &source)
{
    Entries entries;
    for (const JobSource &entry : source.jobs)
        entries.insert(entry.id(), &entry);
    return entries;
}

/// The entries of all three, by id; null where one hasn't got it.
struct Sides
{
    explicit Sides(const Merge &merge)
        : base(entriesOf(merge.base))
        , ours(entriesOf(merge.ours))
        , theirs(entriesOf(merge.theirs))
    {
    }

    Change changeOf(JobId id) const
    {
        return batch::changeOf(base.value(id), ours.value(id), theirs.value(id),
                               [](const JobSource *a, const JobSource *b) {
                                   return a == b || (a && b && a->sameContent(*b));
                               });
    }

    Entries base;
    Entries ours;
    Entries theirs;
};

QList<JobId> idsOf(const BatchSource &source)
{
    QList<JobId> ids;
    for (const JobSource &entry : source.jobs)
        ids.append(entry.id());
    return ids;
}

/// Those of `ids` that all three have.
QList<JobId> common(QList<JobId> ids, const Sides &sides)
{
    ids.removeIf([&](JobId id) {
        return !sides.base.contains(id) || !sides.ours.contains(id) || !sides.theirs.contains(id);
    });
    return ids;
}

/// Who moved entries.
Change orderChange(const Merge &merge, const Sides &sides)
{
    return changeOf(common(idsOf(merge.base), sides), common(idsOf(merge.ours), sides),
                    common(idsOf(merge.theirs), sides), std::equal_to());
}

/// Every id of either side, in the order of that one. What the other one has beside comes behind
/// what it stands behind there.
QList<JobId> mergedOrder(const Merge &merge, const Sides &sides, Side frameSide)
{
    const bool byThem = frameSide == Side::Theirs;
    const QList<JobId> frame = idsOf(byThem ? merge.theirs : merge.ours);
    const QList<JobId> other = idsOf(byThem ? merge.ours : merge.theirs);
    const Entries &inFrame = byThem ? sides.theirs : sides.ours;

    QHash<JobId, QList<JobId>> behind;
    QList<JobId> ahead;
    std::optional<JobId> anchor;
    for (const JobId id : other) {
        if (inFrame.contains(id))
            anchor = id;
        else
            (anchor ? behind[*anchor] : ahead).append(id);
    }
    QList<JobId> order = ahead;
    for (const JobId id : frame)
        order << id << behind.value(id);
    return order;
}

/// Theirs, where what both added alike has our ids: it is one entry.
BatchSource withOurIds(BatchSource theirs, const BatchSource &ours, const BatchSource &base)
{
    const Entries known = entriesOf(base);
    QHash<QString, QList<const JobSource *>> added;
    for (const JobSource &entry : ours.jobs) {
        if (!known.contains(entry.id()))
            added[entry.job.name].append(&entry);
    }
    if (added.isEmpty())
        return theirs;
    for (JobSource &entry : theirs.jobs) {
        const auto candidates = added.find(entry.job.name);
        if (known.contains(entry.id()) || candidates == added.end())
            continue;
        const auto same = std::ranges::find_if(*candidates, [&entry](const JobSource *candidate) {
            return candidate->sameContent(entry);
        });
        if (same == candidates->end())
            continue;
        entry.job.id = (*same)->id();
        candidates->erase(same);
    }
    return theirs;
}

std::optional<JobSource> copyOf(const JobSource *entry)
{
    return entry ? std::optional<JobSource>(*entry) : std::nullopt;
}

} // namespace

Merge merge(const BatchSource &base, const BatchSource &ours, const BatchSource &theirs)
{
    Merge merge{base, ours, withOurIds(theirs, ours, base), {}, 0, 0};
    const auto note = [&merge](Change change, const Conflict &conflict) {
        merge.oursAlone += change == Change::Ours;
        merge.theirsAlone += change == Change::Theirs;
        if (change == Change::Both)
            merge.conflicts.append(conflict);
    };
    for (const Setting &setting : settingsOf({&merge.base, &merge.ours, &merge.theirs}))
        note(changeOf(merge.base, merge.ours, merge.theirs, setting.isSame),
             {std::nullopt, setting.key, {}, {}});
    const Sides sides(merge);
    const Change moved = orderChange(merge, sides);
    note(moved, {std::nullopt, Conflict::orderKey.toString(), {}, {}});
    const Side frame = moved == Change::Theirs ? Side::Theirs : Side::Ours;
    for (const JobId id : mergedOrder(merge, sides, frame)) {
        const JobSource *mine = sides.ours.value(id);
        const JobSource *other = sides.theirs.value(id);
        note(sides.changeOf(id),
             {id, (mine ? mine : other)->job.name, copyOf(mine), copyOf(other)});
    }
    return merge;
}

BatchSource Merge::merged(const std::function<Side(const Conflict &)> &choose) const
{
    QHash<QString, Side> settingSides;
    QHash<JobId, Side> entrySides;
    for (const Conflict &conflict : conflicts) {
        if (conflict.entry)
            entrySides.insert(*conflict.entry, choose(conflict));
        else
            settingSides.insert(conflict.name, choose(conflict));
    }
    const auto takesTheirs = [](Change change, Side chosen) {
        return change == Change::Theirs || (change == Change::Both && chosen == Side::Theirs);
    };

    BatchSource result = ours;
    for (const Setting &setting : settingsOf({&base, &ours, &theirs})) {
        if (takesTheirs(changeOf(base, ours, theirs, setting.isSame),
                        settingSides.value(setting.key, Side::Ours)))
            setting.take(result, theirs);
    }
    // Read with the file's own `include`; ours is from before.
    if (result.include == theirs.include)
        result.included = theirs.included;

    result.jobs.clear();
    const Sides sides(*this);
    const bool theirOrder = takesTheirs(
        orderChange(*this, sides), settingSides.value(Conflict::orderKey.toString(), Side::Ours));
    for (const JobId id : mergedOrder(*this, sides, theirOrder ? Side::Theirs : Side::Ours)) {
        const bool theirEntry = takesTheirs(sides.changeOf(id), entrySides.value(id, Side::Ours));
        const JobSource *entry = theirEntry ? sides.theirs.value(id) : sides.ours.value(id);
        if (entry)
            result.jobs.append(*entry);
    }
    return result;
}

} // namespace batch
