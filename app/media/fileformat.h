// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace media {

/// What a file holds, told by its first bytes and never by its name.
enum class FileFormat { Unknown, Png, Jpeg, Webp, Gif, Avif, Mp4, Mov, Webm };

/// How many bytes `formatOf` wants to see.
inline constexpr qsizetype formatHeadSize = 64;

FileFormat formatOf(const QByteArray &head);
/// By the file's own beginning, whatever its name; Unknown for one that can't be read.
FileFormat formatOfFile(const QString &path);
/// "png", "mp4", …; empty for Unknown.
QString extensionOf(FileFormat format);
bool isImage(FileFormat format);
bool isVideo(FileFormat format);

/// Whether the file goes to its end: a PNG to its IEND, a JPEG to its EOI, a GIF to its trailer,
/// an MP4's or AVIF's boxes (with the index that a player needs), a RIFF's and a WebM segment's
/// length to the last byte. Tells a file that was cut off where no length was announced. Unknown
/// counts as whole, a file that can't be read does not. Reads little; may be called from any
/// thread.
bool isWhole(const QString &path, FileFormat format);

} // namespace media
