// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/fileformat.h"

#include <QSize>
#include <QString>

#include <tl/expected.hpp>

namespace media {

/// What a file of a result is, read from the file itself.
struct MediaInfo
{
    FileFormat format = FileFormat::Unknown;
    QSize size;          ///< px, as it is shown: upright, with square pixels
    double duration = 0; ///< s; 0 for images
    double fps = 0;      ///< frames a second; 0 for images
    bool hasAudio = false;
    qint64 bytes = 0;
    QString codec; ///< of the picture: "h264", "png", …
};

/// Reads a file's head, not its pictures. The error is for people and names the file. May be
/// called from any thread; a file that is broken is an error and nothing worse.
tl::expected<MediaInfo, QString> probe(const QString &path);

} // namespace media
