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

bool Takes::outlasts(const Take &known, const Take *fromLedger, const batch::Job *job)
{
    const JobState state = known.progress.result.state;
    if (state != JobState::Failed && state != JobState::Cancelled)
        return false;
    if (!fromLedger)
        return true;
    const batch::JobResult &recorded = fromLedger->progress.result;
    return batch::isFinal(recorded.state) && recorded.state != JobState::Unresolved
        && recorded.submission != known.progress.result.submission
        && fromLedger->begun < known.begun && job && known.job.sameRequest(*job);
}

QList<batch::JobId> Takes::restore(Takes past, const Find &find)
{
    QList<batch::JobId> changed;
    for (auto it = m_takes.cbegin(); it != m_takes.cend(); ++it) {
        const auto recorded = past.m_takes.constFind(it.key());
        const bool none = recorded == past.m_takes.cend();
        if (outlasts(*it, none ? nullptr : &*recorded, find(it.key()))) {
            if (!none) {
                const batch::JobResult &result = recorded->progress.result;
                if (result.state == JobState::Succeeded)
                    past.m_past.add(result.model, result.cost, result.state, result.costIsGuess);
            }
            past.m_takes.insert(it.key(), *it);
        } else if (none || !standsAlike(it->progress, recorded->progress)) {
            changed.append(it.key());
        }
    }
    for (auto it = past.m_takes.cbegin(); it != past.m_takes.cend(); ++it) {
        if (!m_takes.contains(it.key()))
            changed.append(it.key());
    }
    *this = std::move(past);
    return changed;
}

} // namespace ui
