// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes that come from the ledger.
#include "catalog/estimate.h"
#include "engine/resume/plan.h"
#include "session/takes.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using batch::JobState;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Takes)
};

QString noteOn(const engine::Standing &standing)
{
    return standing.missingFiles.isEmpty()
        ? Words::tr("Not fetched")
        : Words::tr("The file is gone. It will be fetched again for nothing.");
}

bool standsAlike(const engine::JobProgress &a, const engine::JobProgress &b)
{
    return a.parked == b.parked && a.note == b.note && a.result == b.result;
}

} // namespace

Takes Takes::of(const engine::History &history, const Surroundings &surroundings)
{
    Takes takes;
    takes.m_takes.reserve(history.jobs.size() + history.orphans.size());
    const auto add = [&](const engine::Standing &standing) {
        Take take;
        take.job = standing.submitted;
        take.timeScale = surroundings.timeScale;
        take.begun = standing.result.submittedAt;
        take.request = standing.request;
        take.usual = standing.usual;
        take.sources = batch::sourcesOf(standing.submitted, surroundings.names);
        take.progress.result = standing.result;
        take.progress.typical = catalog::typicalTime(surroundings.catalog, standing.submitted);
        take.progress.parked = !surroundings.atWork && batch::canBeTakenUp(standing.result);
        if (take.progress.parked)
            take.progress.note = noteOn(standing);
        if (surroundings.atWork && take.begun.isValid()) {
            const auto since = static_cast<double>(take.begun.msecsTo(surroundings.now));
            take.progress.elapsed = std::chrono::milliseconds(
                static_cast<qint64>(std::max(since, 0.0) * surroundings.timeScale));
        }
        take.sinceUpdate.start();
        takes.m_takes.insert(standing.result.job, take);
    };
    for (const engine::Standing &standing : history.jobs)
        add(standing);
    for (const engine::Standing &standing : history.orphans)
        add(standing);
    takes.m_past = history.others;
    return takes;
}

bool Takes::outlasts(const Take &known, const Take *fromLedger, const batch::Job *job) const
{
    const JobState state = known.progress.result.state;
    if (state != JobState::Failed && state != JobState::Cancelled)
        return false;
    if (!fromLedger)
        return true;
    const batch::JobResult &recorded = fromLedger->progress.result;
    return batch::isFinal(recorded.state) && recorded.state != JobState::Unresolved
        && recorded.submission != known.progress.result.submission
        && fromLedger->begun < known.begun && job && isAskedFor(known, *job);
}

QList<batch::JobId> Takes::restore(Takes past)
{
    QList<batch::JobId> changed;
    for (auto it = m_takes.cbegin(); it != m_takes.cend(); ++it) {
        const auto recorded = past.m_takes.find(it.key());
        const bool none = recorded == past.m_takes.end();
        const batch::Job *job = find(it.key());
        if (outlasts(*it, none ? nullptr : &*recorded, job)) {
            Take kept = *it;
            kept.good.reset();
            if (!none) {
                past.replace(recorded->progress.result);
                if (job && isAskedFor(*recorded, *job))
                    kept.standInFor(*recorded);
            }
            past.m_takes.insert(it.key(), kept);
            continue;
        }
        if (none || !standsAlike(it->progress, recorded->progress))
            changed.append(it.key());
        if (!none)
            recorded->rememberFrom(*it);
    }
    for (auto it = past.m_takes.cbegin(); it != past.m_takes.cend(); ++it) {
        if (!m_takes.contains(it.key()))
            changed.append(it.key());
    }
    m_takes = std::move(past.m_takes);
    m_past = past.m_past;
    return changed;
}

/// The session knows which jobs its references meant; the ledger has but their names.
void Takes::Take::rememberFrom(const Take &known)
{
    if (known.progress.result.submission != progress.result.submission)
        return;
    job = known.job;
    sources = known.sources;
}

/// The job went back to what was made for it before.
bool Takes::givesWay(const Take &known, const Take &fromLedger, const batch::Job *job) const
{
    const batch::JobResult &recorded = fromLedger.progress.result;
    return !known.isUnderWay() && recorded.state == JobState::Succeeded
        && recorded.submission != known.progress.result.submission && job
        && isAskedFor(fromLedger, *job) && !isAskedFor(known, *job);
}

QList<batch::JobId> Takes::restoreDuringRun(Takes past, const QSet<batch::JobId> &inRun)
{
    // What the run has is never taken for something that was left behind, nor for another job's.
    QHash<QString, batch::JobId> holders;
    for (auto it = m_takes.cbegin(); it != m_takes.cend(); ++it)
        holders.insert(it->progress.result.submission, it.key());
    QList<batch::JobId> changed;
    for (auto it = past.m_takes.cbegin(); it != past.m_takes.cend(); ++it) {
        const batch::JobResult &recorded = it->progress.result;
        const auto holder = holders.constFind(recorded.submission);
        const auto known = m_takes.constFind(it.key());
        if (holder != holders.constEnd()) {
            const bool isOver =
                !inRun.contains(*holder) || !m_takes.constFind(*holder)->isUnderWay();
            if (find(*holder) || !isOver || known != m_takes.constEnd())
                continue;
            m_takes.remove(*holder);
        } else if (known != m_takes.constEnd() && !givesWay(*known, *it, find(it.key()))) {
            // One that is open is the run's own, of which it will hear at once.
            if (recorded.state == JobState::Succeeded || !known->isUnderWay())
                past.replace(recorded);
            continue;
        }
        m_takes.insert(it.key(), *it);
        changed.append(it.key());
    }
    m_past = past.m_past;
    return changed;
}

} // namespace ui
