// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobsize.h"

#include "catalog/request/commonnames.h"
#include "catalog/request/forms.h"

#include <QRegularExpression>
#include <QSize>

#include <algorithm>
#include <tuple>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Field;
using batch::Job;
using batch::MediaType;
using catalog::Model;
using catalog::Parameter;

namespace {

bool isDescribed(const Model *model)
{
    return model && model->hasSchema;
}

bool isShape(Field field)
{
    return field == Field::Width || field == Field::Height || field == Field::AspectRatio;
}

/// The model's parameters that a job's width, height or ratio can reach it by.
QList<const Parameter *> shapeParameters(const Model &model)
{
    QList<const Parameter *> found;
    for (const Parameter &parameter : model.parameters) {
        if (isShape(catalog::fieldOf(model, parameter)))
            found.append(&parameter);
    }
    return found;
}

const Parameter *parameterFor(const Model &model, Field field)
{
    for (const Parameter &parameter : model.parameters) {
        if (catalog::fieldOf(model, parameter) == field)
            return &parameter;
    }
    return nullptr;
}

/// Width, height and ratio that hold with a model's schema.
JobSize shapeOf(const Job &job, const Model &model)
{
    JobSize shape;
    for (const Parameter *parameter : shapeParameters(model)) {
        QJsonValue value = catalog::valueOf(job, model, *parameter);
        if (value.isUndefined())
            value = catalog::defaultOf(job, model, *parameter);
        if (value.isString()) {
            const auto [width, height] = pixelsOf(value.toString());
            if (width > 0)
                std::tie(shape.width, shape.height) = std::pair(width, height);
            else if (shape.aspectRatio.isEmpty())
                shape.aspectRatio = value.toString();
        } else if (catalog::fieldOf(model, *parameter) == Field::Width) {
            shape.width = value.toInt();
        } else {
            shape.height = value.toInt();
        }
    }
    return shape;
}

/// The parts of a value that take its place: what `params` says of those fields would win.
void takeFromParams(Job *job, const Model *model, const QList<Field> &fields)
{
    for (const Field field : fields) {
        job->params.remove(batch::toKey(field));
        if (!isDescribed(model))
            continue;
        for (const Parameter &parameter : model->parameters) {
            if (catalog::fieldOf(*model, parameter) == field)
                job->params.remove(parameter.name);
        }
    }
}

void setPixels(Job *job, const JobSize &size, const JobSize &before)
{
    job->aspectRatio.reset();
    if (job->width || size.width != before.width || size.width != batch::defaults::width)
        job->width = size.width;
    if (job->height || size.height != before.height || size.height != batch::defaults::height)
        job->height = size.height;
}

void setRatio(Job *job, const QString &ratio)
{
    job->width.reset();
    job->height.reset();
    job->aspectRatio = ratio;
}

void setShape(Job *job, const JobSize &size, const JobSize &before, const Model *model)
{
    const bool otherRatio = size.aspectRatio != before.aspectRatio;
    const bool otherPixels = size.width != before.width || size.height != before.height;
    const bool pixelsCount = job->type == MediaType::Image || before.width > 0;
    if (!otherRatio && !(otherPixels && pixelsCount))
        return;
    takeFromParams(job, model, {Field::Width, Field::Height, Field::AspectRatio});
    if (!size.aspectRatio.isEmpty() && otherRatio)
        setRatio(job, size.aspectRatio);
    else if (pixelsCount)
        setPixels(job, size, before);
    else
        job->aspectRatio.reset();
}

/// A length in the form that the schema has it: a number, or a text such as "8" or "8s".
double lengthOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    static const QRegularExpression number(u"^(\\d+(?:\\.\\d+)?)\\s*s?$"_s);
    return number.match(value.toString()).captured(1).toDouble();
}

void addShapeChoices(SizeChoices *choices, const Model &model)
{
    const auto limit = [](const std::optional<double> &said, int otherwise) {
        return said ? static_cast<int>(*said) : otherwise;
    };
    for (const Parameter *parameter : shapeParameters(model)) {
        const Field field = catalog::fieldOf(model, *parameter);
        if (field == Field::AspectRatio) {
            choices->anyRatio = parameter->allowed.isEmpty();
            for (const QJsonValue &each : parameter->allowed)
                choices->ratios.append(each.toString());
            continue;
        }
        for (const QJsonValue &each : parameter->allowed) {
            const auto [width, height] = pixelsOf(each.toString());
            if (width > 0)
                choices->sizes.append(pixelText(width, height));
        }
        choices->pixels = choices->pixels || parameter->allowed.isEmpty();
        if (field == Field::Width) {
            choices->leastWidth = limit(parameter->minimum, choices->leastWidth);
            choices->mostWidth = limit(parameter->maximum, choices->mostWidth);
        } else {
            choices->leastHeight = limit(parameter->minimum, choices->leastHeight);
            choices->mostHeight = limit(parameter->maximum, choices->mostHeight);
        }
    }
    choices->ratios.removeAll(QString());
    // Pixels say the shape, too.
    if (choices->pixels || !choices->sizes.isEmpty()) {
        choices->ratios.clear();
        choices->anyRatio = false;
    }
}

