// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/commonnames.h"

#include "catalog/request/commonfields.h"
#include "catalog/request/counterparts.h"

namespace catalog {

using batch::Field;

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

/// What the request has under that name.
QJsonValue sent(const batch::Job &job, const Model &model, const QString &name, bool said)
{
    const Parameters parameters = parametersFor(job, &model);
    for (const Filled &each : parameters.filled) {
        if (each.name == name && each.said == said)
            return each.value;
    }
    return nothing;
}

/// Where sides follow from the job's shape, they become its own: then one of them can change.
void writeOutSides(batch::Job &job, const Model &model, const FrameParameters &frame)
{
    if (frame.aspectRatio || !job.aspectRatio)
        return;
    batch::Job own = job;
    own.aspectRatio.reset();
    if (frame.width)
        setCommon(own, CommonName::Width, sent(job, model, frame.width->name, true));
    if (frame.height)
        setCommon(own, CommonName::Height, sent(job, model, frame.height->name, true));
    job = own;
}

void clear(batch::Job &job, const Model &model, CommonName role)
{
    const FrameParameters frame(model);
    if (role == CommonName::Width || role == CommonName::Height)
        writeOutSides(job, model, frame);
    if (role == CommonName::Prompt)
        job.prompt.clear();
    else if (role == CommonName::Image)
        job.setPicture({});
    else
        clearField(job, fieldFor(role));

    // What else reaches the model by this parameter.
    const bool hasSides = frame.width || frame.height || frame.size;
    if (role == CommonName::Size || (role == CommonName::AspectRatio && !hasSides)) {
        job.width.reset();
        job.height.reset();
    }
    if (role == CommonName::Size && !frame.aspectRatio)
        job.aspectRatio.reset();
    if (role == CommonName::Size && !frame.resolution)
        job.resolution.reset();
}

batch::Job without(batch::Job job, const Model &model, const Parameter &parameter)
{
    job.params.remove(parameter.name);
    if (const auto role = roleOf(model, parameter))
        clear(job, model, *role);
    return job;
}

} // namespace

Field fieldOf(const Model &model, const Parameter &parameter)
{
    const auto role = roleOf(model, parameter);
    return role ? fieldFor(*role) : Field::Params;
}

QJsonValue valueOf(const batch::Job &job, const Model &model, const Parameter &parameter)
{
    return sent(job, model, parameter.name, true);
}

QJsonValue defaultOf(const batch::Job &job, const Model &model, const Parameter &parameter)
{
    const QJsonValue filled = sent(without(job, model, parameter), model, parameter.name, false);
    return filled.isUndefined() ? parameter.defaultValue : filled;
}

batch::Job withValue(batch::Job job, const Model &model, const Parameter &parameter,
                     const QJsonValue &value, Saying saying)
{
    const auto role = roleOf(model, parameter);
    batch::Job common = without(job, model, parameter);
    if (role == CommonName::Image) { // it stays under the key that the job uses
        common.image = job.image;
        common.imageUrl = job.imageUrl;
    }
    job = without(std::move(job), model, parameter);
    if (value.isUndefined())
        return job;
    if (saying == Saying::AsNeeded && value == defaultOf(job, model, parameter))
        return job;
    if (role && setCommon(common, *role, value)
        && sent(common, model, parameter.name, true) == value)
        return common;
    job.params.insert(parameter.name, value);
    return job;
}

} // namespace catalog
