// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/forms.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

bool isTimes(QChar sign)
{
    return sign == u'*' || sign == u'x' || sign == u'X' || sign == u'×';
}

/// The two numbers beside the one sign that `isSign` knows.
template <typename IsSign>
std::optional<std::pair<double, double>> pairIn(const QString &text, IsSign isSign)
{
    const auto sign = std::find_if(text.begin(), text.end(), isSign);
    if (sign == text.end())
        return {};
    const qsizetype at = sign - text.begin();
    bool hasFirst = false;
    bool hasSecond = false;
    const double first = QStringView(text).first(at).trimmed().toDouble(&hasFirst);
    const double second = QStringView(text).sliced(at + 1).trimmed().toDouble(&hasSecond);
    if (!hasFirst || !hasSecond || !(first > 0) || !(second > 0) || !std::isfinite(first)
        || !std::isfinite(second))
        return {};
    return std::pair(first, second);
}

/// How people would say that both are the same: whatever the case, the sign, or whether a number
/// stands in a text.
QString plain(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    QString text = value.toString().trimmed().toLower();
    for (QChar &each : text) {
        if (each == u'×' || each == u'*')
            each = u'x';
    }
    return text;
}

/// Those of the parameter's choices that are one of these, in plain words.
QJsonArray offered(const Parameter &parameter, const QStringList &words)
{
    QJsonArray found;
    const QJsonArray all = choices(parameter);
    for (const QJsonValue &choice : all) {
        if ((choice.isString() || choice.isDouble()) && words.contains(plain(choice)))
            found.append(choice);
    }
    return found;
}

QJsonArray joined(QJsonArray some, const QJsonArray &more)
{
    for (const QJsonValue &each : more)
        some.append(each);
    return some;
}

/// The first of these forms that the parameter allows; the first of all where it allows none.
QJsonValue firstAllowed(const Parameter &parameter, const QJsonArray &forms)
{
    for (const QJsonValue &form : forms) {
        if (fault(parameter, form).isEmpty())
            return form;
    }
    return forms.first();
}

/// One of these forms, or what the parameter lists that people would call the same by one of these
/// words; the first form where none is allowed.
QJsonValue choose(const Parameter &parameter, const QJsonArray &forms, const QStringList &words)
{
    const QJsonValue chosen = firstAllowed(parameter, forms);
    if (fault(parameter, chosen).isEmpty())
        return chosen;
    const QJsonArray listed = offered(parameter, words);
    return listed.isEmpty() ? chosen : firstAllowed(parameter, listed);
}

QString separatorOf(const Parameter &parameter)
{
    QJsonArray examples = choices(parameter);
    if (examples.isEmpty())
        examples = {parameter.defaultValue};
    for (const QJsonValue &example : std::as_const(examples)) {
        const QString text = example.toString();
        if (!sidesIn(text))
            continue;
        const auto sign = std::find_if(text.begin(), text.end(), isTimes);
        return QString(*sign);
    }
    return u"*"_s;
}

} // namespace

std::optional<QSize> sidesIn(const QString &text)
{
    const auto sides = pairIn(text, isTimes);
    constexpr double most = 1'000'000; // px; no side of a picture
    if (!sides || sides->first > most || sides->second > most
        || std::floor(sides->first) != sides->first || std::floor(sides->second) != sides->second)
        return {};
    return QSize(static_cast<int>(sides->first), static_cast<int>(sides->second));
}

std::optional<double> ratioIn(const QString &text)
{
    const auto sides =
        pairIn(text, [](QChar sign) { return sign == u':' || sign == u'/' || isTimes(sign); });
    const double ratio = sides ? sides->first / sides->second : 0;
    constexpr double most = 1000; // no picture is longer
    return ratio >= 1 / most && ratio <= most ? std::optional(ratio) : std::nullopt;
}

bool sameShape(double ratio, double other)
{
    return std::abs(ratio - other) <= 0.01 * other;
}

std::optional<int> shortSideOf(const QString &resolution)
{
    const QString text = resolution.trimmed().toLower();
    if (text == "1k"_L1)
        return 1024;
    if (text == "2k"_L1)
        return 1440;
    if (text == "4k"_L1)
        return 2160;
    bool isNumber = false;
    const int side = (text.endsWith(u'p') ? text.chopped(1) : text).toInt(&isNumber);
    constexpr int most = 100'000; // px; no side of a picture
    return isNumber && side > 0 && side <= most ? std::optional(side) : std::nullopt;
}

