// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

class QFile;

namespace media {

quint32 bigEndian32(QByteArrayView bytes);
QByteArray bigEndian(quint32 number);
/// Nothing where the file ends before that.
std::optional<QByteArray> bytesAt(QFile &file, qint64 offset, qint64 length);

// Whether a file goes to the end that its structure announces. Each reads a few bytes a chunk,
// marker or box, and never what those hold.

/// Chunks up to IEND.
bool pngReachesEnd(QFile &file);
/// Segments up to the scan, and an EOI after it, near the end of the file.
bool jpegReachesEnd(QFile &file);
/// The length in a RIFF header (WebP).
bool riffReachesEnd(QFile &file);
/// The trailer.
bool gifReachesEnd(QFile &file);
/// ISO boxes that end where the file does, all of `required` among them.
bool boxesReachEnd(QFile &file, const QList<QByteArray> &required);
/// The length of a Matroska segment; one of unknown length (a stream) counts as whole.
bool segmentReachesEnd(QFile &file);

} // namespace media
