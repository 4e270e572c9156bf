// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/model.h"

#include <algorithm>

namespace catalog {

namespace {

std::optional<double> smallestOrLargest(const Parameter *parameter, bool largest)
{
    if (!parameter)
        return std::nullopt;
    const std::optional<double> bound = largest ? parameter->maximum : parameter->minimum;
    if (bound || parameter->allowed.isEmpty())
        return bound;
    // Some models list the lengths that they make instead of giving a range.
    std::optional<double> best;
    for (const QJsonValue &value : parameter->allowed) {
        bool ok = value.isDouble();
        const double number = ok ? value.toDouble() : value.toString().toDouble(&ok);
        if (ok && (!best || (largest ? number > *best : number < *best)))
            best = number;
    }
    return best;
}

} // namespace

const Parameter *Model::parameter(QStringView name) const
{
    const auto it = std::find_if(parameters.begin(), parameters.end(),
                                 [name](const Parameter &each) { return each.name == name; });
    return it == parameters.end() ? nullptr : &*it;
}

const Parameter *Model::firstParameter(const QStringList &names) const
{
    for (const QString &name : names) {
        if (const Parameter *found = parameter(name))
            return found;
    }
    return nullptr;
}

bool Model::takesImage() const
{
    return id.contains(u"image-to-")
        || firstParameter({QStringLiteral("image_url"), QStringLiteral("image")});
}

std::optional<double> Model::maxDuration() const
{
    return smallestOrLargest(parameter(u"duration"), true);
}

std::optional<double> Model::minDuration() const
{
    return smallestOrLargest(parameter(u"duration"), false);
}

QStringList Model::resolutions() const
{
    QStringList list;
    if (const Parameter *resolution = parameter(u"resolution")) {
        for (const QJsonValue &value : resolution->allowed)
            list.append(value.toString());
    }
    return list;
}

} // namespace catalog
