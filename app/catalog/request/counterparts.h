// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"
#include "catalog/model.h"

#include <QStringList>

#include <array>
#include <optional>

namespace catalog {

/// What a job's fields are called among models: each has several names.
enum class CommonName {
    Prompt,
    Width,
    Height,
    Size, ///< width and height in one text
    AspectRatio,
    Duration,
    Resolution,
    Image,
    Seed,
    NegativePrompt,
};

inline constexpr std::array allCommonNames{
    CommonName::Prompt,      CommonName::Width,         CommonName::Height,     CommonName::Size,
    CommonName::AspectRatio, CommonName::Duration,      CommonName::Resolution, CommonName::Image,
    CommonName::Seed,        CommonName::NegativePrompt};

/// The names that models have for it; the first that a model has a parameter of is the one that is
/// filled. The article's own name comes first.
const QStringList &namesOf(CommonName name);
/// What a parameter of that name is about; nothing: none of these.
std::optional<CommonName> commonNameOf(const QString &parameter);

/// The parameter that a job's field fills; null where the model has none. One that is called size
/// but takes no sides ("2K", "auto") is no Size.
const Parameter *counterpart(const Model &model, CommonName name);

/// The parameters that say how wide and how high a result is.
struct FrameParameters
{
    explicit FrameParameters(const Model &model);

    const Parameter *width = nullptr;
    const Parameter *height = nullptr;
    const Parameter *size = nullptr; ///< only where there is neither width nor height
    const Parameter *aspectRatio = nullptr;
    const Parameter *resolution = nullptr;
};

/// What a parameter of that model is about, if a job's field fills it.
std::optional<CommonName> roleOf(const Model &model, const Parameter &parameter);

} // namespace catalog
