// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/counterparts.h"

#include "catalog/request/forms.h"

#include <QHash>

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

QStringList makeNames(CommonName name)
{
    switch (name) {
    case CommonName::Prompt:
        return {u"prompt"_s};
    case CommonName::Width:
        return {u"width"_s};
    case CommonName::Height:
        return {u"height"_s};
    case CommonName::Size:
        return {u"size"_s, u"image_size"_s, u"video_size"_s};
    case CommonName::AspectRatio:
        return {u"aspect_ratio"_s, u"ratio"_s, u"aspectRatio"_s};
    case CommonName::Duration:
        return {u"duration"_s, u"seconds"_s, u"duration_seconds"_s, u"video_length"_s};
    case CommonName::Resolution:
        return {u"resolution"_s, u"video_resolution"_s};
    case CommonName::Image:
        return {u"image_url"_s,         u"image"_s,        u"start_image"_s,
                u"first_image"_s,       u"first_frame"_s,  u"first_frame_url"_s,
                u"first_frame_image"_s, u"input_image"_s,  u"images"_s,
                u"image_urls"_s,        u"input_images"_s, u"reference_images"_s};
    case CommonName::Seed:
        return {u"seed"_s, u"random_seed"_s};
    case CommonName::NegativePrompt:
        return {u"negative_prompt"_s, u"negativePrompt"_s};
    }
    return {};
}

/// Sides in a text, or anything: no list of words alone.
bool takesSides(const Parameter &parameter)
{
    if (!takesText(parameter))
        return false;
    const QJsonArray offered = choices(parameter);
    return offered.isEmpty()
        || std::any_of(offered.begin(), offered.end(),
                       [](const QJsonValue &value) { return sidesIn(value.toString()); });
}

} // namespace

const QStringList &namesOf(CommonName name)
{
    static const auto names = [] {
        std::array<QStringList, allCommonNames.size()> all;
        for (const CommonName each : allCommonNames)
            all[static_cast<size_t>(each)] = makeNames(each);
        return all;
    }();
    return names[static_cast<size_t>(name)];
}

std::optional<CommonName> commonNameOf(const QString &parameter)
{
    static const auto byName = [] {
        QHash<QString, CommonName> all;
        for (const CommonName each : allCommonNames) {
            for (const QString &name : namesOf(each))
                all.insert(name, each);
        }
        return all;
    }();
    const auto it = byName.constFind(parameter);
    return it == byName.constEnd() ? std::nullopt : std::optional(*it);
}

const Parameter *counterpart(const Model &model, CommonName name)
{
    const Parameter *found = model.firstParameter(namesOf(name));
    return found && name == CommonName::Size && !takesSides(*found) ? nullptr : found;
}

FrameParameters::FrameParameters(const Model &model)
    : width(counterpart(model, CommonName::Width))
    , height(counterpart(model, CommonName::Height))
    , size(width || height ? nullptr : counterpart(model, CommonName::Size))
    , aspectRatio(counterpart(model, CommonName::AspectRatio))
    , resolution(counterpart(model, CommonName::Resolution))
{
}

std::optional<CommonName> roleOf(const Model &model, const Parameter &parameter)
{
    const auto name = commonNameOf(parameter.name);
    if (!name)
        return {};
    const Parameter *filled =
        *name == CommonName::Size ? FrameParameters(model).size : counterpart(model, *name);
    return filled && filled->name == parameter.name ? name : std::nullopt;
}

} // namespace catalog
