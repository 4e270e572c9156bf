// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/jpegsegments.h"

#include "media/filestructure.h"
#include "media/recipe/xmppacket.h"

#include <QCryptographicHash>
#include <QMap>
#include <QtEndian>

#include <algorithm>

namespace media {

namespace {

constexpr int mostSegments = 10000; // a real file has a few dozen
constexpr qsizetype mostData = 65533;
constexpr uchar app0 = 0xE0;
constexpr uchar app1 = 0xE1;
constexpr uchar app2 = 0xE2;
constexpr uchar app11 = 0xEB;
const QByteArray packetHead("http://ns.adobe.com/xap/1.0/\0", 29);
const QByteArray extensionHead("http://ns.adobe.com/xmp/extension/\0", 35);
/// After that head: which extension, its length, where in it this portion stands.
constexpr qsizetype guidSize = 32;
constexpr qsizetype portionHeadSize = guidSize + 8;
constexpr qsizetype portionSize = 65000;

struct Segment
{
    qint64 at = 0;
    qint64 size = 0; ///< bytes, with its marker
    uchar marker = 0;
    QByteArray data; ///< whole of an APP1, else its beginning

    qint64 end() const { return at + size; }
    bool isPacket() const { return marker == app1 && data.startsWith(packetHead); }
    bool isExtension() const { return marker == app1 && data.startsWith(extensionHead); }
    bool isHead() const { return marker == app0 || (marker == app1 && data.startsWith("Exif")); }
    /// The makers' seal (C2PA), or an index of pictures behind this one, which counts from here.
    bool forbidsChange() const
    {
        return marker == app11 || (marker == app2 && data.startsWith(QByteArray("MPF\0", 4)));
    }
};

/// The segments before the picture; nothing where there is no picture.
std::optional<QList<Segment>> segmentsOf(QFile &file)
{
    constexpr uchar startOfScan = 0xDA;
    QList<Segment> segments;
    qint64 offset = 2; // after SOI
    qint64 held = 0;   // bytes in memory
    for (int number = 0; number < mostSegments; ++number) {
        const auto head = bytesAt(file, offset, 4);
        if (!head || head->at(0) != '\xFF')
            return {};
        const auto marker = static_cast<uchar>(head->at(1));
        if (marker == startOfScan)
            return segments;
        if (marker == 0xFF) { // padding
            ++offset;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9)) { // stands alone
            offset += 2;
            continue;
        }
        const qint64 length = qFromBigEndian<quint16>(head->constData() + 2);
        const qint64 wanted = marker == app1 ? length - 2 : std::min<qint64>(length - 2, 16);
        const auto data = bytesAt(file, offset + 4, wanted);
        if (!data || (held += wanted) > 2 * mostRecipeBytes)
            return {};
        segments.append({offset, 2 + length, marker, *data});
        offset += 2 + length;
    }
    return {};
}

QByteArray segmentOf(const QByteArray &data)
{
    return QByteArray("\xFF\xE1") + bigEndian(static_cast<quint32>(data.size() + 2)).last(2) + data;
}

QByteArray extensionIdOf(const QByteArray &packet)
{
    return QCryptographicHash::hash(packet, QCryptographicHash::Md5).toHex().toUpper();
}

/// A packet of its own in as many segments as it takes.
QByteArray extensionOf(const QByteArray &packet)
{
    const QByteArray id = extensionIdOf(packet);
    QByteArray segments;
    for (qsizetype at = 0; at < packet.size(); at += portionSize) {
        segments += segmentOf(extensionHead + id + bigEndian(static_cast<quint32>(packet.size()))
                              + bigEndian(static_cast<quint32>(at))
                              + packet.sliced(at, qMin(portionSize, packet.size() - at)));
    }
    return segments;
}

/// The packets of the extensions, each whole.
QList<QByteArray> extensionsIn(const QList<Segment> &segments)
{
    QMap<QByteArray, QByteArray> byId;
    for (const Segment &segment : segments) {
        const QByteArray data = segment.data;
        if (!segment.isExtension() || data.size() < extensionHead.size() + portionHeadSize)
            continue;
        // Written in their order, as everybody does.
        byId[data.sliced(extensionHead.size(), guidSize)] +=
            data.sliced(extensionHead.size() + portionHeadSize);
    }
    QList<QByteArray> packets;
    for (const auto &[id, packet] : byId.asKeyValueRange()) {
        if (extensionIdOf(packet) == id)
            packets.append(packet);
    }
    return packets;
}

/// The segments of the recipe, and of what `old` says beside an earlier one; nothing where that is
/// too much for a packet, or can't be read.
std::optional<QByteArray> segmentsWith(const QByteArray &old, const RecipeText &recipe)
{
    const auto rest = xmpWithoutNote(old);
    const auto packet = rest ? xmpWithRecipe(*rest, recipe) : std::nullopt;
    if (!packet)
        return {};
    if (packetHead.size() + packet->size() <= mostData)
        return segmentOf(packetHead + *packet);
    const auto extension = xmpWithRecipe({}, recipe);
    const auto note = extension ? xmpWithNote(*rest, extensionIdOf(*extension)) : std::nullopt;
    if (!note || packetHead.size() + note->size() > mostData)
        return {};
    return segmentOf(packetHead + *note) + extensionOf(*extension);
}

} // namespace

tl::expected<Splices, QString> jpegSplices(QFile &file, const RecipeText &recipe)
{
    const auto segments = segmentsOf(file);
    if (!segments)
        return damaged();
    const QList<QByteArray> extensions = extensionsIn(*segments);
    const bool ours = extensions.size() == 1 && xmpIsRecipeAlone(extensions.first());
    QList<Splice> splices;
    QByteArray old;
    qint64 place = 2; // after SOI
    for (const Segment &segment : *segments) {
        if (segment.forbidsChange() || (segment.isExtension() && !ours))
            return Splices();
        if (segment.isHead())
            place = segment.end();
        if (segment.isPacket())
            old = segment.data.sliced(packetHead.size());
        if (segment.isPacket() || segment.isExtension())
            splices.append({segment.at, segment.end() - segment.at, {}});
    }
    const auto written = segmentsWith(old, recipe);
    if (!written)
        return Splices();
    splices.append({place, 0, *written});
    return splices;
}

FoundTexts jpegTexts(QFile &file)
{
    const auto segments = segmentsOf(file);
    if (!segments)
        return {};
    QList<QByteArray> packets = extensionsIn(*segments);
    for (const Segment &segment : *segments) {
        if (segment.isPacket())
            packets.append(segment.data.sliced(packetHead.size()));
    }
    for (const QByteArray &packet : std::as_const(packets)) {
        if (const FoundTexts found = xmpTexts(packet); !found.document.isEmpty())
            return found;
    }
    return {};
}

} // namespace media
