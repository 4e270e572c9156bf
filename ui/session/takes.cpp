// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/takes.h"

#include "catalog/estimate.h"

#include <algorithm>

namespace ui {

using batch::JobState;

namespace {

bool hasMoney(JobState state)
{
    return state == JobState::Succeeded || state == JobState::Unresolved || batch::isActive(state);
}

bool startsAnew(JobState state)
{
    return state == JobState::Draft || state == JobState::Failed || state == JobState::Cancelled;
}

} // namespace

void Takes::begin(const batch::Job &job, double timeScale)
{
    const auto parked = m_takes.find(job.id);
    if (parked != m_takes.end() && parked->progress.parked) {
        // It was paid for as it read then; the run only fetches it.
        parked->timeScale = timeScale;
        return;
    }
    Take take;
    take.job = job;
    take.timeScale = timeScale;
    take.begun = QDateTime::currentDateTimeUtc();
    take.progress.result.job = job.id;
    take.progress.result.name = job.name;
    take.progress.result.model = job.model;
    take.progress.result.type = job.type;

    const auto earlier = m_takes.constFind(job.id);
    if (earlier != m_takes.constEnd()) {
        const batch::JobResult &result = earlier->progress.result;
        if (hasMoney(result.state))
            m_past.add(result.model, result.cost, result.state, result.costIsGuess);
        // Until the new take brings something, the earlier one's files are still what there is.
        take.progress.result.outputs = result.outputs;
        take.showsEarlier = true;
    }
    take.sinceUpdate.start();
    m_takes.insert(job.id, take);
}

batch::Job Takes::toRun(const batch::Job &job) const
{
    const auto it = m_takes.constFind(job.id);
    if (it == m_takes.constEnd() || !it->progress.parked)
        return job;
    batch::Job asSubmitted = it->job;
    asSubmitted.name = job.name;
    asSubmitted.maxWait = job.maxWait;
    // Should it fail after all, another attempt would make, and pay for, what nobody wants by now.
    const bool stillWanted = job.enabled && asSubmitted.sameRequest(job);
    asSubmitted.maxRetries = stillWanted ? job.maxRetries : 0;
    return asSubmitted;
}

void Takes::withdraw(batch::JobId job)
{
    const auto it = m_takes.find(job);
    if (it == m_takes.end() || it->progress.result.state != JobState::Waiting)
        return;
    it->progress.result.state = JobState::Cancelled;
    it->progress.result.cost = {};
}

void Takes::forget(batch::JobId job)
{
    const auto it = m_takes.constFind(job);
    if (it == m_takes.constEnd())
        return;
    const batch::JobResult &result = it->progress.result;
    if (it->progress.parked)
        m_past.add(result.model, result.cost, JobState::Succeeded, result.costIsGuess);
    else if (result.state != JobState::Unresolved)
        return;
    m_takes.erase(it);
}

bool Takes::update(const engine::JobProgress &progress)
{
    const auto it = m_takes.find(progress.result.job);
    if (it == m_takes.end())
        return false;
    const QList<batch::Output> shown = it->progress.result.outputs;
    it->progress = progress;
    it->showsEarlier = progress.result.outputs.isEmpty();
    if (it->showsEarlier)
        it->progress.result.outputs = shown;
    it->sinceUpdate.restart();
    return true;
}

void Takes::clear()
{
    m_takes.clear();
    m_past = {};
}

JobState Takes::stateOf(const batch::Job &job) const
{
    const auto it = m_takes.constFind(job.id);
    if (it == m_takes.constEnd())
        return JobState::Draft;
    const JobState state = it->progress.result.state;
    const bool replaceable = batch::isFinal(state) && state != JobState::Unresolved;
    return replaceable && !it->job.sameRequest(job) ? JobState::Draft : state;
}

const engine::JobProgress *Takes::progressOf(batch::JobId job) const
{
    const auto it = m_takes.constFind(job);
    return it == m_takes.constEnd() ? nullptr : &it->progress;
}

double Takes::fractionOf(batch::JobId job) const
{
    const auto it = m_takes.constFind(job);
    if (it == m_takes.constEnd())
        return 0;
    engine::JobProgress now = it->progress;
    if (now.result.state == JobState::Generating && !now.parked) {
        now.elapsed += std::chrono::milliseconds(
            static_cast<qint64>(static_cast<double>(it->sinceUpdate.elapsed()) * it->timeScale));
    }
    return now.fraction();
}

bool Takes::wantsRun(const batch::Job &job) const
{
    const auto it = m_takes.constFind(job.id);
    return (it != m_takes.constEnd() && it->progress.parked) || startsAnew(stateOf(job));
}

bool Takes::isParked(batch::JobId job) const
{
    const auto it = m_takes.constFind(job);
    return it != m_takes.constEnd() && it->progress.parked;
}

const batch::Job *Takes::jobOf(batch::JobId job) const
{
    const auto it = m_takes.constFind(job);
    return it == m_takes.constEnd() ? nullptr : &it->job;
}

QJsonObject Takes::requestOf(batch::JobId job) const
{
    const auto it = m_takes.constFind(job);
    return it == m_takes.constEnd() ? QJsonObject() : it->request;
}

QList<batch::JobResult> Takes::results() const
{
    QList<batch::JobResult> results;
    results.reserve(m_takes.size());
    for (const Take &take : m_takes) {
        results.append(take.progress.result);
        // A run that takes this one up would think that it is there already.
        if (take.showsEarlier)
            results.last().outputs.clear();
    }
    // They keep their places in the manifest from run to run.
    std::ranges::sort(results, {}, &batch::JobResult::job);
    return results;
}

batch::Bill Takes::bill(const batch::Batch &batch, const Price &price) const
{
    batch::Bill bill = m_past;
    for (const Take &take : m_takes) {
        const batch::JobResult &result = take.progress.result;
        if (hasMoney(result.state))
            bill.add(result.model, result.cost, result.state, result.costIsGuess);
    }
    for (int row = 0; row < batch.jobs.size(); ++row) {
        const batch::Job &job = batch.jobs.at(row);
        const JobState state = stateOf(job);
        if (state != JobState::Waiting && !(job.enabled && startsAnew(state)))
            continue;
        if (const auto each = price(row))
            bill.add(job.model, each->cost, JobState::Waiting, each->guess);
    }
    return bill;
}

} // namespace ui
