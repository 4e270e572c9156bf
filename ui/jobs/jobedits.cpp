// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobedits.h"

#include "batch/jobjson.h"
#include "batch/problem.h"

namespace ui {

using batch::Job;
using batch::MediaType;

namespace {

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

catalog::ModelChange withType(const Job &job, MediaType type, const catalog::Catalog &catalog)
{
    if (job.type == type)
        return {job, {}};
    const catalog::Model *model = catalog.find(job.model);
    const bool givesWay = job.model.isEmpty() || (model && model->type != type);
    catalog::ModelChange change{job, {}};
    if (givesWay)
        change = catalog::changeModel(catalog, job, firstModel(catalog, type));
    change.job.type = type;
    return change;
}

QList<catalog::Dropped> takeStillSaid(QList<catalog::Dropped> *dropped, const Job &job)
{
    const QJsonObject said = batch::toJson(job);
    const QString params = batch::toKey(batch::Field::Params) + u'.';
    QList<catalog::Dropped> still;
    dropped->removeIf([&](const catalog::Dropped &each) {
        const bool isSaid = each.name.startsWith(params)
            ? job.params.contains(each.name.mid(params.size()))
            : said.contains(each.name);
        if (isSaid)
            still.append(each);
        return isSaid;
    });
    return still;
}

QString firstModel(const catalog::Catalog &catalog, MediaType type)
{
    QString first;
    for (const catalog::Model &model : catalog.models()) {
        if (model.type != type || !model.listed)
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
        job.aspectRatio = neighbour->aspectRatio;
        job.duration = neighbour->duration;
        job.resolution = neighbour->resolution;
    } else {
        job.model = firstModel(catalog, type);
    }
    return job;
}

} // namespace ui
