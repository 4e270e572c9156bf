// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/models/requestschema.h"

#include "sandbox/models/jsonschema.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonValue defaultOf(const QJsonObject &property, const QJsonObject &document)
{
    const QJsonValue own = property["default"_L1];
    if (!own.isUndefined())
        return own;
    return referred(property["$ref"_L1].toString(), document).value("default"_L1);
}

bool isSaid(const QJsonObject &request, const QString &name)
{
    const QJsonValue value = request[name];
    return !value.isUndefined() && !value.isNull();
}

bool isAnySaid(const QJsonObject &request, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const QString &name) { return isSaid(request, name); });
}

/// The parameters of size and shape whose defaults are beside the point: the request says it in
/// another way, which is read only where these say nothing (see frameSize()).
QStringList outspoken(const QJsonObject &request)
{
    const QStringList sides{u"width"_s, u"height"_s};
    const QStringList size{u"size"_s};
    const QStringList shape{u"resolution"_s, u"aspect_ratio"_s, u"ratio"_s};
    if (isAnySaid(request, sides))
        return {};
    if (isAnySaid(request, size))
        return sides;
    return isAnySaid(request, shape) ? sides + size : QStringList();
}

} // namespace

QJsonObject inputSchema(const QJsonObject &document)
{
    QJsonObject input = document["components"_L1]["schemas"_L1]["Input"_L1].toObject();
    if (input.contains("$ref"_L1))
        input = referred(input.value("$ref"_L1).toString(), document);
    return input.value("properties"_L1).isObject() ? input : QJsonObject();
}

QString requestFault(const QJsonObject &document, const QJsonObject &request)
{
    QJsonObject input = inputSchema(document);
    QJsonObject properties = input.value("properties"_L1).toObject();
    const QJsonArray required = input.value("required"_L1).toArray();
    for (const QJsonValue &each : required) {
        const QString name = each.toString();
        if (each.isString() && name != "model"_L1 && !request.contains(name)
            && defaultOf(properties.value(name).toObject(), document).isUndefined())
            return name + " is required"_L1;
    }
    const QStringList names = request.keys();
    for (const QString &name : names) {
        if (name != "model"_L1 && !properties.contains(name) && !required.contains(name))
            return name + " is not a parameter of this model"_L1;
    }
    // Seen to above.
    input.remove("required"_L1);
    input.remove("additionalProperties"_L1);
    properties.remove("model"_L1);
    input["properties"_L1] = properties;
    return schemaFault(input, request, {}, document);
}

QJsonObject withDefaults(const QJsonObject &document, QJsonObject request)
{
    const QStringList without = outspoken(request);
    const QJsonObject properties = inputSchema(document).value("properties"_L1).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        const QJsonValue value = defaultOf(property.value().toObject(), document);
        if (!value.isUndefined() && !isSaid(request, property.key())
            && !without.contains(property.key()))
            request[property.key()] = value;
    }
    return request;
}

} // namespace sandbox
