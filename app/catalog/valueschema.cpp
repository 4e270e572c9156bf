// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/valueschema.h"

#include "catalog/jsonvalue.h"

#include <QCache>
#include <QCoreApplication>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

/// 10,000 jobs are checked against the same few patterns.
QRegularExpression compiled(const QString &pattern)
{
    thread_local QCache<QString, QRegularExpression> known;
    if (const QRegularExpression *found = known.object(pattern))
        return *found;
    const QRegularExpression made(pattern);
    known.insert(pattern, new QRegularExpression(made));
    return made;
}

/// Says what is wrong with one value; empty is nothing.
class Finding
{
    Q_DECLARE_TR_FUNCTIONS(catalog::ValueSchema)
public:
    static QString ofNothing() { return tr("takes no value at all."); }
    static QString ofType(const ValueSchema &schema, const QJsonValue &value);
    static QString ofAllowed(const ValueSchema &schema, const QJsonValue &value);
    static QString ofNumber(const ValueSchema &schema, double value);
    static QString ofText(const ValueSchema &schema, const QString &value);
    static QString ofList(const ValueSchema &schema, const QJsonArray &value);
    static QString ofObject(const ValueSchema &schema, const QJsonObject &value);
    static QString ofFurtherKeys(const ValueSchema &schema, const QJsonObject &value,
                                 const QStringList &known);
    static QString ofChoice(const ValueSchema &schema, const QJsonValue &value);

private:
    static QString typeWords(ValueSchema::Types types);
    static QString notAny(const std::vector<ValueSchema> &branches, const QJsonValue &value);
    static QString orList(const QStringList &words);
};

bool isWhole(double value)
{
    return std::isfinite(value) && value == std::floor(value);
}

bool isMultiple(double value, double of)
{
    const double quotient = value / of;
    // 0.3 / 0.1 is 2.9999999999999996.
    return std::abs(quotient - std::round(quotient)) <= 1e-9 * std::max(1.0, std::abs(quotient));
}

ValueSchema::Types typesOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return ValueSchema::String;
    case QJsonValue::Double:
        return isWhole(value.toDouble())
            ? ValueSchema::Types(ValueSchema::Integer | ValueSchema::Number)
            : ValueSchema::Types(ValueSchema::Number);
    case QJsonValue::Bool:
        return ValueSchema::Boolean;
    case QJsonValue::Array:
        return ValueSchema::Array;
    case QJsonValue::Object:
        return ValueSchema::Object;
    case QJsonValue::Null:
        return ValueSchema::Null;
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

bool fitsType(const ValueSchema &schema, const QJsonValue &value)
{
    return !schema.types || (schema.types & typesOf(value));
}

QString Finding::orList(const QStringList &words)
{
    QString list = words.value(0);
    for (qsizetype i = 1; i < words.size(); ++i)
        list = tr("%1 or %2", "two or more things to choose from").arg(list, words.at(i));
    return list;
}

QString Finding::typeWords(ValueSchema::Types types)
{
    QStringList words;
    if (types & ValueSchema::String)
        words.append(tr("a text"));
    if (types & ValueSchema::Number)
        words.append(tr("a number"));
    else if (types & ValueSchema::Integer)
        words.append(tr("a whole number"));
    if (types & ValueSchema::Boolean)
        words.append(tr("true or false"));
    if (types & ValueSchema::Array)
        words.append(tr("a list"));
    if (types & ValueSchema::Object)
        words.append(tr("keys with values"));
    if (types & ValueSchema::Null)
        words.append(tr("null"));
    return orList(words);
}

QString Finding::ofType(const ValueSchema &schema, const QJsonValue &value)
{
    return fitsType(schema, value) ? QString() : tr("must be %1.").arg(typeWords(schema.types));
}

QString Finding::ofAllowed(const ValueSchema &schema, const QJsonValue &value)
{
    QStringList words;
    for (const QJsonValue &each : schema.allowed) {
        if (sameValue(each, value))
            return {};
        words.append(valueText(each));
    }
    if (words.isEmpty())
        return {};
    return words.size() == 1 ? tr("must be %1.").arg(words.first())
                             : tr("must be one of %1.").arg(words.join(u", "));
}

QString Finding::ofNumber(const ValueSchema &schema, double value)
{
    const bool tooSmall = schema.minimum && value < *schema.minimum;
    const bool tooLarge = schema.maximum && value > *schema.maximum;
    if ((tooSmall || tooLarge) && schema.minimum && schema.maximum) {
        return tr("must be between %1 and %2.")
            .arg(numberText(*schema.minimum), numberText(*schema.maximum));
    }
    if (tooSmall)
        return tr("must be at least %1.").arg(numberText(*schema.minimum));
    if (tooLarge)
        return tr("must be at most %1.").arg(numberText(*schema.maximum));
    if (schema.above && value <= *schema.above)
        return tr("must be more than %1.").arg(numberText(*schema.above));
    if (schema.below && value >= *schema.below)
        return tr("must be less than %1.").arg(numberText(*schema.below));
    if (schema.multipleOf && !isMultiple(value, *schema.multipleOf))
        return tr("must be a multiple of %1.").arg(numberText(*schema.multipleOf));
    return {};
}