std::optional<double> secondsIn(const QJsonValue &value)
{
    bool ok = value.isDouble();
    double seconds = value.toDouble();
    if (value.isString()) {
        QString text = value.toString().trimmed().toLower();
        if (text.endsWith(u's'))
            text.chop(1);
        seconds = text.toDouble(&ok);
    }
    return ok && std::isfinite(seconds) && seconds > 0 ? std::optional(seconds) : std::nullopt;
}

QJsonValue asNumber(double value)
{
    constexpr double exact = 9'007'199'254'740'992; // 2^53
    if (std::floor(value) == value && std::abs(value) <= exact)
        return static_cast<qint64>(value);
    return value;
}

QJsonArray choices(const ValueSchema &schema)
{
    if (!schema.allowed.isEmpty())
        return schema.allowed;
    QJsonArray all;
    for (const auto *branches : {&schema.anyOf, &schema.oneOf, &schema.allOf}) {
        for (const ValueSchema &branch : *branches)
            all = joined(all, choices(branch));
    }
    return all;
}

bool takesText(const ValueSchema &schema)
{
    if (!schema.takes(ValueSchema::String))
        return false;
    for (const auto *branches : {&schema.anyOf, &schema.oneOf}) {
        if (!branches->empty() && std::none_of(branches->begin(), branches->end(), takesText))
            return false;
    }
    return std::all_of(schema.allOf.begin(), schema.allOf.end(), takesText);
}

QJsonValue textForm(const Parameter &parameter, const QString &text)
{
    return choose(parameter, {text}, {plain(text)});
}

QJsonValue numberForm(const Parameter &parameter, double value)
{
    const QJsonValue number = asNumber(value);
    const QString text = plain(number);
    if (parameter.takes(ValueSchema::Number) || parameter.takes(ValueSchema::Integer))
        return choose(parameter, {number, text}, {text});
    return choose(parameter, {text, number}, {text});
}

QJsonValue seedForm(const Parameter &parameter, qint64 seed)
{
    return choose(parameter, {seed, QString::number(seed)}, {QString::number(seed)});
}

QJsonValue durationForm(const Parameter &parameter, double seconds)
{
    const QJsonValue natural = numberForm(parameter, seconds);
    const QString text = plain(natural);
    return choose(parameter, {natural}, {text, text + u's'});
}

QJsonValue resolutionForm(const Parameter &parameter, const QString &resolution)
{
    const QString text = plain(resolution);
    const QString number = text.endsWith(u'p') ? text.chopped(1) : text;
    QJsonArray forms{resolution};
    bool isNumber = false;
    const int side = number.toInt(&isNumber);
    if (isNumber)
        forms.append(side);
    return choose(parameter, forms, {text, number, number + u'p'});
}

QJsonValue ratioForm(const Parameter &parameter, double ratio, const QString &text)
{
    const QJsonValue natural = textForm(parameter, text);
    if (fault(parameter, natural).isEmpty())
        return natural;
    const QJsonArray all = choices(parameter);
    QJsonValue nearest = natural;
    double least = 1;
    for (const QJsonValue &choice : all) {
        const auto other =
            choice.isDouble() ? std::optional(choice.toDouble()) : ratioIn(choice.toString());
        if (!other || !sameShape(ratio, *other) || !fault(parameter, choice).isEmpty())
            continue;
        if (const double distance = std::abs(ratio - *other) / *other; distance < least) {
            least = distance;
            nearest = choice;
        }
    }
    return nearest;
}

QJsonValue sizeForm(const Parameter &parameter, QSize sides)
{
    QJsonArray forms;
    const QJsonArray all = choices(parameter);
    for (const QJsonValue &choice : all) {
        if (sidesIn(choice.toString()) == sides)
            forms.append(choice);
    }
    for (const QString &sign : {separatorOf(parameter), u"*"_s, u"x"_s, u"×"_s})
        forms.append(QString::number(sides.width()) + sign + QString::number(sides.height()));
    return firstAllowed(parameter, forms);
}

QJsonValue pictureForm(const Parameter &parameter, const QString &address)
{
    const QJsonValue list = QJsonArray{address};
    if (takesText(parameter))
        return firstAllowed(parameter, {address, list});
    return firstAllowed(parameter, {list, address});
}

} // namespace catalog
