// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/models/ownfault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// A value as the service names it in a message.
QString text(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QString texts(const QJsonArray &values)
{
    QStringList all;
    for (const QJsonValue &value : values)
        all.append(text(value));
    return all.join(u", "_s);
}

/// As JSON Schema compares: 5 and 5.0 are the same, at any depth.
bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble())
        return a.toDouble() == b.toDouble();
    if (a.isArray() && b.isArray()) {
        const QJsonArray left = a.toArray();
        const QJsonArray right = b.toArray();
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), isSame);
    }
    if (a.isObject() && b.isObject()) {
        const QJsonObject left = a.toObject();
        const QJsonObject right = b.toObject();
        const QStringList keys = left.keys();
        return keys == right.keys()
            && std::all_of(keys.begin(), keys.end(),
                           [&](const QString &key) { return isSame(left[key], right[key]); });
    }
    return a == b;
}

bool holds(const QJsonArray &values, const QJsonValue &value)
{
    return std::any_of(values.begin(), values.end(),
                       [&](const QJsonValue &each) { return isSame(each, value); });
}

bool isInteger(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

bool isMultiple(double value, double of)
{
    // 0.3 is a multiple of 0.1, whatever binary fractions make of it.
    const double times = value / of;
    return std::fabs(times - std::round(times)) <= 1e-9 * std::fmax(1, std::fabs(times));
}

using TypeTest = bool (*)(const QJsonValue &);

constexpr std::array<std::pair<QLatin1StringView, TypeTest>, 7> typeTests{
    {{"string"_L1, [](const QJsonValue &value) { return value.isString(); }},
     {"integer"_L1, isInteger},
     {"number"_L1, [](const QJsonValue &value) { return value.isDouble(); }},
     {"boolean"_L1, [](const QJsonValue &value) { return value.isBool(); }},
     {"array"_L1, [](const QJsonValue &value) { return value.isArray(); }},
     {"object"_L1, [](const QJsonValue &value) { return value.isObject(); }},
     {"null"_L1, [](const QJsonValue &value) { return value.isNull(); }}}};

QString typeFault(const QJsonObject &schema, const QJsonValue &value)
{
    QJsonArray names = schema["type"_L1].toArray();
    if (schema["type"_L1].isString())
        names.append(schema["type"_L1]);
    if (schema["nullable"_L1].toBool() && !names.isEmpty())
        names.append(u"null"_s);
    QStringList known;
    for (const QJsonValue &name : std::as_const(names)) {
        const auto test = std::find_if(typeTests.begin(), typeTests.end(), [&](const auto &each) {
            return each.first == name.toString();
        });
        if (test == typeTests.end())
            continue;
        if (test->second(value))
            return {};
        known.append(name.toString());
    }
    return known.isEmpty() ? QString() : u"must be "_s + known.join(u" or "_s);
}

QString choiceFault(const QJsonObject &schema, const QJsonValue &value)
{
    if (schema["enum"_L1].isArray() && !holds(schema["enum"_L1].toArray(), value))
        return u"must be one of: "_s + texts(schema["enum"_L1].toArray());
    if (schema.contains("const"_L1) && !isSame(schema["const"_L1], value))
        return u"must be "_s + text(schema["const"_L1]);
    return {};
}

QString numberFault(const QJsonObject &schema, double value)
{
    const QJsonValue least = schema["minimum"_L1];
    const QJsonValue most = schema["maximum"_L1];
    const QJsonValue above = schema["exclusiveMinimum"_L1];
    const QJsonValue below = schema["exclusiveMaximum"_L1];
    if (least.isDouble() && value < least.toDouble())
        return u"must be >= "_s + text(least);
    if (most.isDouble() && value > most.toDouble())
        return u"must be <= "_s + text(most);
    if (least.isDouble() && above.toBool() && value == least.toDouble())
        return u"must be > "_s + text(least);
    if (most.isDouble() && below.toBool() && value == most.toDouble())
        return u"must be < "_s + text(most);
    if (above.isDouble() && value <= above.toDouble())
        return u"must be > "_s + text(above);
    if (below.isDouble() && value >= below.toDouble())
        return u"must be < "_s + text(below);
    const double step = schema["multipleOf"_L1].toDouble();
    if (step > 0 && !isMultiple(value, step))
        return u"must be a multiple of "_s + text(schema["multipleOf"_L1]);
    return {};
}

QString textFault(const QJsonObject &schema, const QString &value)
{
    const QJsonValue least = schema["minLength"_L1];
    const QJsonValue most = schema["maxLength"_L1];
    const auto length = static_cast<double>(value.toUcs4().size());
    if (least.isDouble() && length < least.toDouble())
        return u"must have at least %1 characters"_s.arg(text(least));
    if (most.isDouble() && length > most.toDouble())
        return u"must have at most %1 characters"_s.arg(text(most));
    const QString pattern = schema["pattern"_L1].toString();
    const QRegularExpression expression(pattern);
    if (!pattern.isEmpty() && expression.isValid() && !expression.match(value).hasMatch())
        return u"must match the pattern "_s + pattern;
    return {};
}

QString lengthFault(const QJsonObject &schema, const QJsonArray &value)
{
    const QJsonValue least = schema["minItems"_L1];
    const QJsonValue most = schema["maxItems"_L1];
    const auto length = static_cast<double>(value.size());
    if (least.isDouble() && length < least.toDouble())
        return u"must have at least %1 items"_s.arg(text(least));
    if (most.isDouble() && length > most.toDouble())
        return u"must have at most %1 items"_s.arg(text(most));
    if (!schema["uniqueItems"_L1].toBool())
        return {};
    QJsonArray seen;
    for (const QJsonValue &item : value) {
        if (holds(seen, item))
            return u"must not have the same item twice"_s;
        seen.append(item);
    }
    return {};
}

} // namespace

QString ownFault(const QJsonObject &schema, const QJsonValue &value)
{
    QString found = typeFault(schema, value);
    if (found.isEmpty())
        found = choiceFault(schema, value);
    if (found.isEmpty() && value.isDouble())
        found = numberFault(schema, value.toDouble());
    if (found.isEmpty() && value.isString())
        found = textFault(schema, value.toString());
    if (found.isEmpty() && value.isArray())
        found = lengthFault(schema, value.toArray());
    return found;
}

} // namespace sandbox
