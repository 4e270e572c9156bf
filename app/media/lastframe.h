// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <tl/expected.hpp>

namespace media {

/// The last picture of a video, in full size and upright: what another video goes on from. Decodes
/// the whole clip; may be called from any thread. The error is for people and names the file.
tl::expected<QImage, QString> lastFrame(const QString &path);

} // namespace media
