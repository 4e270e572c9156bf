// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace catalog {

struct PropertySchema;

/// What a value must be: the part of JSON Schema (as OpenAPI 3.0 and 3.1 use it) that the models'
/// schemas are written in. What isn't said is allowed.
struct ValueSchema
{
    enum Type {
        String = 0x01,
        Integer = 0x02, ///< a number without a fraction, 5.0 too
        Number = 0x04,
        Boolean = 0x08,
        Array = 0x10,
        Object = 0x20,
        Null = 0x40, ///< also OpenAPI 3.0's `nullable`
    };
    Q_DECLARE_FLAGS(Types, Type)

    Types types;        ///< none: any
    QJsonArray allowed; ///< `enum`, or the one value of `const`; empty: any
    bool never = false; ///< no value fits: an empty `enum`, or the schema `false`
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<double> above; ///< `exclusiveMinimum`, as a number or as 3.0's flag
    std::optional<double> below; ///< `exclusiveMaximum`
    std::optional<double> multipleOf;
    std::optional<int> minLength; ///< characters: Unicode code points, as JSON Schema counts
    std::optional<int> maxLength;
    QString pattern; ///< ECMA 262, not anchored; empty: any
    std::optional<int> minItems;
    std::optional<int> maxItems;
    bool uniqueItems = false;
    std::vector<ValueSchema> items;         ///< one or none: what every element must be
    std::vector<PropertySchema> properties; ///< of an object
    QStringList required;                   ///< of those
    bool closed = false;                    ///< `additionalProperties: false`
    std::vector<ValueSchema> others; ///< one or none: what the value of a further key must be
    std::vector<ValueSchema> anyOf;  ///< at least one of these, where there are any
    std::vector<ValueSchema> oneOf;  ///< exactly one
    std::vector<ValueSchema> allOf;  ///< each

    bool takes(Type type) const { return !types || types.testFlag(type); }
};

/// One key of an object.
struct PropertySchema
{
    QString name;
    ValueSchema schema;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ValueSchema::Types)

/// What is wrong with a value, in words for people that say what is allowed, to follow the
/// parameter's name: "must be one of 480p, 720p, 1080p." Empty: nothing.
QString fault(const ValueSchema &schema, const QJsonValue &value);

} // namespace catalog
