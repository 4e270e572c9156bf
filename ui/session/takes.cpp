// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/takes.h"

#include "batch/references/references.h"
#include "catalog/estimate.h"
#include "catalog/request/usual.h"

#include <algorithm>

namespace ui {

using batch::JobState;

namespace {

bool startsAnew(JobState state)
{
    return state == JobState::Draft || state == JobState::Failed || state == JobState::Cancelled;
}

} // namespace

Takes::Takes(Find find)
    : m_find(std::move(find))
{
}

bool Takes::Take::isUnderWay() const
{
    const JobState state = progress.result.state;
    return !batch::isFinal(state) || state == JobState::Unresolved;
}

bool Takes::Take::standsByGood() const
{
    const JobState state = progress.result.state;
    return good && (state == JobState::Failed || state == JobState::Cancelled);
}

void Takes::Take::standInFor(const Take &earlier)
{
    const batch::JobResult &result = earlier.progress.result;
    good = result.state == JobState::Succeeded ? result : earlier.good;
}

void Takes::replace(const batch::JobResult &result)
{
    if (batch::bindsMoney(result.state))
        m_past.add(result.model, result.cost, result.state, result.costIsGuess);
}

void Takes::begin(const batch::Job &job, double timeScale, const batch::Usual &usual,
                  const batch::JobNames &names)
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
    take.usual = usual;
    take.sources = batch::sourcesOf(job, names);
    take.begun = QDateTime::currentDateTimeUtc();
    take.progress.result.job = job.id;
    take.progress.result.name = job.name;
    take.progress.result.model = job.model;
    take.progress.result.type = job.type;

    const auto earlier = m_takes.constFind(job.id);
    if (earlier != m_takes.constEnd()) {
        const batch::JobResult &result = earlier->progress.result;
        replace(result);
        if (isAskedFor(*earlier, job))
            take.standInFor(*earlier);
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
    const bool isWanted = isAskedFor(*it, job);
    batch::Job asSubmitted = isWanted ? job : it->job;
    asSubmitted.name = job.name;
    asSubmitted.maxWait = job.maxWait;
    // Should it fail after all, another attempt would make, and pay for, what nobody wants by now.
    asSubmitted.maxRetries = isWanted && job.enabled ? job.maxRetries : 0;
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
    return replaceable && !isAskedFor(*it, job) ? JobState::Draft : state;
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

bool Takes::asksAnew(const batch::Job &job) const
{
    const auto it = m_takes.constFind(job.id);
    return it != m_takes.constEnd() && !isAskedFor(*it, job);
}

bool Takes::isAskedFor(const Take &take, const batch::Job &job) const
{
    const auto named = [&](const QString &then) {
        const auto source = take.sources.constFind(then);
        const batch::Job *meant = source == take.sources.constEnd() ? nullptr : find(*source);
        return meant ? meant->name : then;
    };
    if (take.sources.isEmpty())
        return catalog::asksForTheSame(job, take.job, take.request, take.usual);
    const batch::Job asked = batch::withReferences(take.job, named);
    return catalog::asksForTheSame(job, asked, take.request, take.usual);
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

QSet<batch::JobId> Takes::outdated() const
{
    QSet<batch::JobId> ids;
    for (auto it = m_takes.cbegin(); it != m_takes.cend(); ++it) {
        const bool isComing = batch::isActive(it->progress.result.state);
        const batch::Job *job = isComing ? find(it.key()) : nullptr;
        if (job && !isAskedFor(*it, *job))
            ids.insert(it.key());
    }
    return ids;
}

QSet<batch::JobId> Takes::underWayElsewhere(const QList<batch::Job> &jobs) const
{
    QList<const Take *> strays;
    for (auto it = m_takes.cbegin(); it != m_takes.cend(); ++it) {
        if (it->isUnderWay() && !find(it.key()))
            strays.append(&*it);
    }
    QSet<batch::JobId> ids;
    for (const batch::Job &job : jobs) {
        const bool isStray = !find(job.id);
        const auto isIt = [&](const Take *take) { return isAskedFor(*take, job); };
        if (!isStray && std::ranges::any_of(strays, isIt))
            ids.insert(job.id);
    }
    return ids;
}

bool Takes::wasNeverSubmitted(batch::JobId job) const
{
    const auto it = m_takes.constFind(job);
    return it == m_takes.constEnd()
        || (!it->isUnderWay() && it->progress.result.submission.isEmpty());
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
    for (auto it = m_takes.cbegin(); it != m_takes.cend(); ++it) {
        results.append(it->standsByGood() ? *it->good : it->progress.result);
        // A run that takes this one up would think that it is there already.
        if (it->showsEarlier && !it->standsByGood())
            results.last().outputs.clear();
        if (const batch::Job *job = find(it.key()))
            results.last().name = job->name;
    }
    // They keep their places in the manifest from run to run.
    std::ranges::sort(results, {}, &batch::JobResult::job);
    return results;
}

batch::Cost Takes::pastCosts() const
{
    batch::Cost costs = m_past.all.total();
    for (const Take &take : m_takes) {
        if (take.standsByGood())
            costs -= take.good->cost;
    }
    return costs;
}

batch::Cost Takes::pastCostsWith(const QSet<batch::JobId> &jobs) const
{
    batch::Cost costs = pastCosts();
    for (const batch::JobResult &result : results())
        costs += jobs.contains(result.job) ? batch::boundCost(result) : batch::Cost();
    return costs;
}

batch::Bill Takes::bill(const batch::Batch &batch, const Price &price) const
{
    batch::Bill bill = m_past;
    for (const Take &take : m_takes) {
        const batch::JobResult &result = take.progress.result;
        if (batch::bindsMoney(result.state))
            bill.add(result.model, result.cost, result.state, result.costIsGuess);
    }
    for (const batch::Job &job : batch.jobs) {
        const JobState state = stateOf(job);
        if (state != JobState::Waiting && !(job.enabled && startsAnew(state)))
            continue;
        if (const auto each = price(job))
            bill.add(job.model, each->cost, JobState::Waiting, each->guess);
    }
    return bill;
}

} // namespace ui
