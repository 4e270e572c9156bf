// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/requestbody.h"

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

using catalog::Model;
using catalog::Parameter;

/// The model's own parameter for something that the article calls `name`; null where the
/// article's name is the one to use.
const Parameter *counterpart(const Model *model, QStringView name, const QStringList &others)
{
    if (!model || model->parameters.isEmpty() || model->parameter(name))
        return nullptr;
    return model->firstParameter(others);
}

bool offers(const Parameter &parameter, const QString &value)
{
    return parameter.allowed.isEmpty() || parameter.allowed.contains(value);
}

QString sizeFor(const Parameter &parameter, int width, int height)
{
    const QString star = u"%1*%2"_s.arg(width).arg(height);
    const QString cross = u"%1x%2"_s.arg(width).arg(height);
    return !offers(parameter, star) && offers(parameter, cross) ? cross : star;
}

void addSize(QJsonObject &body, const batch::Job &job, const Model *model)
{
    const int width = job.effectiveWidth();
    const int height = job.effectiveHeight();
    const Parameter *own = counterpart(model, u"width", {u"size"_s, u"aspect_ratio"_s, u"ratio"_s});
    if (own && own->name == "size"_L1) {
        body.insert(own->name, sizeFor(*own, width, height));
        return;
    }
    if (own && width > 0 && height > 0) {
        const int divisor = std::gcd(width, height);
        const QString ratio = u"%1:%2"_s.arg(width / divisor).arg(height / divisor);
        if (offers(*own, ratio)) {
            body.insert(own->name, ratio);
            return;
        }
    }
    body.insert("width"_L1, width);
    body.insert("height"_L1, height);
}

void addLength(QJsonObject &body, const batch::Job &job)
{
    const double duration = job.effectiveDuration();
    if (std::floor(duration) == duration)
        body.insert("duration"_L1, static_cast<qint64>(duration));
    else
        body.insert("duration"_L1, duration);
    body.insert("resolution"_L1, job.effectiveResolution());
}

void addPicture(QJsonObject &body, const QString &url, const Model *model)
{
    const Parameter *own = counterpart(model, u"image_url", {u"image"_s, u"images"_s});
    if (!own)
        body.insert("image_url"_L1, url);
    else if (own->type == "array"_L1)
        body.insert(own->name, QJsonArray{url});
    else
        body.insert(own->name, url);
}

} // namespace

atlas::Submission requestFor(const batch::Job &job, const Model *model)
{
    const bool image = job.type == batch::MediaType::Image;
    QJsonObject body{{u"prompt"_s, job.prompt}};
    if (image)
        addSize(body, job, model);
    else
        addLength(body, job);
    if (job.imageUrl && !job.imageUrl->isEmpty())
        addPicture(body, *job.imageUrl, model);
    for (auto it = job.params.begin(); it != job.params.end(); ++it)
        body.insert(it.key(), it.value());
    // Prices, slots and back-off go by the model: nothing may change it behind our back.
    body.insert("model"_L1, job.model);
    return {image ? atlas::Endpoint::GenerateImage : atlas::Endpoint::GenerateVideo, body};
}

} // namespace engine
