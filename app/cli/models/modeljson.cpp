// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/models/modeljson.h"

#include <QJsonArray>

#include <optional>
#include <utility>

namespace cli {

using namespace Qt::StringLiterals;
using catalog::Model;
using catalog::Parameter;
using catalog::ValueSchema;

namespace {

QJsonObject priceJson(const catalog::Price &price)
{
    const bool perSecond = price.unit == catalog::PriceUnit::Second;
    QJsonObject object{{u"each"_s, price.each.usd()},
                       {u"unit"_s, perSecond ? u"second"_s : u"generation"_s},
                       {u"unit_assumed"_s, price.unitIsAssumed},
                       {u"source"_s, toKey(price.source)},
                       {u"as_of"_s, momentOrNull(price.asOf)}};
    QJsonObject byResolution;
    for (const auto &[resolution, cost] : price.byResolution.asKeyValueRange())
        byResolution.insert(resolution, cost.usd());
    if (!byResolution.isEmpty())
        object.insert(u"by_resolution"_s, byResolution);
    return object;
}

/// `type` as JSON Schema writes it; undefined: any.
QJsonValue typeJson(ValueSchema::Types types)
{
    QJsonArray names;
    for (const auto &[type, name] : {std::pair{ValueSchema::String, "string"_L1},
                                     {ValueSchema::Integer, "integer"_L1},
                                     {ValueSchema::Number, "number"_L1},
                                     {ValueSchema::Boolean, "boolean"_L1},
                                     {ValueSchema::Array, "array"_L1},
                                     {ValueSchema::Object, "object"_L1},
                                     {ValueSchema::Null, "null"_L1}}) {
        if (types.testFlag(type))
            names.append(name);
    }
    if (names.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    return names.size() == 1 ? names.first() : QJsonValue(names);
}

template <typename Number>
void insert(QJsonObject &object, QLatin1StringView key, const std::optional<Number> &value)
{
    if (value)
        object.insert(key, *value);
}

QJsonObject schemaJson(const ValueSchema &schema)
{
    QJsonObject object;
    if (const QJsonValue type = typeJson(schema.types); !type.isUndefined())
        object.insert("type"_L1, type);
    if (schema.never || !schema.allowed.isEmpty())
        object.insert("enum"_L1, schema.never ? QJsonArray() : schema.allowed);
    insert(object, "minimum"_L1, schema.minimum);
    insert(object, "maximum"_L1, schema.maximum);
    insert(object, "exclusiveMinimum"_L1, schema.above);
    insert(object, "exclusiveMaximum"_L1, schema.below);
    insert(object, "multipleOf"_L1, schema.multipleOf);
    insert(object, "minLength"_L1, schema.minLength);
    insert(object, "maxLength"_L1, schema.maxLength);
    insert(object, "minItems"_L1, schema.minItems);
    insert(object, "maxItems"_L1, schema.maxItems);
    if (!schema.pattern.isEmpty())
        object.insert("pattern"_L1, schema.pattern);
    if (!schema.items.empty())
        object.insert("items"_L1, schemaJson(schema.items.front()));
    for (const auto &[key, choices] : {std::pair{"anyOf"_L1, &schema.anyOf},
                                       {"oneOf"_L1, &schema.oneOf},
                                       {"allOf"_L1, &schema.allOf}}) {
        QJsonArray array;
        for (const ValueSchema &choice : *choices)
            array.append(schemaJson(choice));
        if (!array.isEmpty())
            object.insert(key, array);
    }
    return object;
}

QJsonObject parameterJson(const Parameter &parameter)
{
    QJsonObject object = schemaJson(parameter);
    object.insert("name"_L1, parameter.name);
    object.insert("title"_L1, parameter.title);
    object.insert("required"_L1, parameter.required);
    if (!parameter.defaultValue.isUndefined())
        object.insert("default"_L1, parameter.defaultValue);
    if (!parameter.description.isEmpty())
        object.insert("description"_L1, parameter.description);
    if (!parameter.format.isEmpty())
        object.insert("format"_L1, parameter.format);
    return object;
}

} // namespace

QString toKey(catalog::PriceSource source)
{
    switch (source) {
    case catalog::PriceSource::BuiltIn:
        return u"built_in"_s;
    case catalog::PriceSource::Live:
        return u"live"_s;
    case catalog::PriceSource::BatchFile:
        return u"batch_file"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue momentOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate))
                          : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Model &model)
{
    QJsonObject object{{u"model"_s, model.id},
                       {u"name"_s, model.displayName},
                       {u"provider"_s, model.organization},
                       {u"type"_s, batch::toKey(model.type)},
                       {u"kind"_s, catalog::toKey(model.kind)},
                       {u"listed"_s, model.listed},
                       {u"takes_image"_s, model.takesImage()}};
    if (model.price)
        object.insert(u"price"_s, priceJson(*model.price));
    if (model.typicalTime) {
        object.insert(u"typical_time"_s,
                      QJsonObject{{u"least"_s, model.typicalTime->least},
                                  {u"most"_s, model.typicalTime->most}});
    }
    insert(object, "min_duration"_L1, model.minDuration());
    insert(object, "max_duration"_L1, model.maxDuration());
    if (!model.resolutions().isEmpty())
        object.insert(u"resolutions"_s, QJsonArray::fromStringList(model.resolutions()));
    return object;
}

QJsonObject toFullJson(const Model &model)
{
    QJsonObject object = toJson(model);
    object.insert("description"_L1, model.profile);
    object.insert("tags"_L1, QJsonArray::fromStringList(model.tags));
    object.insert("has_schema"_L1, model.hasSchema);
    QJsonArray parameters;
    for (const Parameter &parameter : model.parameters)
        parameters.append(parameterJson(parameter));
    object.insert("parameters"_L1, parameters);
    return object;
}

} // namespace cli
