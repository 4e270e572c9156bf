// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inputs/linkwaiters.h"

namespace engine {

void LinkWaiters::add(int position, const InputFile &file)
{
    QList<InputFile> &files = m_files[position];
    if (files.contains(file))
        return;
    files.append(file);
    m_jobs[file].append(position);
}

void LinkWaiters::drop(int position)
{
    const QList<InputFile> files = m_files.take(position);
    for (const InputFile &file : files) {
        const auto jobs = m_jobs.find(file);
        jobs->removeOne(position);
        if (jobs->isEmpty())
            m_jobs.erase(jobs);
    }
}

QList<int> LinkWaiters::take(const InputFile &file)
{
    const QList<int> jobs = jobsFor(file);
    for (const int position : jobs)
        drop(position);
    return jobs;
}

} // namespace engine
