// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/commonfields.h"

#include "catalog/request/forms.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace catalog {

using batch::Field;

namespace {

/// A whole number, also in a text.
std::optional<qint64> wholeNumberIn(const QJsonValue &value)
{
    bool ok = value.isDouble();
    if (value.isString()) {
        const qint64 number = value.toString().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    const double number = value.toDouble();
    if (!ok || std::floor(number) != number || std::abs(number) > 9e18)
        return {};
    return value.toInteger();
}

std::optional<int> sideIn(const QJsonValue &value)
{
    const auto number = wholeNumberIn(value);
    const bool fits = number && *number >= 0 && *number <= std::numeric_limits<int>::max();
    return fits ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<QString> textIn(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

/// An address, or the one of a list.
std::optional<QString> pictureIn(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    const QJsonValue one = list.size() == 1 ? list.first() : value;
    return one.isString() ? std::optional(one.toString()) : std::nullopt;
}

} // namespace

bool setCommon(batch::Job &job, CommonName name, const QJsonValue &value)
{
    switch (name) {
    case CommonName::Prompt:
        job.prompt = textIn(value).value_or(QString());
        return !job.prompt.isEmpty();
    case CommonName::Width:
        job.width = sideIn(value);
        return job.width.has_value();
    case CommonName::Height:
        job.height = sideIn(value);
        return job.height.has_value();
    case CommonName::Size:
        if (const auto sides = sidesIn(value.toString())) {
            job.width = sides->width();
            job.height = sides->height();
            return true;
        }
        return false;
    case CommonName::AspectRatio:
        job.aspectRatio = textIn(value);
        return job.aspectRatio.has_value();
    case CommonName::Duration:
        job.duration = secondsIn(value);
        return job.duration.has_value();
    case CommonName::Resolution:
        job.resolution = textIn(value);
        return job.resolution.has_value();
    case CommonName::Image:
        if (const auto address = pictureIn(value)) {
            job.setPicture(address);
            return true;
        }
        return false;
    case CommonName::Seed:
        job.seed = wholeNumberIn(value);
        return job.seed.has_value();
    case CommonName::NegativePrompt:
        job.negativePrompt = textIn(value);
        return job.negativePrompt.has_value();
    }
    return false;
}

void clearField(batch::Job &job, Field field)
{
    switch (field) {
    case Field::Width:
        return job.width.reset();
    case Field::Height:
        return job.height.reset();
    case Field::AspectRatio:
        return job.aspectRatio.reset();
    case Field::Duration:
        return job.duration.reset();
    case Field::Resolution:
        return job.resolution.reset();
    case Field::Image:
        return job.image.reset();
    case Field::ImageUrl:
        return job.imageUrl.reset();
    case Field::Seed:
        return job.seed.reset();
    case Field::NegativePrompt:
        return job.negativePrompt.reset();
    case Field::Name:
    case Field::Type:
    case Field::Model:
    case Field::Prompt:
    case Field::Params:
    case Field::MaxWait:
    case Field::MaxRetries:
        break;
    }
}

Field fieldFor(CommonName name)
{
    switch (name) {
    case CommonName::Prompt:
        return Field::Prompt;
    case CommonName::Width:
    case CommonName::Size:
        return Field::Width;
    case CommonName::Height:
        return Field::Height;
    case CommonName::AspectRatio:
        return Field::AspectRatio;
    case CommonName::Duration:
        return Field::Duration;
    case CommonName::Resolution:
        return Field::Resolution;
    case CommonName::Image:
        return Field::Image;
    case CommonName::Seed:
        return Field::Seed;
    case CommonName::NegativePrompt:
        return Field::NegativePrompt;
    }
    return Field::Params;
}

} // namespace catalog
