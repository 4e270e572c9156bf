// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/splice.h"

#include <QByteArrayView>

namespace media {

/// A box (ISO/IEC 14496-12, 4.2) in a file, or in the content of another box.
struct Box
{
    qint64 at = 0;
    qint64 headSize = 8;
    qint64 size = 0; ///< bytes, with its head
    QByteArray type;

    qint64 end() const { return at + size; }
    qint64 contentAt() const { return at + headSize; }
};

/// The boxes of a whole file, up to its end; nothing where one goes beyond it.
std::optional<QList<Box>> boxesOf(QFile &file);
/// Those within some bytes; a few bytes behind the last one may be left over (QuickTime ends its
/// lists with a zero). Nothing where one goes beyond the end.
std::optional<QList<Box>> boxesOf(QByteArrayView bytes);

/// The first of that type; null where there is none.
const Box *find(const QList<Box> &boxes, QByteArrayView type);
/// What stands in a box of those bytes.
inline QByteArrayView contentOf(QByteArrayView bytes, const Box &box)
{
    return bytes.sliced(box.contentAt(), box.size - box.headSize);
}

QByteArray boxOf(QByteArrayView type, const QByteArray &content);

} // namespace media
