// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/mp4offsets.h"

#include "media/filestructure.h"

#include <QtEndian>

#include <limits>

namespace media {

namespace {

constexpr qint64 largestPiece = 16 << 20; ///< of an index of a fragment, or of all of them
/// trak, mdia, minf, stbl: a file that nests boxes further means no good.
constexpr int deepest = 6;

/// Corrects a number of 4 or 8 bytes.
template <typename Number>
bool shiftNumber(char *at, const Shift &shift)
{
    const auto moved = shift.moved(qFromBigEndian<Number>(at));
    if (!moved || *moved > std::numeric_limits<Number>::max())
        return false;
    qToBigEndian(static_cast<Number>(*moved), at);
    return true;
}

/// A list of them: version and flags, their count, the numbers.
template <typename Number>
bool shiftList(char *list, qint64 size, const Shift &shift)
{
    constexpr qint64 head = 8;
    const qint64 count = size < head ? -1 : qint64(bigEndian32({list + 4, 4}));
    if (count < 0 || count * qint64(sizeof(Number)) > size - head)
        return false;
    for (qint64 i = 0; i < count; ++i) {
        if (!shiftNumber<Number>(list + head + i * qint64(sizeof(Number)), shift))
            return false;
    }
    return true;
}

/// Whether the media that it lists are all in this very file.
bool isSelfContained(QByteArrayView references)
{
    constexpr qint64 head = 8;
    const auto entries = references.size() < head ? std::nullopt : boxesOf(references.sliced(head));
    if (!entries)
        return false;
    for (const Box &entry : *entries) {
        const QByteArrayView content = contentOf(references.sliced(head), entry);
        if (content.size() < 4 || (bigEndian32(content) & 1) == 0)
            return false;
    }
    return true;
}

bool shiftIn(char *content, qint64 size, const Shift &shift, int depth = 0)
{
    static const QList<QByteArray> parents{"trak", "mdia", "minf", "dinf", "stbl"};
    static const QList<QByteArray> unknown{"cmov", "saio", "rmra"};
    const auto boxes = boxesOf(QByteArrayView(content, size));
    if (!boxes || depth > deepest)
        return false;
    for (const Box &box : *boxes) {
        char *inner = content + box.contentAt();
        const qint64 innerSize = box.size - box.headSize;
        const QByteArrayView bytes(inner, innerSize);
        bool good = !unknown.contains(box.type);
        if (parents.contains(box.type))
            good = shiftIn(inner, innerSize, shift, depth + 1);
        else if (box.type == "stco")
            good = shiftList<quint32>(inner, innerSize, shift);
        else if (box.type == "co64")
            good = shiftList<quint64>(inner, innerSize, shift);
        else if (box.type == "dref")
            good = isSelfContained(bytes);
        else if (box.type == "meta")
            good = !bytes.contains("iloc");
        if (!good)
            return false;
    }
    return true;
}

/// Corrects where a fragment's pieces count from, if it says so itself.
bool shiftFragment(char *fragment, qint64 size, const Shift &shift, int depth = 0)
{
    constexpr quint32 saysBase = 0x1;
    const auto boxes = boxesOf(QByteArrayView(fragment, size));
    if (!boxes || depth > deepest)
        return false;
    for (const Box &box : *boxes) {
        char *content = fragment + box.contentAt();
        const qint64 contentSize = box.size - box.headSize;
        if (box.type == "traf" && !shiftFragment(content, contentSize, shift, depth + 1))
            return false;
        if (box.type != "tfhd" || contentSize < 4 || (bigEndian32({content, 4}) & saysBase) == 0)
            continue;
        if (contentSize < 16 || !shiftNumber<quint64>(content + 8, shift))
            return false;
    }
    return true;
}

/// Corrects where the fragments of one track begin (14496-12, 8.8.10).
bool shiftFragmentList(char *list, qint64 size, const Shift &shift)
{
    constexpr qint64 head = 16; // version and flags, the track, the numbers' lengths, their count
    if (size < head)
        return false;
    const qint64 number = list[0] == 1 ? 8 : 4;
    const quint32 lengths = bigEndian32({list + 8, 4});
    const qint64 entry = 2 * number + 3 + (lengths & 3) + (lengths >> 2 & 3) + (lengths >> 4 & 3);
    const qint64 count = bigEndian32({list + 12, 4});
    if (count * entry > size - head)
        return false;
    for (qint64 i = 0; i < count; ++i) {
        char *offset = list + head + i * entry + number;
        if (!(number == 8 ? shiftNumber<quint64>(offset, shift)
                          : shiftNumber<quint32>(offset, shift)))
            return false;
    }
    return true;
}

bool shiftFragmentIndex(char *index, qint64 size, const Shift &shift)
{
    const auto boxes = boxesOf(QByteArrayView(index, size));
    if (!boxes)
        return false;
    for (const Box &box : *boxes) {
        if (box.type == "tfra"
            && !shiftFragmentList(index + box.contentAt(), box.size - box.headSize, shift))
            return false;
    }
    return true;
}

bool isUnknown(const Box &box, const Shift &shift)
{
    return box.type == "meta" || (box.type == "moov" && box.at != shift.index.at)
        || (box.type == "sidx" && box.at < shift.index.at);
}

} // namespace

std::optional<quint64> Shift::moved(quint64 offset) const
{
    if (offset < quint64(index.at))
        return offset;
    if (offset < quint64(index.end()))
        return {};
    return offset + static_cast<quint64>(by);
}

bool shiftOffsets(QByteArray &index, const Shift &shift)
{
    return shift.by == 0 || shiftIn(index.data(), index.size(), shift);
}

std::optional<QList<Splice>> shiftOffsets(QFile &file, const QList<Box> &boxes, const Shift &shift)
{
    QList<Splice> splices;
    if (!shift.moves(boxes))
        return splices;
    for (const Box &box : boxes) {
        if (isUnknown(box, shift))
            return {};
        if (box.type != "moof" && box.type != "mfra")
            continue;
        const qint64 size = box.size - box.headSize;
        auto content = size <= largestPiece ? bytesAt(file, box.contentAt(), size) : std::nullopt;
        if (!content)
            return {};
        const bool good = box.type == "moof" ? shiftFragment(content->data(), size, shift)
                                             : shiftFragmentIndex(content->data(), size, shift);
        if (!good)
            return {};
        splices.append({box.contentAt(), size, *content});
    }
    return splices;
}

} // namespace media
