// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/isoboxes.h"

#include "media/filestructure.h"

#include <QtEndian>

namespace media {

namespace {

/// A fragmented video has two for each of its pieces.
constexpr int mostBoxes = 200'000;
constexpr qint64 longestHead = 16;

/// The box that begins with those bytes, with `left` bytes up to its parent's end.
std::optional<Box> boxAt(qint64 at, QByteArrayView head, qint64 left)
{
    if (head.size() < 8)
        return {};
    Box box{at, 8, qint64(bigEndian32(head)), head.sliced(4, 4).toByteArray()};
    if (box.size == 0) { // to the end
        box.size = left;
    } else if (box.size == 1) {
        if (head.size() < longestHead)
            return {};
        const auto size = qFromBigEndian<quint64>(head.data() + 8);
        box.headSize = longestHead;
        box.size = size > quint64(left) ? -1 : qint64(size);
    }
    if (box.size < box.headSize || box.size > left)
        return {};
    return box;
}

} // namespace

std::optional<QList<Box>> boxesOf(QFile &file)
{
    QList<Box> boxes;
    for (qint64 at = 0; at < file.size(); at = boxes.last().end()) {
        const qint64 left = file.size() - at;
        const auto head = bytesAt(file, at, qMin(longestHead, left));
        const auto box = head ? boxAt(at, *head, left) : std::nullopt;
        if (!box || boxes.size() == mostBoxes)
            return {};
        boxes.append(*box);
    }
    return boxes;
}

std::optional<QList<Box>> boxesOf(QByteArrayView bytes)
{
    QList<Box> boxes;
    for (qint64 at = 0; bytes.size() - at >= 8; at = boxes.last().end()) {
        const auto box = boxAt(at, bytes.sliced(at), bytes.size() - at);
        if (!box || boxes.size() == mostBoxes)
            return {};
        boxes.append(*box);
    }
    return boxes;
}

const Box *find(const QList<Box> &boxes, QByteArrayView type)
{
    for (const Box &box : boxes) {
        if (box.type == type)
            return &box;
    }
    return nullptr;
}

QByteArray boxOf(QByteArrayView type, const QByteArray &content)
{
    return bigEndian(static_cast<quint32>(content.size() + 8)) + type.toByteArray() + content;
}

} // namespace media
