// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/schemareader.h"

#include "catalog/jsonvalue.h"
#include "catalog/reading/parametertitle.h"
#include "catalog/reading/schemadocument.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

// Far more than any model's schema has; one that refers to itself ends here.
constexpr int deepest = 12;
constexpr int mostSchemas = 4000;

/// A text is no bound, whatever it says.
std::optional<double> toBound(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<int> toCount(const QJsonValue &value)
{
    const auto number = toBound(value);
    if (!number || *number < 0 || *number != std::floor(*number))
        return std::nullopt;
    constexpr double most = std::numeric_limits<int>::max();
    return static_cast<int>(std::min(*number, most));
}

ValueSchema::Types typeFromWord(const QString &word)
{
    if (word == "string"_L1)
        return ValueSchema::String;
    if (word == "integer"_L1)
        return ValueSchema::Integer;
    if (word == "number"_L1)
        return ValueSchema::Number;
    if (word == "boolean"_L1)
        return ValueSchema::Boolean;
    if (word == "array"_L1)
        return ValueSchema::Array;
    if (word == "object"_L1)
        return ValueSchema::Object;
    return word == "null"_L1 ? ValueSchema::Types(ValueSchema::Null) : ValueSchema::Types();
}

ValueSchema::Types readTypes(const QJsonObject &schema)
{
    const QJsonValue type = schema["type"_L1];
    ValueSchema::Types types;
    if (type.isArray()) {
        const QJsonArray words = type.toArray();
        for (const QJsonValue &word : words)
            types |= typeFromWord(word.toString());
    } else {
        types = typeFromWord(type.toString());
    }
    if (types && schema["nullable"_L1].toBool())
        types |= ValueSchema::Null;
    return types;
}

/// OpenAPI 3.0 says by a flag that the bound itself is out, 3.1 gives the bound there.
void readBounds(const QJsonObject &schema, ValueSchema &read)
{
    read.minimum = toBound(schema["minimum"_L1]);
    read.maximum = toBound(schema["maximum"_L1]);
    const QJsonValue above = schema["exclusiveMinimum"_L1];
    const QJsonValue below = schema["exclusiveMaximum"_L1];
    if (above.isBool()) {
        if (above.toBool())
            std::swap(read.minimum, read.above);
    } else {
        read.above = toBound(above);
    }
    if (below.isBool()) {
        if (below.toBool())
            std::swap(read.maximum, read.below);
    } else {
        read.below = toBound(below);
    }
    read.multipleOf = toBound(schema["multipleOf"_L1]);
    if (read.multipleOf && *read.multipleOf <= 0)
        read.multipleOf.reset();
}

bool isSchema(const QJsonValue &value)
{
    return value.isObject() || value.isBool();
}

void readAllowed(const QJsonObject &schema, ValueSchema &read)
{
    const QJsonValue listed = schema["enum"_L1];
    read.allowed = listed.toArray();
    read.never = read.never || (listed.isArray() && read.allowed.isEmpty());
    if (!schema.contains("const"_L1))
        return;
    const QJsonValue only = schema["const"_L1];
    const bool isListed =
        std::any_of(read.allowed.begin(), read.allowed.end(),
                    [&only](const QJsonValue &each) { return sameValue(each, only); });
    read.never = read.never || (listed.isArray() && !isListed);
    read.allowed = {only};
}

/// Reads schemas, following their references.
class Reader
{
public:
    explicit Reader(const QJsonObject &document)
        : m_document(document)
    {
    }

    /// What the whole document describes, its references brought together.
    SchemaDocument &document() { return m_document; }

    /// An object, or a flag: `true` takes anything, and `false` nothing.
    ValueSchema read(const QJsonValue &written, int depth)
    {
        ValueSchema value;
        if (depth > deepest || ++m_read > mostSchemas)
            return value;
        value.never = written.isBool() && !written.toBool();
        const QJsonObject schema = m_document.flattened(written.toObject());
        value.types = readTypes(schema);
        readAllowed(schema, value);
        readBounds(schema, value);
        value.minLength = toCount(schema["minLength"_L1]);
        value.maxLength = toCount(schema["maxLength"_L1]);
        value.pattern = schema["pattern"_L1].toString();
        value.minItems = toCount(schema["minItems"_L1]);
        value.maxItems = toCount(schema["maxItems"_L1]);
        value.uniqueItems = schema["uniqueItems"_L1].toBool();
        if (isSchema(schema["items"_L1]))
            value.items.push_back(read(schema["items"_L1], depth + 1));
        readObject(schema, value, depth);
        value.anyOf = readList(schema["anyOf"_L1], depth);
        value.oneOf = readList(schema["oneOf"_L1], depth);
        value.allOf = readList(schema["allOf"_L1], depth);
        return value;
    }

private:
    void readObject(const QJsonObject &schema, ValueSchema &value, int depth)
    {
        const QJsonObject properties = schema["properties"_L1].toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            value.properties.push_back({it.key(), read(it.value(), depth + 1)});
        const QJsonArray required = schema["required"_L1].toArray();
        for (const QJsonValue &name : required) {
            if (name.isString())
                value.required.append(name.toString());
        }
        const QJsonValue others = schema["additionalProperties"_L1];
        value.closed = others.isBool() && !others.toBool();
        if (others.isObject())
            value.others.push_back(read(others, depth + 1));
    }

    std::vector<ValueSchema> readList(const QJsonValue &schemas, int depth)
    {
        std::vector<ValueSchema> list;
        const QJsonArray array = schemas.toArray();
        for (const QJsonValue &each : array)
            list.push_back(read(each, depth + 1));
        return list;
    }

    SchemaDocument m_document;
    int m_read = 0;
};

void appendNew(QJsonArray &list, const QJsonArray &more)
{
    for (const QJsonValue &each : more) {
        if (!list.contains(each))
            list.append(each);
    }
}

/// An object's schema with the properties that the elements of its `allOf` add; nothing where two
/// of them describe one property in different ways.
std::optional<QJsonObject> whole(QJsonObject schema, SchemaDocument &document, int depth = 0)
{
    if (depth > deepest)
        return QJsonObject();
    const QJsonArray parts = schema.value("allOf"_L1).toArray();
    QJsonObject properties = schema.value("properties"_L1).toObject();
    for (const QJsonValue &each : parts) {
        const auto part = whole(document.flattened(each.toObject()), document, depth + 1);
        if (!part)
            return std::nullopt;
        const QJsonObject added = part->value("properties"_L1).toObject();
        for (auto it = added.begin(); it != added.end(); ++it) {
            if (properties.contains(it.key()) && properties.value(it.key()) != it.value())
                return std::nullopt;
            properties.insert(it.key(), it.value());
        }
        for (const QString &key : {u"required"_s, u"x-order-properties"_s}) {
            QJsonArray names = schema.value(key).toArray();
            appendNew(names, part->value(key).toArray());
            schema.insert(key, names);
        }
    }
    schema.insert("properties"_L1, properties);
    return schema;
}

QStringList orderOf(const QJsonObject &input)
{
    const QJsonObject properties = input["properties"_L1].toObject();
    QStringList order;
    const auto append = [&order](const QString &name) {
        if (!name.isEmpty() && name != "model"_L1 && !order.contains(name))
            order.append(name);
    };
    const QJsonArray wanted = input["x-order-properties"_L1].toArray();
    for (const QJsonValue &name : wanted) {
        if (properties.contains(name.toString()))
            append(name.toString());
    }
    const QJsonArray required = input["required"_L1].toArray();
    for (const QJsonValue &name : required)
        append(name.toString());
    const QStringList names = properties.keys();
    for (const QString &name : names)
        append(name);
    return order;
}

} // namespace

std::optional<QList<Parameter>> readSchema(const QJsonObject &document)
{
    Reader reader(document);
    const auto input = whole(
        reader.document().flattened(document["components"_L1]["schemas"_L1]["Input"_L1].toObject()),
        reader.document());
    if (!input)
        return std::nullopt;
    const QJsonObject properties = input->value("properties"_L1).toObject();
    const QJsonArray required = input->value("required"_L1).toArray();
    const QStringList order = orderOf(*input);
    if (properties.isEmpty() || order.isEmpty())
        return std::nullopt;

    QList<Parameter> parameters;
    for (const QString &name : order) {
        const QJsonObject property = reader.document().flattened(properties[name].toObject());
        Parameter parameter;
        static_cast<ValueSchema &>(parameter) = reader.read(properties[name], 0);
        parameter.name = name;
        parameter.title = parameterTitle(name, property["title"_L1].toString());
        parameter.description = property["description"_L1].toString().trimmed();
        parameter.format = property["format"_L1].toString();
        parameter.defaultValue = property.contains("default"_L1)
            ? property["default"_L1]
            : QJsonValue(QJsonValue::Undefined);
        parameter.required = required.contains(name);
        parameters.append(parameter);
    }
    return parameters;
}

} // namespace catalog
