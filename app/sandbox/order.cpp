// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/order.h"

#include "sandbox/framesize.h"
#include "sandbox/models/requestschema.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

// The sandbox speaks as the service does: in English, whatever the interface language.

constexpr auto unknownModelCost = batch::Cost::fromMicros(50'000); // article
constexpr TimeSpan usualImageTime{10, 30};                         // s, article
constexpr TimeSpan usualVideoTime{30, 90};                         // s, article
constexpr double longestVideo = 60; // s; what the sandbox is ready to encode

tl::unexpected<Refusal> refused(int status, const QString &message)
{
    return tl::unexpected(Refusal{status, message});
}

/// The request, which names a model.
tl::expected<QJsonObject, Refusal> readRequest(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return refused(400, u"the body is not a JSON object: %1"_s.arg(error.errorString()));
    const QJsonObject request = document.object();
    const QJsonValue model = request["model"_L1];
    if (model.isUndefined())
        return refused(400, u"model is required"_s);
    if (!model.isString())
        return refused(400, u"model must be string"_s);
    if (model.toString().trimmed().isEmpty())
        return refused(400, u"model must not be empty"_s);
    return request;
}

/// Why the model doesn't make what the endpoint is for; nothing: it does.
std::optional<Refusal> offerFault(const Offer *offer, const QString &model, batch::MediaType type)
{
    if (!offer)
        return Refusal{404, u"model not found: %1"_s.arg(model)};
    if (!offer->type)
        return Refusal{400, u"model %1 is of type %2"_s.arg(model, offer->typeName)};
    if (*offer->type != type)
        return Refusal{400, u"model %1 makes %2s"_s.arg(model, batch::toKey(*offer->type))};
    return {};
}

/// What is wrong with a request to a model without a schema; empty: nothing.
QString plainFault(batch::MediaType type, const QJsonObject &request)
{
    const QJsonValue prompt = request["prompt"_L1];
    if (prompt.isUndefined())
        return u"prompt is required"_s;
    if (!prompt.isString())
        return u"prompt must be string"_s;
    if (prompt.toString().trimmed().isEmpty())
        return u"prompt must not be empty"_s;
    for (const auto name : {"width"_L1, "height"_L1}) {
        const QJsonValue side = request[name];
        if (!side.isUndefined()
            && (!side.isDouble() || std::floor(side.toDouble()) != side.toDouble()))
            return u"%1 must be integer"_s.arg(name);
    }
    if (!frameSize(type, request))
        return u"the size asked for can't be made"_s;
    const auto length = clipLength(request);
    if (type == batch::MediaType::Video && (!length || *length > longestVideo))
        return u"duration must be > 0 and <= %1"_s.arg(longestVideo);
    return {};
}

/// How many pictures or videos are asked for; the sandbox delivers one of them.
int countOf(const QJsonObject &request)
{
    constexpr double most = 1000;
    double count = 1;
    for (const auto name :
         {"n"_L1, "num_images"_L1, "num_videos"_L1, "num_outputs"_L1, "num_samples"_L1,
          "image_count"_L1, "video_count"_L1, "max_images"_L1, "batch_size"_L1}) {
        const QJsonValue said = request[name];
        const double number = said.isString() ? said.toString().toDouble() : said.toDouble();
        if (std::isfinite(number))
            count = std::max(count, std::min(std::floor(number), most));
    }
    return static_cast<int>(count);
}

QByteArray digestOf(batch::MediaType type, const QJsonObject &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(batch::toKey(type).toUtf8());
    hash.addData(QJsonDocument(request).toJson(QJsonDocument::Compact));
    return hash.result().toHex().first(32);
}

/// The order for a request that was found good; `offer` may be null.
Order orderFor(const Offer *offer, batch::MediaType type, const QJsonObject &request)
{
    const bool isVideo = type == batch::MediaType::Video;
    const QJsonObject full = offer ? withDefaults(offer->schema, request) : request;
    Order order;
    order.type = type;
    order.model = request["model"_L1].toString();
    order.prompt = request["prompt"_L1].toString();
    order.seed = request["seed"_L1].toInteger();
    order.size = frameSize(type, full).value_or(usualFrameSize(type));
    const double length = isVideo ? clipLength(full).value_or(batch::defaults::duration) : 0;
    order.duration = std::min(length, longestVideo);
    order.cost = offer && offer->tariff
        ? offer->tariff->charge(resolutionName(full), isVideo ? length : 1, countOf(full))
        : unknownModelCost;
    order.typical =
        offer && offer->time ? *offer->time : (isVideo ? usualVideoTime : usualImageTime);
    order.digest = digestOf(type, request);
    return order;
}

} // namespace

tl::expected<Order, Refusal> readOrder(const Shelf &shelf, batch::MediaType type,
                                       const QByteArray &body)
{
    const auto request = readRequest(body);
    if (!request)
        return tl::unexpected(request.error());

    const QString model = request->value("model"_L1).toString();
    const Offer *offer = shelf.find(model);
    if (!shelf.isEmpty()) {
        if (const auto fault = offerFault(offer, model, type))
            return tl::unexpected(*fault);
    }
    const bool hasSchema = offer && !inputSchema(offer->schema).isEmpty();
    const QString fault =
        hasSchema ? requestFault(offer->schema, *request) : plainFault(type, *request);
    if (!fault.isEmpty())
        return refused(400, fault);
    return orderFor(offer, type, *request);
}

} // namespace sandbox
