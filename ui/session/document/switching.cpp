// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/switching.h"

#include "batch/expansion/exclusion.h"

#include <QSet>

#include <algorithm>

namespace ui {

namespace {

void switchOn(batch::JobSource &entry, const QList<SwitchedJob> &made)
{
    const batch::Exclusion excluded(entry.exclude);
    // Where the entry was off, so were all; those that aren't meant stay off.
    QList<batch::Combination> staysOff;
    QSet<qsizetype> covering;
    for (const SwitchedJob &job : made) {
        const QList<qsizetype> places = excluded.covering(job.combination);
        if (job.isMeant)
            covering.unite({places.begin(), places.end()});
        else if (!entry.job.enabled || !places.isEmpty())
            staysOff.append(job.combination);
    }
    entry.job.enabled = true;
    QList<batch::Combination> left;
    for (qsizetype i = 0; i < entry.exclude.size(); ++i) {
        if (!covering.contains(i))
            left.append(entry.exclude.at(i));
    }
    const batch::Exclusion stillExcluded(left);
    for (const batch::Combination &job : std::as_const(staysOff)) {
        if (!stillExcluded.excludes(job))
            left.append(job);
    }
    entry.exclude = left;
}

void switchOff(batch::JobSource &entry, const QList<SwitchedJob> &made)
{
    const batch::Exclusion excluded(entry.exclude);
    for (const SwitchedJob &job : made) {
        if (job.isMeant && !excluded.excludes(job.combination))
            entry.exclude.append(job.combination);
    }
}

} // namespace

batch::JobSource switched(batch::JobSource entry, const QList<SwitchedJob> &made, bool enabled)
{
    if (enabled)
        switchOn(entry, made);
    else if (std::ranges::all_of(made, &SwitchedJob::isMeant))
        entry.job.enabled = false;
    else if (entry.job.enabled)
        switchOff(entry, made);
    return entry;
}

batch::JobSource switchedWhole(batch::JobSource entry, QList<SwitchedJob> made, bool enabled)
{
    const batch::Exclusion excluded(entry.exclude);
    const bool noneIsLeft =
        !made.isEmpty() && std::ranges::all_of(made, [&excluded](const SwitchedJob &job) {
            return excluded.excludes(job.combination);
        });
    entry.job.enabled = enabled;
    if (enabled && noneIsLeft) {
        for (SwitchedJob &job : made)
            job.isMeant = true;
        switchOn(entry, made);
    }
    return entry;
}

} // namespace ui
