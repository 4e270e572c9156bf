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

namespace {

/// Paid for and not fetched: to be asked for, never to be submitted again.
bool canBeTakenUp(const batch::JobResult &result)
{
    return !result.predictionId.isEmpty()
        && (result.state == JobState::Generating || result.state == JobState::Downloading);
}

/// What a result that is about to be replaced has cost, or may have.
batch::Cost costToKeep(const batch::JobResult &result)
{
    const bool counts = result.state == JobState::Succeeded || result.state == JobState::Unresolved
        || canBeTakenUp(result);
    return counts ? result.cost : batch::Cost();
}

/// A server that runs faster than life still draws and encodes in real time: a patience that
/// nobody chose lasts two minutes of it, however fast the run's clock goes.
batch::Job patient(batch::Job job, double timeScale)
{
    constexpr double leastRealWait = 120; // s
    if (!job.maxWait)
        job.maxWait = std::max(job.effectiveMaxWait(), leastRealWait * timeScale);
    return job;
}

} // namespace

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

void BatchRun::resume(const atlas::ApiKey &key)
{
    d->whenQuiet([this, key] { d->resume(key); });
}

void BatchRun::add(const QList<batch::Job> &jobs)
{
    d->whenQuiet([this, jobs] { d->add(jobs); });
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
    , m_queue(clock, m_request.jitterSeed)
    , m_manifest(m_request.outputDir)
    , m_tools{*this,
              m_client,
              store,
              clock,
              m_downloads,
              m_request.catalog,
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
    QObject::connect(&m_manifest, &ManifestWriter::failed, &q, &BatchRun::fileProblem);
}

void BatchRun::Private::start()
{
    if (m_started)
        return;
    m_started = true;
    m_startedAt = m_clock.elapsed();
    m_otherCosts = m_request.replacedCosts;
    const QList<batch::JobResult> earlier = std::exchange(m_request.earlier, {});
    for (const batch::JobResult &result : earlier) {
        m_earlier.insert(result.job, result);
        m_manifest.put(result);
        m_otherCosts += costToKeep(result);
    }
    for (const QString &stem : std::as_const(m_request.fileStems)) {
        m_stems[0].insert(stem);
        m_stems[1].insert(stem);
    }
    const QString problem = prepareFolders(m_request.outputDir, m_request.jobs);
    if (!problem.isEmpty())
        tell(&BatchRun::fileProblem, problem);
    m_jobs.reserve(static_cast<size_t>(m_request.jobs.size()));
    const QList<batch::Job> jobs = std::exchange(m_request.jobs, {});
    for (const batch::Job &job : jobs) {
        if (!m_positions.contains(job.id))
            addJob(job, problem);
    }
    publishNow();
    settleSoon();
}

QString BatchRun::Private::stemFor(const batch::Job &job)
{
    const bool video = job.type == batch::MediaType::Video;
    QHash<QString, batch::JobId> &users = m_stemUsers[video];
    const auto given = m_request.fileStems.constFind(job.id);
    // A job whose type was changed meanwhile may find its stem in use in the other folder.
    if (given != m_request.fileStems.constEnd() && users.value(*given, job.id) == job.id) {
        users.insert(*given, job.id);
        return *given;
    }
    const QString plain = batch::fileStem(job.name);
    QString stem = plain;
    QSet<QString> &taken = m_stems[video];
    for (int number = 2; taken.contains(stem) || users.contains(stem); ++number)
        stem = u"%1_%2"_s.arg(plain).arg(number);
    taken.insert(stem);
    users.insert(stem, job.id);
    m_request.fileStems.insert(job.id, stem);
    return stem;
}

void BatchRun::Private::createJob(const batch::Job &job, int position)
{
    const JobPlan plan{patient(job, m_request.timeScale),
                       catalog::estimate(m_request.catalog, job),
                       catalog::typicalTime(m_request.catalog, job),
                       {resultFolder(m_request.outputDir, job.type), stemFor(job)}};
    auto run = std::make_unique<JobRun>(position, plan, m_tools);
    m_tally.add(run->result());
    if (position == static_cast<int>(m_jobs.size()))
        m_jobs.push_back(std::move(run));
    else
        m_jobs[static_cast<size_t>(position)] = std::move(run);
    m_positions.insert(job.id, position);
}

/// The job waits for a slot; or fails, where there is no place for its result.
void BatchRun::Private::enter(JobRun &job, const QString &obstacle)
{
    job.enter();
    if (obstacle.isEmpty())
        jobReady(job);
    else
        job.fail(obstacle);
}

void BatchRun::Private::addJob(const batch::Job &job, const QString &obstacle)
{
    createJob(job, static_cast<int>(m_jobs.size()));
    JobRun &run = *m_jobs.back();
    const batch::JobResult earlier = m_earlier.take(job.id);
    if (canBeTakenUp(earlier)) {
        // From here on it is on this run's bill.
        m_otherCosts -= earlier.cost;
        run.takeUp(earlier);
    } else {
        enter(run, obstacle);
    }
}

void BatchRun::Private::addAgain(const batch::Job &job, int position, const QString &obstacle)
{
    std::unique_ptr<JobRun> &present = m_jobs[static_cast<size_t>(position)];
    if (present->isParked()) {
        present->unpark();
        return;
    }
    if (!batch::isFinal(present->state()))
        return;
    m_otherCosts += costToKeep(present->result());
    m_tally.remove(present->result());
    // It may be what is calling just now.
    present->setParent(&m_replaced);
    present.release()->deleteLater();
    createJob(job, position);
    enter(*m_jobs[static_cast<size_t>(position)], obstacle);
}

void BatchRun::Private::add(const QList<batch::Job> &jobs)
{
    if (!takesJobs())
        return;
    const QString problem = prepareFolders(m_request.outputDir, jobs);
    if (!problem.isEmpty())
        tell(&BatchRun::fileProblem, problem);
    for (const batch::Job &job : jobs) {
        const auto known = m_positions.constFind(job.id);
        if (known != m_positions.constEnd())
            addAgain(job, *known, problem);
        else
            addJob(job, problem);
    }
    publish();
}

void BatchRun::Private::stop()
{
    if (!isOpen() || m_stopping)
        return;
    m_stopping = true;
    m_queue.clear();
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

void BatchRun::Private::resume(const atlas::ApiKey &key)
{
    if (!key.isEmpty())
        m_client.setKey(key);
    if (!isOpen())
        return;
    m_resumedAt = m_clock.elapsed();
    m_paused.reset();
    m_pauseMessage.clear();
    const QList<Outcome> unsaved = std::exchange(m_outcomesUnsaved, {});
    for (const Outcome &outcome : unsaved)
        recordOutcome(outcome.submission, outcome.result);
    for (const auto &job : m_jobs)
        job->goOn();
    publishNow();
    settleSoon();
}

} // namespace engine
