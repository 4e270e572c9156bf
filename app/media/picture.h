// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QString>

#include <tl/expected.hpp>

namespace media {

// Pictures of files, upright and with square pixels. Each may be called from any thread, reads
// the disk, and answers a broken file with an error or a null image. A `box` is in px and bounds
// the picture, whose aspect is kept and which is never enlarged; an empty box means full size.

/// An image file, whole. The error is for people and names the file.
tl::expected<QImage, QString> loadImage(const QString &path);

/// A frame that stands for a video: the first that is not black, from half a second (or a tenth
/// of a shorter clip) on. Null where not one frame can be decoded.
QImage poster(const QString &path, QSize box);

/// An image made small, or a video's poster. Null for anything else.
QImage thumbnail(const QString &path, QSize box);

} // namespace media
