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

QJsonArray joined(QJsonArray names, const QJsonArray &more)
{
    for (const QJsonValue &name : more) {
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

/// Brings an object's schema together with what it refers to.
class Gathering
{
public:
    explicit Gathering(const QJsonObject &document)
        : m_document(document)
    {
    }

    /// The schema with what its `$ref` and the elements of its `allOf` have by way of `properties`
    /// and `required`; what else they ask for is left in `allOf`. A reference in a circle says
    /// nothing. False: two of them describe a property in different ways.
    bool gather(QJsonObject &schema)
    {
        const QString reference = schema.take("$ref"_L1).toString();
        const bool follow = !reference.isEmpty() && !m_followed.contains(reference);
        QJsonArray parts = schema.take("allOf"_L1).toArray();
        if (++m_steps > mostSteps)
            return true;
        if (follow) {
            m_followed.append(reference);
            QJsonObject target = referred(reference, m_document);
            const bool isClear = gather(target) && add(schema, target);
            m_followed.removeLast();
            if (!isClear)
                return false;
        }
        for (const QJsonValue &each : std::as_const(parts)) {
            QJsonObject part = each.toObject();
            if (!gather(part) || !add(schema, part))
                return false;
        }
        return true;
    }

private:
    static constexpr int mostSteps = 10'000; // far more than any model's document needs

    static bool add(QJsonObject &schema, QJsonObject part)
    {
        const QJsonValue described = part.take("properties"_L1);
        if (described.isObject()) {
            QJsonObject properties = schema.value("properties"_L1).toObject();
            const QJsonObject more = described.toObject();
            for (auto it = more.begin(); it != more.end(); ++it) {
                if (properties.contains(it.key()) && properties.value(it.key()) != it.value())
                    return false;
                properties[it.key()] = it.value();
            }
            schema["properties"_L1] = properties;
        }
        const QJsonValue required = part.take("required"_L1);
        if (required.isArray())
            schema["required"_L1] =
                joined(schema.value("required"_L1).toArray(), required.toArray());
        part.remove("additionalProperties"_L1);
        if (!part.isEmpty()) {
            QJsonArray rest = schema.value("allOf"_L1).toArray();
            rest.append(part);
            schema["allOf"_L1] = rest;
        }
        return true;
    }

    const QJsonObject m_document;
    QStringList m_followed;
    int m_steps = 0;
};

} // namespace

QJsonObject inputSchema(const QJsonObject &document)
{
    QJsonObject input = document["components"_L1]["schemas"_L1]["Input"_L1].toObject();
    const bool isClear = Gathering(document).gather(input);
    return isClear && input.value("properties"_L1).isObject() ? input : QJsonObject();
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