void addLengthChoices(SizeChoices *choices, const Model &model)
{
    const Parameter *parameter = parameterFor(model, Field::Duration);
    if (!parameter)
        return;
    for (const QJsonValue &each : parameter->allowed) {
        if (const double length = lengthOf(each); length > 0)
            choices->durations.append(length);
    }
    choices->duration = choices->durations.isEmpty();
    const std::optional<double> most = model.maxDuration();
    choices->leastDuration = model.minDuration().value_or(choices->leastDuration);
    choices->mostDuration = most.value_or(choices->mostDuration);
    choices->durationIsLimited = most.has_value();
}

} // namespace

JobSize sizeOf(const Job &job, const Model *model)
{
    const bool image = job.type == MediaType::Image;
    const bool saysPixels = job.width || job.height;
    JobSize size;
    if (isDescribed(model))
        size = shapeOf(job, *model);
    if (image && (!isDescribed(model) || saysPixels)) {
        // Of half a size the other side is the model's own default.
        size.width = job.width.value_or(size.width > 0 ? size.width : batch::defaults::width);
        size.height = job.height.value_or(size.height > 0 ? size.height : batch::defaults::height);
    }
    if (image && (saysPixels || size.width > 0))
        size.aspectRatio.clear();
    if (job.aspectRatio && !(image && saysPixels))
        size.aspectRatio = *job.aspectRatio;
    const bool hasLength = !isDescribed(model) || parameterFor(*model, Field::Duration);
    if (!image && (hasLength || job.duration))
        size.duration = catalog::durationFor(job, model);
    if (!image || (isDescribed(model) && parameterFor(*model, Field::Resolution)))
        size.resolution = catalog::resolutionFor(job, model);
    return size;
}

Job withSize(Job job, const JobSize &size, const Model *model)
{
    const JobSize before = sizeOf(job, model);
    setShape(&job, size, before, model);
    if (size.resolution != before.resolution) {
        takeFromParams(&job, model, {Field::Resolution});
        job.resolution.reset();
        if (!size.resolution.isEmpty())
            job.resolution = size.resolution;
    }
    if (job.type == MediaType::Video && size.duration != before.duration) {
        takeFromParams(&job, model, {Field::Duration});
        job.duration = size.duration;
    }
    return job;
}

bool SizeChoices::isEmpty() const
{
    return !pixels && sizes.isEmpty() && ratios.isEmpty() && !anyRatio && !duration
        && durations.isEmpty() && resolutions.isEmpty() && !anyResolution;
}

SizeChoices sizeChoices(MediaType type, const Model *model)
{
    SizeChoices choices;
    const bool video = type == MediaType::Video;
    if (!isDescribed(model)) {
        choices.pixels = !video;
        choices.duration = video;
        choices.anyResolution = video;
        if (video)
            choices.resolutions = {u"480p"_s, u"720p"_s, u"1080p"_s};
        return choices;
    }
    addShapeChoices(&choices, *model);
    if (video)
        addLengthChoices(&choices, *model);
    if (const Parameter *resolution = parameterFor(*model, Field::Resolution)) {
        choices.resolutions = model->resolutions();
        choices.anyResolution =
            choices.resolutions.isEmpty() && resolution->takes(Parameter::String);
    }
    return choices;
}

QString pixelText(int width, int height)
{
    return u"%1 × %2"_s.arg(width).arg(height);
}

std::pair<int, int> pixelsOf(const QString &text)
{
    // What is smaller is a shape ("4x3"), or nothing that a model makes.
    constexpr int least = 10;
    constexpr int most = 99'999;
    const QSize sides = catalog::sidesIn(text).value_or(QSize());
    if (std::min(sides.width(), sides.height()) < least
        || std::max(sides.width(), sides.height()) > most)
        return {};
    return {sides.width(), sides.height()};
}

} // namespace ui
