// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>

namespace sandbox {

/// What a file is, by its first bytes: PNG, JPEG, WebP, GIF, BMP, TIFF, MP4, QuickTime, WebM, WAV,
/// MP3; "application/octet-stream" for all else.
QByteArray contentTypeOf(const QByteArray &beginning);
/// How the name of such a file ends: ".png"; empty for what isn't known.
QLatin1StringView endingFor(const QByteArray &contentType);

} // namespace sandbox
