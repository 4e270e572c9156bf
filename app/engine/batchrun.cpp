// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person asks of a run: begin, stop, leave, go on, add.
#include "engine/batchrun.h"

#include "batch/filename.h"
#include "catalog/estimate.h"
#include "engine/batchrunprivate.h"
#include "engine/outputfolder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace engine {

using batch::JobState;

BatchRun::BatchRun(RunRequest request, store::SubmissionStore &store, Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(request), store, clock))
{
}

BatchRun::~BatchRun() = default;

void BatchRun::start()
{
    d->whenQuiet([this] { d->start(); });
}

void BatchRun::stop()
{
    d->whenQuiet([this] { d->stop(); });
}

void BatchRun::leave()
{
    d->whenQuiet([this] { d->leave(); });
}

void BatchRun::setMaxWorkers(int workers)
{
    d->whenQuiet([this, workers] { d->setMaxWorkers(workers); });
}

void BatchRun::setBudget(std::optional<batch::Cost> budget)
{
    d->whenQuiet([this, budget] { d->setBudget(budget); });
}

void BatchRun::setMonthlyLimit(std::optional<batch::Cost> limit)
{
    d->whenQuiet([this, limit] { d->setMonthlyLimit(limit); });
}

void BatchRun::cancel(const QList<batch::JobId> &jobs)
{
    d->whenQuiet([this, jobs] { d->cancel(jobs); });
}

void BatchRun::resume(const atlas::ApiKey &key)
{
    d->whenQuiet([this, key] { d->resume(key); });
}

void BatchRun::add(const RunAddition &addition)
{
    d->whenQuiet([this, addition] { d->add(addition); });
}

bool BatchRun::takesJobs() const
{
    return d->takesJobs();
}

BatchProgress BatchRun::progress() const
{
    return d->progress();
}

BatchRun::Private::Private(BatchRun &run, RunRequest request, store::SubmissionStore &store,
                           Clock &clock)
    : q(run)
    , m_request(std::move(request))
    , m_store(store)
    , m_clock(clock)
    , m_client(m_request.connection)
    , m_reachability(m_client, clock, m_request.jitterSeed)
    , m_wakeWatch(clock, m_request.timeScale)
    , m_uploads(uploadTools(), m_request.jitterSeed)
    , m_queue(clock, m_request.jitterSeed)
    , m_manifest(m_request.outputDir)
    , m_tools{*this,
              m_client,
              store,
              clock,
              m_downloads,
              PollSchedule(m_request.settings.effectivePolling()),
              m_request.connection.downloadTimeout}
    , m_slots(std::max(1, m_request.settings.effectiveMaxWorkers()))
{
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setInterval(100);
    QObject::connect(&m_progressTimer, &QTimer::timeout, &q, [this] {
        if (m_progressDirty)
            publishNow();
    });
    QObject::connect(&m_queue, &JobQueue::opened, &q, [this] { settleSoon(); });
    QObject::connect(&m_reachability, &Reachability::changed, &q,
                     [this](bool away) { awayChanged(away); });
    QObject::connect(&m_wakeWatch, &WakeWatch::jumped, &q, [this] {
        tell(&BatchRun::logged, BatchRun::tr("The clock has jumped: asks at once."));
        hurry();
    });
    QObject::connect(&m_manifest, &ManifestWriter::failed, &q, &BatchRun::fileProblem);
    listenToUploads();
}

void BatchRun::Private::start()
{
    if (m_started)
        return;
    m_started = true;
    m_startedAt = m_clock.elapsed();
    m_otherCosts = m_request.replacedCosts;
    const QList<batch::JobResult> earlier = std::exchange(m_request.earlier, {});
    for (const batch::JobResult &result : earlier)
        noteEarlier(result);
    for (const QString &stem : std::as_const(m_request.fileStems)) {
        m_stems[0].insert(stem);
        m_stems[1].insert(stem);
    }
    const QString problem = prepareFolders(m_request.outputDir, m_request.jobs);
    if (!problem.isEmpty())
        tell(&BatchRun::fileProblem, problem);
    m_jobs.reserve(static_cast<size_t>(m_request.jobs.size()));
    const QList<batch::Job> jobs = std::exchange(m_request.jobs, {});
    addJobs(jobs, m_request.changed, problem);
    m_wakeWatch.start();
    if (m_request.checkBalance)
        checkBalance();
    publishNow();
    settleSoon();
}

void BatchRun::Private::add(const RunAddition &addition)
{
    if (!takesJobs())
        return;
    if (addition.catalog)
        m_request.catalog = *addition.catalog;
    if (addition.names)
        m_request.names = *addition.names;
    m_otherCosts += addition.furtherCosts;
    for (const batch::JobResult &result : addition.earlier)
        noteEarlier(result);
    const QString problem = prepareFolders(m_request.outputDir, addition.jobs);
    if (!problem.isEmpty())
        tell(&BatchRun::fileProblem, problem);
    addJobs(addition.jobs, addition.changed, problem);
    publish();
}

void BatchRun::Private::noteEarlier(const batch::JobResult &result)
{
    if (m_positions.contains(result.job))
        return;
    m_otherCosts -= batch::boundCost(m_earlier.value(result.job));
    m_otherCosts += batch::boundCost(result);
    m_earlier.insert(result.job, result);
    m_manifest.put(result);
}

void BatchRun::Private::stop()
{
    if (!isOpen() || m_stopping)
        return;
    m_stopping = true;
    m_queue.clear();
    m_uploads.stop();
    tell(&BatchRun::logged,
         BatchRun::tr("Stopping: nothing more is submitted; what was submitted is still fetched."));
    for (const auto &job : m_jobs) {
        if (job->state() == JobState::Waiting)
            job->cancel();
        else
            job->runStopped();
    }
    publishNow();
    settleSoon();
}

void BatchRun::Private::leave()
{
    if (!isOpen())
        return;
    m_stopping = true;
    m_queue.clear();
    m_uploads.stop();
    for (const auto &job : m_jobs)
        job->leave();
    finish();
}

void BatchRun::Private::setMaxWorkers(int workers)
{
    m_slots = std::max(1, workers);
    settleSoon();
}

void BatchRun::Private::setBudget(std::optional<batch::Cost> budget)
{
    m_request.settings.budget = budget;
    if (m_paused == PauseReason::Budget)
        resume({});
}

void BatchRun::Private::setMonthlyLimit(std::optional<batch::Cost> limit)
{
    m_request.monthlyLimit = limit;
    if (m_paused == PauseReason::MonthlyLimit)
        resume({});
}

void BatchRun::Private::cancel(const QList<batch::JobId> &jobs)
{
    for (const batch::JobId id : jobs) {
        const auto position = m_positions.constFind(id);
        if (position == m_positions.constEnd())
            continue;
        JobRun &job = *m_jobs[static_cast<size_t>(*position)];
        if (job.state() == JobState::Waiting)
            job.cancel();
    }
}

void BatchRun::Private::hurry()
{
    m_reachability.hurry();
    m_uploads.hurry();
    for (const auto &job : m_jobs)
        job->hurry();
}

void BatchRun::Private::resume(const atlas::ApiKey &key)
{
    if (!key.isEmpty())
        m_client.setKey(key);
    if (!isOpen())
        return;
    m_resumedAt = m_clock.elapsed();
    m_paused.reset();
    m_pauseMessage.clear();
    const auto unsaved = std::exchange(m_outcomesUnsaved, {});
    for (const batch::JobResult &result : unsaved)
        recordOutcome(result, {});
    for (const auto &job : m_jobs)
        job->goOn();
    hurry();
    publishNow();
    settleSoon();
}

} // namespace engine
