// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobedits.h"

namespace ui {

using batch::Job;
using batch::MediaType;

namespace {

template <typename Value>
void setUnlessImplied(std::optional<Value> &field, const Value &implied, const Value &value)
{
    if (field || value != implied)
        field = value;
}

const Job *nearest(const QList<Job> &jobs, int row, MediaType type)
{
    for (int above = qMin(row, static_cast<int>(jobs.size()) - 1); above >= 0; --above) {
        if (jobs.at(above).type == type)
            return &jobs.at(above);
    }
    for (int below = qMax(row, 0); below < jobs.size(); ++below) {
        if (jobs.at(below).type == type)
            return &jobs.at(below);
    }
    return nullptr;
}

} // namespace

JobSize sizeOf(const Job &job)
{
    return {job.effectiveWidth(), job.effectiveHeight(), job.effectiveDuration(),
            job.effectiveResolution()};
}

Job withSize(Job job, const JobSize &size)
{
    if (job.type == MediaType::Image) {
        setUnlessImplied(job.width, job.effectiveWidth(), size.width);
        setUnlessImplied(job.height, job.effectiveHeight(), size.height);
    } else {
        setUnlessImplied(job.duration, job.effectiveDuration(), size.duration);
        setUnlessImplied(job.resolution, job.effectiveResolution(), size.resolution);
    }
    return job;
}

Job withType(Job job, MediaType type, const catalog::Catalog &catalog)
{
    if (job.type == type)
        return job;
    job.type = type;
    const catalog::Model *model = catalog.find(job.model);
    if (job.model.isEmpty() || (model && model->type != type))
        job.model = firstModel(catalog, type);
    return job;
}

Job withModel(Job job, const QString &modelId, const catalog::Catalog &catalog)
{
    job.model = modelId;
    if (const catalog::Model *model = catalog.find(modelId))
        job.type = model->type;
    return job;
}

QString firstModel(const catalog::Catalog &catalog, MediaType type)
{
    QString first;
    for (const catalog::Model &model : catalog.models()) {
        if (model.type != type)
            continue;
        if (!model.takesImage())
            return model.id;
        if (first.isEmpty())
            first = model.id;
    }
    return first;
}

Job newJobBeside(const QList<Job> &jobs, int row, MediaType type, const catalog::Catalog &catalog)
{
    Job job;
    job.type = type;
    if (const Job *neighbour = nearest(jobs, row, type)) {
        job.model = neighbour->model;
        job.width = neighbour->width;
        job.height = neighbour->height;
        job.duration = neighbour->duration;
        job.resolution = neighbour->resolution;
    } else {
        job.model = firstModel(catalog, type);
    }
    return job;
}

} // namespace ui
