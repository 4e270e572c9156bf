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
    const batch::JobResult earlier = m_earlier.take(job.id);
    createJob(job, static_cast<int>(m_jobs.size()), earlier);
    JobRun &run = *m_jobs.back();
    if (batch::canBeTakenUp(earlier)) {
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
    const batch::JobResult earlier = present->result();
    m_otherCosts += batch::boundCost(earlier);
    m_tally.remove(earlier);
    // It may be what is calling just now.
    present->setParent(&m_replaced);
    present.release()->deleteLater();
    createJob(job, position, earlier);
    enter(*m_jobs[static_cast<size_t>(position)], obstacle);
}

} // namespace engine
