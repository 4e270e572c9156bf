// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/remainingtime.h"

#include <algorithm>

namespace engine {

void RemainingTime::waiting(const QString &model, double typical, int jobs)
{
    Lane &lane = m_lanes[model];
    lane.waiting += jobs;
    lane.typicalSum = lane.waiting == 0 ? 0 : lane.typicalSum + jobs * typical;
}

void RemainingTime::measured(const QString &model, double typical, double actual)
{
    for (Measure *measure : {&m_lanes[model].measure, &m_all}) {
        measure->typical += typical;
        measure->actual += actual;
    }
}

std::optional<double> RemainingTime::estimate(int workers, const QList<Running> &running) const
{
    const double common = m_all.factorOr(1);
    double work = 0;
    double longest = 0;
    for (const Lane &lane : m_lanes) {
        if (lane.waiting == 0)
            continue;
        const double mean = lane.typicalSum / lane.waiting * lane.measure.factorOr(common);
        work += mean * lane.waiting;
        longest = std::max(longest, mean);
    }
    for (const Running &job : running) {
        const double expected = job.typical * m_lanes.value(job.model).measure.factorOr(common);
        // What is overdue may end at any moment; a tenth of its time is as good a guess as any.
        const double left = std::max(expected - job.elapsed, expected / 10);
        work += left;
        longest = std::max(longest, left);
    }
    if (work <= 0)
        return std::nullopt;
    return std::max(work / std::max(1, workers), longest);
}

} // namespace engine
