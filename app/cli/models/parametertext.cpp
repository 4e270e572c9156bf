// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/models/modeltext.h"

#include "catalog/jsonvalue.h"

#include <QCoreApplication>
#include <QLocale>

namespace cli {

using namespace Qt::StringLiterals;
using catalog::ValueSchema;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Parameter)
};

QString kindText(const ValueSchema &schema);

QString listText(const ValueSchema &schema)
{
    const QString each = schema.items.empty() ? QString() : kindText(schema.items.front());
    return each.isEmpty() ? Words::tr("a list") : Words::tr("a list of: %1").arg(each);
}

QString kindText(const ValueSchema &schema)
{
    QStringList kinds;
    const auto add = [&](ValueSchema::Type type, const QString &text) {
        if (schema.types.testFlag(type))
            kinds.append(text);
    };
    add(ValueSchema::String, Words::tr("text"));
    if (!schema.types.testFlag(ValueSchema::Number))
        add(ValueSchema::Integer, Words::tr("whole number"));
    add(ValueSchema::Number, Words::tr("number"));
    add(ValueSchema::Boolean, Words::tr("true or false"));
    if (schema.types.testFlag(ValueSchema::Array))
        kinds.append(listText(schema));
    add(ValueSchema::Object, Words::tr("an object"));
    for (const auto *choices : {&schema.anyOf, &schema.oneOf}) {
        for (const ValueSchema &choice : *choices)
            kinds.append(kindText(choice));
    }
    kinds.removeAll(QString());
    kinds.removeDuplicates();
    return kinds.join(Words::tr(" or ", "between two kinds of value"));
}

/// As it would be typed: no exponents.
QString numberText(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

QString rangeText(const ValueSchema &schema)
{
    QStringList parts;
    if (schema.minimum && schema.maximum) {
        parts +=
            Words::tr("%1 to %2").arg(numberText(*schema.minimum), numberText(*schema.maximum));
    } else {
        if (schema.minimum)
            parts += Words::tr("at least %1").arg(numberText(*schema.minimum));
        if (schema.maximum)
            parts += Words::tr("at most %1").arg(numberText(*schema.maximum));
    }
    if (schema.above)
        parts += Words::tr("more than %1").arg(numberText(*schema.above));
    if (schema.below)
        parts += Words::tr("less than %1").arg(numberText(*schema.below));
    if (schema.multipleOf)
        parts += Words::tr("in steps of %1").arg(numberText(*schema.multipleOf));
    return parts.join(u", "_s);
}

QString sizeText(const ValueSchema &schema)
{
    QStringList parts;
    if (schema.minLength == 1)
        parts += Words::tr("not empty");
    else if (schema.minLength.value_or(0) > 1)
        parts += Words::tr("at least %1 characters").arg(*schema.minLength);
    if (schema.maxLength)
        parts += Words::tr("at most %1 characters").arg(*schema.maxLength);
    if (schema.minItems.value_or(0) > 0)
        parts += Words::tr("entries: at least %1").arg(*schema.minItems);
    if (schema.maxItems)
        parts += Words::tr("entries: at most %1").arg(*schema.maxItems);
    return parts.join(u", "_s);
}

QString allowedText(const ValueSchema &schema)
{
    QStringList values;
    for (const QJsonValue &value : schema.allowed)
        values += valueText(value);
    return values.isEmpty() ? QString() : Words::tr("one of %1").arg(values.join(u" | "_s));
}

} // namespace

QString valueText(const QJsonValue &value)
{
    if (value.isString() && !value.toString().isEmpty())
        return value.toString();
    return catalog::compactJson(value);
}

QString parameterText(const catalog::Parameter &parameter)
{
    QStringList parts{kindText(parameter)};
    if (parameter.required)
        parts += Words::tr("required");
    parts += {allowedText(parameter), rangeText(parameter), sizeText(parameter)};
    if (!parameter.pattern.isEmpty())
        parts += Words::tr("of the form %1").arg(parameter.pattern);
    if (!parameter.defaultValue.isUndefined() && !parameter.defaultValue.isNull())
        parts += Words::tr("default %1").arg(valueText(parameter.defaultValue));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace cli
