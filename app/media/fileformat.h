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
/// "png", "mp4", …; empty for Unknown.
QString extensionOf(FileFormat format);
bool isImage(FileFormat format);
bool isVideo(FileFormat format);

/// Whether the file goes to its end: a PNG to its IEND, a JPEG to its EOI, an MP4's boxes and a
/// RIFF's length to the last byte. Tells a file that was cut off where no length was announced.
/// Formats without such a mark, and Unknown, count as whole. Reads little; may be called from
/// any thread.
bool isWhole(const QString &path, FileFormat format);

} // namespace media
