// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QJsonObject>
#include <QSize>
#include <QString>

#include <optional>

namespace sandbox {

/// The size in px that a request's parameters ask for, in the ways that models name it:
/// `width` and `height`, `size` ("1024*1024", "1280x720"), or `resolution` ("720p", "2K", "4K")
/// with `aspect_ratio` or `ratio` ("16:9"). Images are 1024×1024, videos 1080p at 16:9 where
/// nothing is said. A video's sides are even, as H.264 asks. Nothing where a value can't be read,
/// or a side is under 16 or over 8192 px (videos: 4096 px).
std::optional<QSize> frameSize(batch::MediaType type, const QJsonObject &parameters);

/// What is made where the size can't be found, px.
QSize usualFrameSize(batch::MediaType type);

/// The resolution that a price goes by, such as "720p": the one that is named, or that of the size.
/// Empty: neither is said.
QString resolutionName(const QJsonObject &parameters);

/// The short side in px of a resolution such as "720p", "4K" or "1280x720".
std::optional<int> linesOf(const QString &resolution);

/// The length of a video in s, a number or a text ("8", "8s"); the article's 5 s where nothing is
/// said. Nothing where it can't be read or isn't over 0.
std::optional<double> clipLength(const QJsonObject &parameters);

} // namespace sandbox
