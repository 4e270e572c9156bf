// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/source.h"

#include <algorithm>
#include <tuple>

namespace batch {

bool JobSource::sameContent(const JobSource &other) const
{
    return job.sameContent(other.job)
        && std::tie(saysType, vars, matrix, count, exclude)
        == std::tie(other.saysType, other.vars, other.matrix, other.count, other.exclude);
}

bool JobDefaults::isEmpty() const
{
    return *this == JobDefaults();
}

bool operator==(const JobDefaults &a, const JobDefaults &b)
{
    return a.job.sameContent(b.job) && std::tie(a.saysType, a.vars) == std::tie(b.saysType, b.vars);
}

bool Defaults::isEmpty() const
{
    return all.isEmpty() && image.isEmpty() && video.isEmpty();
}

namespace {

bool haveSameContent(const QList<JobSource> &a, const QList<JobSource> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const JobSource &x, const JobSource &y) { return x.sameContent(y); });
}

} // namespace

bool operator==(const Included &a, const Included &b)
{
    return haveSameContent(a.jobs, b.jobs)
        && std::tie(a.path, a.folder, a.vars, a.defaults, a.models, a.included)
        == std::tie(b.path, b.folder, b.vars, b.defaults, b.models, b.included);
}

BatchSource::BatchSource(const Batch &plain)
    : settings(plain.settings)
    , jobs(plain.jobs.begin(), plain.jobs.end())
{
}

bool sameContent(const BatchSource &a, const BatchSource &b)
{
    return a.settings == b.settings && a.include == b.include && a.vars == b.vars
        && a.defaults == b.defaults && a.maxVariations == b.maxVariations
        && haveSameContent(a.jobs, b.jobs);
}

} // namespace batch
