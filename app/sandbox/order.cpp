// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/order.h"

#include "catalog/estimate.h"
#include "sandbox/framesize.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

// The sandbox speaks as the service does: in English, whatever the interface language.

constexpr catalog::TypicalTime usualImageTime{10, 30}; // s, article
constexpr catalog::TypicalTime usualVideoTime{30, 90}; // s, article
constexpr double longestVideo = 60;                    // s; what the sandbox is ready to encode

tl::unexpected<Refusal> refused(int status, const QString &message)
{
    return tl::unexpected(Refusal{status, message});
}

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == "string"_L1)
        return value.isString();
    if (type == "integer"_L1)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "object"_L1)
        return value.isObject();
    return true;
}

QString asText(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values)
        texts.append(value.toVariant().toString());
    return texts.join(u", "_s);
}

/// What is wrong with a value; empty: nothing.
QString fault(const catalog::Parameter &parameter, const QJsonValue &value)
{
    if (!hasType(value, parameter.type))
        return u"%1 must be of type %2"_s.arg(parameter.name, parameter.type);
    if (!parameter.allowed.isEmpty() && !parameter.allowed.contains(value))
        return u"%1 must be one of: %2"_s.arg(parameter.name, asText(parameter.allowed));
    if (value.isDouble() && parameter.minimum && value.toDouble() < *parameter.minimum)
        return u"%1 must be at least %2"_s.arg(parameter.name).arg(*parameter.minimum);
    if (value.isDouble() && parameter.maximum && value.toDouble() > *parameter.maximum)
        return u"%1 must be at most %2"_s.arg(parameter.name).arg(*parameter.maximum);
    const qsizetype length = value.toString().size();
    if (value.isString() && parameter.minLength && length < *parameter.minLength)
        return u"%1 must have at least %2 characters"_s.arg(parameter.name)
            .arg(*parameter.minLength);
    if (value.isString() && parameter.maxLength && length > *parameter.maxLength)
        return u"%1 must have at most %2 characters"_s.arg(parameter.name)
            .arg(*parameter.maxLength);
    return {};
}

QString fault(const catalog::Model &model, const QJsonObject &request)
{
    for (const catalog::Parameter &parameter : model.parameters) {
        const QJsonValue value = request.value(parameter.name);
        if (value.isUndefined() || value.isNull()) {
            if (parameter.required)
                return u"%1 is required"_s.arg(parameter.name);
            continue;
        }
        if (const QString found = fault(parameter, value); !found.isEmpty())
            return found;
    }
    return {};
}

/// The request with the model's own values where it leaves the form of the result open.
QJsonObject withDefaults(const catalog::Model *model, QJsonObject request)
{
    for (const auto name : {"duration"_L1, "resolution"_L1, "aspect_ratio"_L1, "ratio"_L1}) {
        const catalog::Parameter *parameter = model ? model->parameter(QString(name)) : nullptr;
        if (parameter && request.value(name).isUndefined()
            && !parameter->defaultValue.isUndefined())
            request[name] = parameter->defaultValue;
    }
    return request;
}

/// The length asked for, s; nothing if it is none.
std::optional<double> durationOf(const QJsonObject &request)
{
    const QJsonValue value = request.value("duration"_L1);
    // Some models name their lengths as text.
    const double duration =
        value.isString() ? value.toString().toDouble() : value.toDouble(batch::defaults::duration);
    if (!(duration > 0) || duration > longestVideo)
        return {};
    return duration;
}

/// What the request says, before the model is asked what it allows.
tl::expected<QJsonObject, Refusal> readRequest(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return refused(400, u"the body is not a JSON object: %1"_s.arg(error.errorString()));
    const QJsonObject request = document.object();
    for (const auto name : {"model"_L1, "prompt"_L1}) {
        if (!request.contains(name))
            return refused(400, u"%1 is required"_s.arg(name));
        if (!request.value(name).isString())
            return refused(422, u"%1 must be of type string"_s.arg(name));
        if (request.value(name).toString().trimmed().isEmpty())
            return refused(400, u"%1 must not be empty"_s.arg(name));
    }
    for (const auto name : {"width"_L1, "height"_L1}) {
        if (request.contains(name) && !hasType(request.value(name), u"integer"_s))
            return refused(422, u"%1 must be of type integer"_s.arg(name));
    }
    return request;
}

} // namespace

tl::expected<Order, Refusal> readOrder(const catalog::Catalog &catalog, batch::MediaType type,
                                       const QByteArray &body)
{
    const auto request = readRequest(body);
    if (!request)
        return tl::unexpected(request.error());

    Order order;
    order.type = type;
    order.model = request->value("model"_L1).toString();
    order.prompt = request->value("prompt"_L1).toString();
    order.seed = request->value("seed"_L1).toInteger();

    const bool isVideo = type == batch::MediaType::Video;
    const catalog::Model *model = catalog.find(order.model);
    if (!model && !catalog.models().isEmpty())
        return refused(404, u"model not found: %1"_s.arg(order.model));
    if (model && model->type != type) {
        return refused(400, u"model %1 makes %2s"_s.arg(order.model, batch::toKey(model->type)));
    }
    if (model) {
        if (const QString found = fault(*model, *request); !found.isEmpty())
            return refused(422, found);
    }

    const QJsonObject full = withDefaults(model, *request);
    const auto size = frameSize(type, full);
    if (!size)
        return refused(422, u"the size asked for can't be made"_s);
    order.size = *size;
    if (isVideo) {
        const auto duration = durationOf(full);
        if (!duration)
            return refused(422, u"duration must be over 0 and at most %1"_s.arg(longestVideo));
        order.duration = *duration;
    }

    const bool hasPrice = model && model->price;
    const bool bySecond = hasPrice && model->price->unit == catalog::PriceUnit::Second;
    order.cost = hasPrice ? model->price->each : catalog::unknownModelCost;
    if (bySecond)
        order.cost = order.cost.times(order.duration);
    order.typical = model && model->typicalTime ? *model->typicalTime
                                                : (isVideo ? usualVideoTime : usualImageTime);

    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(batch::toKey(type).toUtf8());
    hash.addData(QJsonDocument(*request).toJson(QJsonDocument::Compact));
    order.digest = hash.result().toHex().first(32);
    return order;
}

} // namespace sandbox
