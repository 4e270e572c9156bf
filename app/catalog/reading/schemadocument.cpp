// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/schemadocument.h"

#include <QJsonArray>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestChain = 16; // of references
constexpr int mostSteps = 20'000;

/// Keys that say nothing of a value: where both sides have one, the outer one holds.
bool isRemark(const QString &key)
{
    static const QStringList remarks = {u"title"_s,   u"description"_s, u"default"_s,
                                        u"example"_s, u"examples"_s,    u"deprecated"_s};
    return remarks.contains(key) || key.startsWith("x-"_L1);
}

/// Both in one; nothing where they say different things of the value.
std::optional<QJsonObject> together(const QJsonObject &outer, const QJsonObject &inner)
{
    // OpenAPI 3.0: it adds null to the type beside it, and says nothing where there is none.
    const QString nullable = u"nullable"_s;
    const auto takesNull = [&nullable](const QJsonObject &schema) {
        return !schema.contains("type"_L1) || schema[nullable].toBool();
    };
    QJsonObject both = inner;
    for (auto it = outer.begin(); it != outer.end(); ++it) {
        if (it.key() == nullable)
            continue;
        if (both.contains(it.key()) && both[it.key()] != it.value() && !isRemark(it.key()))
            return std::nullopt;
        both[it.key()] = it.value();
    }
    both.remove(nullable);
    if (both.contains("type"_L1) && takesNull(outer) && takesNull(inner))
        both[nullable] = true;
    return both;
}

bool isNull(const QJsonValue &schema)
{
    return schema["type"_L1].toString() == "null"_L1;
}

/// The schema made to take null as well; nothing where that can't be said by its type.
std::optional<QJsonObject> orNull(QJsonObject schema)
{
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString())
        schema["type"_L1] = QJsonArray{type, u"null"_s};
    else
        return std::nullopt;
    // One that takes null by itself would fit twice in a `oneOf`.
    if (schema["nullable"_L1].toBool() || schema.contains("const"_L1) || schema.contains("anyOf"_L1)
        || schema.contains("oneOf"_L1) || schema.contains("allOf"_L1)) {
        return std::nullopt;
    }
    if (schema.contains("enum"_L1)) {
        QJsonArray allowed = schema.value("enum"_L1).toArray();
        allowed.append(QJsonValue::Null);
        schema["enum"_L1] = allowed;
    }
    return schema;
}

} // namespace

SchemaDocument::SchemaDocument(QJsonObject document)
    : m_document(std::move(document))
{
}

QJsonObject SchemaDocument::target(const QString &reference) const
{
    if (!reference.startsWith("#/"_L1))
        return {};
    QJsonValue found = m_document;
    const QStringList path = reference.mid(2).split(u'/');
    for (QString key : path) {
        key = QUrl::fromPercentEncoding(key.toUtf8());
        found = found[key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1)];
    }
    return found.toObject();
}

std::optional<QJsonObject> SchemaDocument::withoutNull(const QJsonObject &schema,
                                                       const QString &key, int depth)
{
    const QJsonArray choices = schema[key].toArray();
    if (choices.size() != 2 || isNull(choices.at(0)) == isNull(choices.at(1)))
        return std::nullopt;
    const QJsonValue choice = isNull(choices.at(0)) ? choices.at(1) : choices.at(0);
    const auto inner = orNull(flattened(choice.toObject(), depth + 1));
    if (!inner)
        return std::nullopt;
    QJsonObject outer = schema;
    outer.remove(key);
    return together(outer, *inner);
}

QJsonObject SchemaDocument::flattened(const QJsonObject &schema)
{
    return flattened(schema, 0);
}

QJsonObject SchemaDocument::flattened(QJsonObject schema, int depth)
{
    if (depth > longestChain || ++m_steps > mostSteps)
        return {};
    if (schema.contains("$ref"_L1)) {
        const QJsonObject inner = flattened(target(schema.value("$ref"_L1).toString()), depth + 1);
        schema.remove("$ref"_L1);
        if (const auto both = together(schema, inner)) {
            schema = *both;
        } else {
            QJsonArray each = schema.value("allOf"_L1).toArray();
            each.append(inner);
            schema["allOf"_L1] = each;
        }
    }
    const QJsonArray all = schema.value("allOf"_L1).toArray();
    if (all.size() == 1 && all.first().isObject()) {
        const QJsonObject inner = flattened(all.at(0).toObject(), depth + 1);
        QJsonObject outer = schema;
        outer.remove("allOf"_L1);
        schema = together(outer, inner).value_or(schema);
    }
    for (const QString &key : {u"anyOf"_s, u"oneOf"_s})
        schema = withoutNull(schema, key, depth).value_or(schema);
    return schema;
}

} // namespace catalog
