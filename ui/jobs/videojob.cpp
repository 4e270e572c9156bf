// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/videojob.h"

#include "batch/expansion/expand.h"
#include "batch/references/references.h"
#include "catalog/estimate.h"
#include "catalog/modelcheck.h"

#include <algorithm>
#include <tuple>

namespace ui {

using batch::Job;
using batch::MediaType;

namespace {

bool isVideoFromPicture(const Job &job)
{
    return job.type == MediaType::Video && job.picture() && !job.model.isEmpty();
}

const Job *nearestVideo(const QList<Job> &jobs, int place)
{
    for (int above = place; above >= 0; --above) {
        if (isVideoFromPicture(jobs.at(above)))
            return &jobs.at(above);
    }
    const auto below = std::find_if(std::next(jobs.begin(), place), jobs.end(), isVideoFromPicture);
    return below == jobs.end() ? nullptr : &*below;
}

/// One that the model must be able to make.
Job trial(const Job &source, const QString &model)
{
    Job job;
    job.type = MediaType::Video;
    job.model = model;
    job.name = source.name;
    job.prompt = source.prompt;
    job.image = batch::referenceTo(source.name);
    return job;
}

/// An error of its prompt would be one with any model.
bool canMake(const catalog::Catalog &catalog, const Job &job)
{
    return std::ranges::none_of(catalog::check(catalog, job), [](const batch::Problem &problem) {
        return problem.severity == batch::Severity::Error && problem.field != batch::Field::Prompt;
    });
}

bool isFor(const catalog::Model *model)
{
    return model && model->listed && model->type == MediaType::Video
        && model->kind == catalog::ModelKind::ImageToVideo;
}

QString modelFor(const Job &source, const catalog::Catalog &catalog, const QStringList &recent)
{
    for (const QString &model : recent) {
        if (isFor(catalog.find(model)) && canMake(catalog, trial(source, model)))
            return model;
    }
    QString cheapest;
    std::tuple<bool, batch::Cost> least;
    for (const catalog::Model &model : catalog.models()) {
        if (!isFor(&model) || !canMake(catalog, trial(source, model.id)))
            continue;
        const catalog::Estimate estimate = catalog::estimate(catalog, trial(source, model.id));
        // A price that nobody knows is no low one.
        const std::tuple rank(estimate.guess, estimate.cost);
        if (cheapest.isEmpty() || rank < least) {
            cheapest = model.id;
            least = rank;
        }
    }
    return cheapest;
}

} // namespace

Job videoPattern(const QList<Job> &jobs, int source, const catalog::Catalog &catalog,
                 const QStringList &recent)
{
    Job pattern;
    pattern.type = MediaType::Video;
    if (const Job *other = nearestVideo(jobs, source)) {
        pattern.model = other->model;
        pattern.duration = other->duration;
        pattern.resolution = other->resolution;
    } else {
        pattern.model = modelFor(jobs.at(source), catalog, recent);
    }
    return pattern;
}

batch::JobSource videoFrom(const Job &source, const QString &image, const QString &name,
                           const Job &pattern)
{
    Job job = pattern;
    job.id = batch::newJobId();
    job.name = name;
    job.prompt = source.prompt;
    batch::JobSource entry = batch::asEntry(job);
    entry.job.image = image;
    return entry;
}

} // namespace ui