QString Finding::ofText(const ValueSchema &schema, const QString &value)
{
    const auto length = static_cast<int>(value.toUcs4().size());
    if (schema.minLength && length < *schema.minLength) {
        return length == 0 ? tr("must not be empty.")
                           : tr("must have at least %n character(s).", nullptr, *schema.minLength);
    }
    if (schema.maxLength && length > *schema.maxLength) {
        return tr("must have at most %n character(s); this has %1.", nullptr, *schema.maxLength)
            .arg(length);
    }
    if (!schema.pattern.isEmpty()) {
        const QRegularExpression pattern = compiled(schema.pattern);
        // A pattern that can't be understood here is left to the service.
        if (pattern.isValid() && !pattern.match(value).hasMatch())
            return tr("must match the pattern %1.").arg(schema.pattern);
    }
    return {};
}

QString Finding::ofList(const ValueSchema &schema, const QJsonArray &value)
{
    if (schema.minItems && value.size() < *schema.minItems)
        return tr("must have at least %n element(s).", nullptr, *schema.minItems);
    if (schema.maxItems && value.size() > *schema.maxItems)
        return tr("must have at most %n element(s).", nullptr, *schema.maxItems);
    for (qsizetype i = 0; schema.uniqueItems && i < value.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (sameValue(value.at(i), value.at(j)))
                return tr("must not have the same element twice: %1.").arg(valueText(value.at(i)));
        }
    }
    if (schema.items.empty())
        return {};
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QString wrong = fault(schema.items.front(), value.at(i));
        if (!wrong.isEmpty()) {
            //: %1 is a place in a list, 1 the first; %2 says what it must be: "must be a text."
            return tr("element %1: %2").arg(i + 1).arg(wrong);
        }
    }
    return {};
}

QString Finding::ofObject(const ValueSchema &schema, const QJsonObject &value)
{
    for (const QString &name : schema.required) {
        if (!value.contains(name))
            return tr("must have the key \"%1\".").arg(name);
    }
    QStringList known;
    for (const PropertySchema &property : schema.properties) {
        known.append(property.name);
        const auto given = value.constFind(property.name);
        if (given == value.constEnd())
            continue;
        const QString wrong = fault(property.schema, *given);
        if (!wrong.isEmpty()) {
            //: %1 is a key; %2 says what its value must be: "must be a text."
            return tr("\"%1\": %2").arg(property.name, wrong);
        }
    }
    return ofFurtherKeys(schema, value, known);
}

QString Finding::ofFurtherKeys(const ValueSchema &schema, const QJsonObject &value,
                               const QStringList &known)
{
    for (auto it = value.begin(); it != value.end(); ++it) {
        if (known.contains(it.key()))
            continue;
        if (schema.closed) {
            return known.isEmpty()
                ? tr("must have no keys.")
                : tr("must not have the key \"%1\": it takes %2.").arg(it.key(), known.join(u", "));
        }
        const QString wrong =
            schema.others.empty() ? QString() : fault(schema.others.front(), it.value());
        if (!wrong.isEmpty())
            return tr("\"%1\": %2").arg(it.key(), wrong);
    }
    return {};
}

QString Finding::notAny(const std::vector<ValueSchema> &branches, const QJsonValue &value)
{
    // What is wrong with a value of the right type says more than that others would do as well.
    QStringList ofItsType;
    QStringList all;
    for (const ValueSchema &branch : branches) {
        const QString wrong = fault(branch, value);
        if (wrong.isEmpty())
            return {};
        if (branch.never)
            continue; // it has nothing to say of what would do
        all.append(wrong);
        if (fitsType(branch, value))
            ofItsType.append(wrong);
    }
    if (all.isEmpty())
        return ofNothing();
    QStringList &best = ofItsType.isEmpty() ? all : ofItsType;
    best.removeDuplicates();
    for (qsizetype i = 0; i + 1 < best.size(); ++i) {
        if (best.at(i).endsWith(u'.') || best.at(i).endsWith(u'。'))
            best[i].chop(1);
    }
    return orList(best);
}

QString Finding::ofChoice(const ValueSchema &schema, const QJsonValue &value)
{
    for (const ValueSchema &each : schema.allOf) {
        const QString wrong = fault(each, value);
        if (!wrong.isEmpty())
            return wrong;
    }
    if (!schema.anyOf.empty()) {
        const QString wrong = notAny(schema.anyOf, value);
        if (!wrong.isEmpty())
            return wrong;
    }
    if (schema.oneOf.empty())
        return {};
    const auto fitting =
        std::count_if(schema.oneOf.begin(), schema.oneOf.end(),
                      [&value](const ValueSchema &each) { return fault(each, value).isEmpty(); });
    if (fitting > 1)
        return tr("must fit exactly one of the forms that it can have, and fits several.");
    return fitting == 1 ? QString() : notAny(schema.oneOf, value);
}

} // namespace

QString fault(const ValueSchema &schema, const QJsonValue &value)
{
    if (schema.never)
        return Finding::ofNothing();
    QString wrong = Finding::ofType(schema, value);
    if (wrong.isEmpty())
        wrong = Finding::ofAllowed(schema, value);
    if (wrong.isEmpty()) {
        if (value.isDouble())
            wrong = Finding::ofNumber(schema, value.toDouble());
        else if (value.isString())
            wrong = Finding::ofText(schema, value.toString());
        else if (value.isArray())
            wrong = Finding::ofList(schema, value.toArray());
        else if (value.isObject())
            wrong = Finding::ofObject(schema, value.toObject());
    }
    return wrong.isEmpty() ? Finding::ofChoice(schema, value) : wrong;
}

} // namespace catalog
