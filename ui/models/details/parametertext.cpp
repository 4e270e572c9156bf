// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modeltext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

namespace ui::modeltext {

using namespace Qt::StringLiterals;
using catalog::ValueSchema;

namespace {

constexpr int mostChoices = 12; ///< of an enum, that are named
constexpr int longestValue = 40;

/// Where the texts of this file stand among the translations.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::modeltext)
};

QString number(double value)
{
    return QLocale::c().toString(value, 'g', 10);
}

QString valueText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("on") : Words::tr("off");
    if (value.isDouble())
        return number(value.toDouble());
    QString text = value.toString();
    if (value.isArray())
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    else if (value.isObject())
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    text = text.simplified();
    return text.size() > longestValue ? text.left(longestValue - 1) + u'…' : text;
}

/// The schema that says something: "a number or null" is written as an `anyOf` of the two.
const ValueSchema &meant(const ValueSchema &schema)
{
    if (schema.types || !schema.allowed.isEmpty())
        return schema;
    for (const auto *choices : {&schema.anyOf, &schema.oneOf, &schema.allOf}) {
        for (const ValueSchema &choice : *choices) {
            if (choice.types != ValueSchema::Null)
                return meant(choice);
        }
    }
    return schema;
}

QString typeText(const ValueSchema &schema, const QString &format)
{
    if (schema.types.testFlag(ValueSchema::Array)) {
        if (schema.items.empty())
            return Words::tr("list");
        //: A list of texts, of numbers, …
        return Words::tr("list: %1").arg(typeText(meant(schema.items.front()), format));
    }
    if (schema.types.testFlag(ValueSchema::Boolean))
        return Words::tr("on or off");
    if (schema.types.testFlag(ValueSchema::String))
        return format == "uri"_L1 || format == "binary"_L1 ? Words::tr("file or address")
                                                           : Words::tr("text");
    if (schema.types.testFlag(ValueSchema::Number))
        return Words::tr("number");
    if (schema.types.testFlag(ValueSchema::Integer))
        return Words::tr("whole number");
    if (schema.types.testFlag(ValueSchema::Object))
        return Words::tr("group of values");
    return Words::tr("any value");
}

QString choicesText(const QJsonArray &allowed)
{
    QStringList texts;
    for (const QJsonValue &value : allowed) {
        if (texts.size() == mostChoices) {
            //: After the first of a list of values: how many there are besides.
            return Words::tr("%1 and %2 more")
                .arg(texts.join(u", "_s))
                .arg(allowed.size() - mostChoices);
        }
        if (!value.isNull())
            texts.append(valueText(value));
    }
    return texts.join(u", "_s);
}

QString rangeText(const ValueSchema &schema)
{
    const auto least = schema.minimum ? schema.minimum : schema.above;
    const auto most = schema.maximum ? schema.maximum : schema.below;
    // What a computer's number can hold is no limit that a person wants to read.
    const bool hasMost = most && std::abs(*most) < 1e9;
    const bool hasLeast = least && std::abs(*least) < 1e9;
    if (hasLeast && hasMost)
        return Words::tr("%1–%2").arg(number(*least), number(*most));
    if (hasMost)
        return Words::tr("at most %1").arg(number(*most));
    if (hasLeast)
        return Words::tr("at least %1").arg(number(*least));
    return {};
}

QString lengthText(const ValueSchema &schema)
{
    if (schema.types.testFlag(ValueSchema::Array) && schema.maxItems)
        return Words::tr("at most %n entries", nullptr, *schema.maxItems);
    if (schema.types.testFlag(ValueSchema::String) && schema.maxLength)
        return Words::tr("at most %n characters", nullptr, *schema.maxLength);
    return {};
}

} // namespace

QString limits(const catalog::Parameter &parameter)
{
    const ValueSchema &schema = meant(parameter);
    QStringList parts;
    if (!schema.allowed.isEmpty())
        parts.append(choicesText(schema.allowed));
    else
        parts << typeText(schema, parameter.format) << rangeText(schema);
    if (schema.multipleOf && *schema.multipleOf != 1)
        parts.append(Words::tr("in steps of %1").arg(number(*schema.multipleOf)));
    parts.append(lengthText(schema));
    const QString standard = valueText(parameter.defaultValue);
    if (!standard.isEmpty())
        parts.append(Words::tr("default %1").arg(standard));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace ui::modeltext
