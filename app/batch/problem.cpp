// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/problem.h"

#include <algorithm>

namespace batch {

QString toKey(Field field)
{
    switch (field) {
    case Field::Name:
        return QStringLiteral("name");
    case Field::Type:
        return QStringLiteral("type");
    case Field::Model:
        return QStringLiteral("model");
    case Field::Prompt:
        return QStringLiteral("prompt");
    case Field::Width:
        return QStringLiteral("width");
    case Field::Height:
        return QStringLiteral("height");
    case Field::AspectRatio:
        return QStringLiteral("aspect_ratio");
    case Field::Duration:
        return QStringLiteral("duration");
    case Field::Resolution:
        return QStringLiteral("resolution");
    case Field::Image:
        return QStringLiteral("image");
    case Field::ImageUrl:
        return QStringLiteral("image_url");
    case Field::Seed:
        return QStringLiteral("seed");
    case Field::NegativePrompt:
        return QStringLiteral("negative_prompt");
    case Field::Params:
        return QStringLiteral("params");
    case Field::MaxWait:
        return QStringLiteral("max_wait");
    case Field::MaxRetries:
        return QStringLiteral("max_retries");
    }
    return {};
}

bool hasError(const QList<Problem> &problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem &problem) { return problem.severity == Severity::Error; });
}

} // namespace batch
