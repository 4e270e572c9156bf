// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/usual.h"

#include "catalog/reading/numbers.h"
#include "catalog/request/commonnames.h"
#include "catalog/request/counterparts.h"
#include "catalog/request/forms.h"

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

/// What a request says under the first of the names that it has.
QJsonValue valueIn(const QJsonObject &request, CommonName name)
{
    for (const QString &each : namesOf(name)) {
        const auto found = request.constFind(each);
        if (found != request.constEnd())
            return *found;
    }
    return QJsonValue(QJsonValue::Undefined);
}

std::optional<int> sideIn(const QJsonValue &value)
{
    constexpr double longestSide = 1e6; // px
    const auto side = toNumber(value);
    return side && *side > 0 && *side <= longestSide ? std::optional(static_cast<int>(*side))
                                                     : std::nullopt;
}

std::optional<QString> resolutionIn(const QJsonObject &request)
{
    const QJsonValue said = valueIn(request, CommonName::Resolution);
    if (said.isDouble())
        return u"%1p"_s.arg(said.toInt());
    if (said.isString())
        return said.toString().toLower();
    const auto sides = sidesIn(valueIn(request, CommonName::Size).toString());
    return sides ? std::optional(u"%1p"_s.arg(std::min(sides->width(), sides->height())))
                 : std::nullopt;
}

/// What a request says of length and frame, whatever its model calls them.
batch::Usual usualIn(const QJsonObject &request)
{
    const auto sides = sidesIn(valueIn(request, CommonName::Size).toString());
    batch::Usual usual;
    usual.width = sides ? sides->width() : sideIn(valueIn(request, CommonName::Width));
    usual.height = sides ? sides->height() : sideIn(valueIn(request, CommonName::Height));
    usual.duration = secondsIn(valueIn(request, CommonName::Duration));
    usual.resolution = resolutionIn(request);
    return usual;
}

/// The job with what it doesn't say of these written out.
batch::Job spelledOut(batch::Job job, const batch::Usual &usual)
{
    const batch::Job::Frame frame = job.askedFrame(usual);
    job.width = frame.width;
    job.height = frame.height;
    job.resolution = frame.resolution;
    if (job.type == batch::MediaType::Video)
        job.duration = job.askedDuration(usual);
    return job;
}

} // namespace

batch::Usual usualOf(const Model &model)
{
    batch::Usual usual;
    if (!model.hasSchema)
        return usual;
    batch::Job silent;
    silent.type = model.type;
    QJsonObject request = parametersFor(silent, &model).toJson();
    for (const Parameter &each : model.parameters) {
        if (each.hasDefault() && !request.contains(each.name))
            request.insert(each.name, each.defaultValue);
    }
    const batch::Usual own = usualIn(request);
    const FrameParameters frame(model);
    // What the model has no parameter for is as good as unsaid, whatever the job says.
    const bool isVideo = model.type == batch::MediaType::Video;
    if (isVideo && counterpart(model, CommonName::Duration))
        usual.duration = own.duration;
    if (isVideo && (frame.resolution || frame.size))
        usual.resolution = own.resolution;
    if (!isVideo && (frame.width || frame.height || frame.size || frame.aspectRatio)) {
        usual.width = own.width;
        usual.height = own.height;
    }
    return usual;
}

bool asksForTheSame(const batch::Job &job, const batch::Job &submitted, const QJsonObject &request,
                    const batch::Usual &usual)
{
    return submitted.sameRequest(job, usual)
        || (!request.isEmpty() && spelledOut(submitted, usualIn(request)).sameRequest(job, usual));
}

} // namespace catalog
