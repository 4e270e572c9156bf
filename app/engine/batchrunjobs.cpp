// SPDX-License-Identifier: GPL-3.0-or-later
//
// How jobs come into a run: new ones, those of earlier runs, further takes.
#include "engine/batchrunprivate.h"

#include "batch/filename.h"
#include "catalog/estimate.h"
#include "engine/outputfolder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace engine {

using batch::JobState;

namespace {

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

void BatchRun::Private::createJob(const batch::Job &job, int position,
                                  const batch::JobResult &earlier)
{
    const bool replaces = earlier.state == JobState::Unresolved;
    const JobPlan plan{patient(job, m_request.timeScale),
                       catalog::mediaInputs(job, m_request.catalog.find(job.model)),
                       batch::sourcesOf(job, m_request.names),
                       m_request.catalog,
                       catalog::estimate(m_request.catalog, job),
                       catalog::typicalTime(m_request.catalog, job),
                       {resultFolder(m_request.outputDir, job.type), stemFor(job), 0, {}},
                       replaces ? earlier.submission : QString()};
    auto run = std::make_unique<JobRun>(position, plan, m_tools);
    m_tally.add(run->result());
    if (position == static_cast<int>(m_jobs.size()))
        m_jobs.push_back(std::move(run));
    else
        m_jobs[static_cast<size_t>(position)] = std::move(run);
    m_positions.insert(job.id, position);
}

/// The job waits for a slot; or fails, where it can't be made.
void BatchRun::Private::enter(JobRun &job, const QString &obstacle)
{
    readFilesAnew(job);
    if (obstacle.isEmpty())
        jobReady(job);
    else
        job.fail(obstacle);
}

/// All of them are known before the first is looked at: a job may start from the result of one
/// that comes after it.
void BatchRun::Private::addJobs(const QList<batch::Job> &jobs, QSet<batch::JobId> changed,
                                const QString &obstacle)
{
    QList<batch::JobId> entering;
    for (const batch::Job &job : jobs) {
        const auto known = m_positions.constFind(job.id);
        const bool enters = known == m_positions.constEnd() ? addJob(job) : addAgain(job, *known);
        if (enters) {
            entering.append(job.id);
            changed.remove(job.id); // it is made as it reads now
        }
    }
    for (const batch::JobId id : std::as_const(entering))
        m_jobs[static_cast<size_t>(m_positions.value(id))]->enter();
    for (const batch::JobId id : std::as_const(entering)) {
        JobRun &job = *m_jobs[static_cast<size_t>(m_positions.value(id))];
        enter(job, obstacle.isEmpty() ? outOfDate(job, changed) : obstacle);
    }
}

/// Whether it is to enter; false: it is taken up.
bool BatchRun::Private::addJob(const batch::Job &job)
{
    const batch::JobResult earlier = m_earlier.take(job.id);
    createJob(job, static_cast<int>(m_jobs.size()), earlier);
    if (!batch::canBeTakenUp(earlier))
        return true;
    // From here on it is on this run's bill.
    m_otherCosts -= earlier.cost;
    m_jobs.back()->takeUp(earlier);
    return false;
}

bool BatchRun::Private::addAgain(const batch::Job &job, int position)
{
    std::unique_ptr<JobRun> &present = m_jobs[static_cast<size_t>(position)];
    if (present->isParked()) {
        present->unpark();
        return false;
    }
    if (!batch::isFinal(present->state()))
        return false;
    const batch::JobResult earlier = present->result();
    m_otherCosts += batch::boundCost(earlier);
    m_tally.remove(earlier);
    // It may be what is calling just now.
    present->setParent(&m_replaced);
    present.release()->deleteLater();
    createJob(job, position, earlier);
    return true;
}

} // namespace engine
