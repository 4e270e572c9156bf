// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/filestructure.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace media {

namespace {

/// Where a JPEG's picture data begins: after the SOS segment. What stands before (a thumbnail,
/// metadata) may hold an EOI of its own.
std::optional<qint64> jpegScanOffset(QFile &file)
{
    constexpr int mostSegments = 10000; // a real one has a few dozen
    qint64 offset = 2;                  // after SOI
    for (int segment = 0; segment < mostSegments; ++segment) {
        const auto head = bytesAt(file, offset, 4);
        if (!head)
            return {};
        const auto marker = static_cast<uchar>(head->at(1));
        if (head->at(0) != '\xFF')
            return {};
        if (marker == 0xFF) { // padding
            ++offset;
            continue;
        }
        const bool standsAlone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9);
        const qint64 length = standsAlone ? 0 : qFromBigEndian<quint16>(head->constData() + 2);
        offset += 2 + length;
        if (marker == 0xDA)
            return offset;
    }
    return {};
}

struct VarInt
{
    quint64 value = 0;
    int size = 0;         ///< bytes
    bool unknown = false; ///< all value bits set: "unknown length"
};

/// EBML's variable-length integer (RFC 8794, 4): as many leading zero bits as further bytes.
std::optional<VarInt> varIntAt(QFile &file, qint64 offset)
{
    const auto first = bytesAt(file, offset, 1);
    if (!first || first->at(0) == 0)
        return {};
    VarInt result;
    result.size = 1;
    for (uchar lead = static_cast<uchar>(first->at(0)); !(lead & 0x80); lead = uchar(lead << 1))
        ++result.size;
    const auto bytes = bytesAt(file, offset, result.size);
    if (!bytes)
        return {};
    for (const char byte : *bytes)
        result.value = result.value << 8 | static_cast<uchar>(byte);
    const quint64 mask = (quint64(1) << (7 * result.size)) - 1;
    result.value &= mask;
    result.unknown = result.value == mask;
    return result;
}

} // namespace

quint32 bigEndian32(QByteArrayView bytes)
{
    return bytes.size() < 4 ? 0 : qFromBigEndian<quint32>(bytes.data());
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

std::optional<QByteArray> bytesAt(QFile &file, qint64 offset, qint64 length)
{
    if (offset < 0 || length < 0 || length > file.size() - offset || !file.seek(offset))
        return {};
    const QByteArray bytes = file.read(length);
    if (bytes.size() != length)
        return {};
    return bytes;
}

bool pngReachesEnd(QFile &file)
{
    qint64 offset = 8; // after the signature
    while (const auto head = bytesAt(file, offset, 8)) {
        offset += 12 + qint64(bigEndian32(*head)); // length, type, data, CRC
        if (head->endsWith("IEND"))
            return offset <= file.size();
    }
    return false;
}

bool jpegReachesEnd(QFile &file)
{
    constexpr qint64 tailSize = 4096; // some programs write padding or a note after the EOI
    const auto scan = jpegScanOffset(file);
    if (!scan || *scan >= file.size())
        return false;
    const qint64 from = std::max(*scan, file.size() - tailSize);
    const auto tail = bytesAt(file, from, file.size() - from);
    return tail && tail->contains("\xFF\xD9");
}

bool riffReachesEnd(QFile &file)
{
    const auto head = bytesAt(file, 0, 8);
    return head && 8 + qint64(qFromLittleEndian<quint32>(head->constData() + 4)) <= file.size();
}

bool gifReachesEnd(QFile &file)
{
    constexpr qint64 tailSize = 64; // padding after the trailer
    const qint64 from = std::max<qint64>(0, file.size() - tailSize);
    auto tail = bytesAt(file, from, file.size() - from);
    while (tail && tail->endsWith('\0'))
        tail->chop(1);
    return tail && tail->endsWith(';');
}

bool boxesReachEnd(QFile &file, const QList<QByteArray> &required)
{
    QList<QByteArray> missing = required;
    qint64 offset = 0;
    while (offset < file.size()) {
        const auto head = bytesAt(file, offset, 8);
        if (!head)
            return false;
        missing.removeAll(head->mid(4, 4));
        quint64 size = bigEndian32(*head);
        if (size == 0) // to the end of the file
            break;
        qint64 headSize = 8;
        if (size == 1) {
            const auto large = bytesAt(file, offset + 8, 8);
            if (!large)
                return false;
            size = qFromBigEndian<quint64>(large->constData());
            headSize = 16;
        }
        if (size < quint64(headSize) || size > quint64(file.size() - offset))
            return false;
        offset += qint64(size);
    }
    return missing.isEmpty();
}

bool segmentReachesEnd(QFile &file)
{
    const QByteArray segmentId("\x18\x53\x80\x67");
    qint64 offset = 4; // after the EBML header's own id
    const auto headerSize = varIntAt(file, offset);
    if (!headerSize || headerSize->unknown || headerSize->value > quint64(file.size()))
        return false;
    offset += headerSize->size + qint64(headerSize->value);
    const auto id = bytesAt(file, offset, 4);
    const auto size = varIntAt(file, offset + 4);
    if (!id || *id != segmentId || !size)
        return false;
    return size->unknown || size->value <= quint64(file.size() - offset - 4 - size->size);
}

} // namespace media
