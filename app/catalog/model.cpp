// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/model.h"

#include "catalog/request/counterparts.h"
#include "catalog/request/forms.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kindKeys{
    std::pair(ModelKind::TextToImage, "text-to-image"_L1),
    std::pair(ModelKind::ImageToImage, "image-to-image"_L1),
    std::pair(ModelKind::TextToVideo, "text-to-video"_L1),
    std::pair(ModelKind::ImageToVideo, "image-to-video"_L1),
    std::pair(ModelKind::VideoToVideo, "video-to-video"_L1),
    std::pair(ModelKind::Other, "other"_L1),
};

/// The lengths that a parameter offers, s. What isn't above zero has another meaning ("-1": as the
/// model likes).
QList<double> lengthsIn(const Parameter &duration)
{
    QList<double> lengths;
    const QJsonArray offered = choices(duration);
    for (const QJsonValue &value : offered) {
        const auto seconds = secondsIn(value);
        if (seconds && *seconds > 0)
            lengths.append(*seconds);
    }
    return lengths;
}

/// px, of "720p", "4k", "1280x720".
std::optional<int> linesOf(const QString &resolution)
{
    const auto sides = sidesIn(resolution);
    return sides ? std::min(sides->width(), sides->height()) : shortSideOf(resolution);
}

} // namespace

batch::Cost Price::at(const QString &resolution) const
{
    const auto exact = byResolution.constFind(resolution.trimmed().toLower());
    if (exact != byResolution.constEnd())
        return *exact;
    const auto wanted = linesOf(resolution);
    if (!wanted)
        return each;
    QMap<int, batch::Cost> byLines;
    for (auto it = byResolution.begin(); it != byResolution.end(); ++it) {
        if (const auto lines = linesOf(it.key()))
            byLines.insert(*lines, *it);
    }
    if (byLines.isEmpty())
        return each;
    // Coders round sides up: 1088 lines are 1080p.
    const auto least = static_cast<int>(std::ceil(*wanted * 0.98));
    const auto offered = byLines.lowerBound(byLines.contains(*wanted) ? *wanted : least);
    return offered == byLines.end() ? byLines.last() : *offered;
}

QString toKey(ModelKind kind)
{
    const auto it = std::find_if(kindKeys.begin(), kindKeys.end(),
                                 [kind](const auto &each) { return each.first == kind; });
    return it == kindKeys.end() ? QString() : QString(it->second);
}

std::optional<ModelKind> modelKindFromKey(QStringView key)
{
    const auto it = std::find_if(kindKeys.begin(), kindKeys.end(),
                                 [key](const auto &each) { return each.second == key; });
    return it == kindKeys.end() ? std::nullopt : std::optional(it->first);
}

bool haveSameParameters(const Model &a, const Model &b)
{
    const auto said = [](QJsonObject schema) {
        schema.remove(schemaFetchedAtKey);
        return schema;
    };
    return a.type == b.type && a.hasSchema == b.hasSchema
        && (a.schema == b.schema || said(a.schema) == said(b.schema));
}

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

QStringList Model::textParameters() const
{
    QStringList names;
    for (const Parameter &each : parameters) {
        const bool takesOther = each.takes(ValueSchema::Number) || each.takes(ValueSchema::Integer)
            || each.takes(ValueSchema::Boolean);
        if (each.takes(ValueSchema::String) && !takesOther)
            names.append(each.name);
    }
    return names;
}

bool Model::takesImage() const
{
    return id.contains("image-to-"_L1) || counterpart(*this, CommonName::Image);
}

std::optional<double> Model::maxDuration() const
{
    const Parameter *duration = counterpart(*this, CommonName::Duration);
    if (!duration)
        return std::nullopt;
    const QList<double> lengths = lengthsIn(*duration);
    if (!lengths.isEmpty())
        return *std::max_element(lengths.begin(), lengths.end());
    return duration->maximum ? duration->maximum : duration->below;
}

std::optional<double> Model::minDuration() const
{
    const Parameter *duration = counterpart(*this, CommonName::Duration);
    if (!duration)
        return std::nullopt;
    const QList<double> lengths = lengthsIn(*duration);
    if (!lengths.isEmpty())
        return *std::min_element(lengths.begin(), lengths.end());
    return duration->minimum ? duration->minimum : duration->above;
}

QStringList Model::resolutions() const
{
    QStringList list;
    if (const Parameter *resolution = counterpart(*this, CommonName::Resolution)) {
        const QJsonArray offered = choices(*resolution);
        for (const QJsonValue &value : offered) {
            if (value.isString())
                list.append(value.toString());
        }
    }
    return list;
}

} // namespace catalog
