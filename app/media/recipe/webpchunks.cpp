// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/webpchunks.h"

#include "media/filestructure.h"
#include "media/recipe/xmppacket.h"

#include <QtEndian>

#include <limits>

namespace media {

namespace {

constexpr qint64 firstChunkAt = 12; // after RIFF, its length, WEBP
/// An animation has one for each of its pictures.
constexpr int mostChunks = 100'000;
constexpr char xmpFlag = 0x04;
constexpr char alphaFlag = 0x10;

struct Chunk
{
    qint64 at = 0;
    qint64 length = 0; ///< of its data, without the byte that makes it even
    QByteArray type;

    qint64 dataAt() const { return at + 8; }
    qint64 end() const { return dataAt() + length + length % 2; }
};

quint32 littleEndian32(const QByteArray &bytes)
{
    return qFromLittleEndian<quint32>(bytes.constData());
}

QByteArray littleEndian(quint32 number, qsizetype bytes)
{
    QByteArray result(4, Qt::Uninitialized);
    qToLittleEndian(number, result.data());
    return result.first(bytes);
}

/// The file's chunks; nothing where they don't fit into what RIFF announces.
std::optional<QList<Chunk>> chunksOf(QFile &file)
{
    const auto head = bytesAt(file, 0, firstChunkAt);
    if (!head)
        return {};
    const qint64 end = 8 + qint64(littleEndian32(head->sliced(4)));
    QList<Chunk> chunks;
    for (qint64 offset = firstChunkAt; offset < end; offset = chunks.last().end()) {
        const auto chunkHead = bytesAt(file, offset, 8);
        if (!chunkHead || chunks.size() == mostChunks)
            return {};
        chunks.append({offset, qint64(littleEndian32(chunkHead->sliced(4))), chunkHead->first(4)});
        if (chunks.last().end() > end || end > file.size())
            return {};
    }
    return chunks.isEmpty() ? std::nullopt : std::optional(chunks);
}

QByteArray chunkOf(const char *type, const QByteArray &data)
{
    QByteArray chunk = type + littleEndian(static_cast<quint32>(data.size()), 4) + data;
    if (data.size() % 2 != 0)
        chunk += '\0';
    return chunk;
}

/// What an extended file begins with, for a picture of a simple one: its flags and its size.
std::optional<QByteArray> extendedHead(QFile &file, const Chunk &picture)
{
    const auto head = bytesAt(file, picture.dataAt(), 10);
    if (!head)
        return {};
    quint32 width = 0;
    quint32 height = 0;
    char flags = xmpFlag;
    if (picture.type == "VP8L" && head->startsWith('\x2f')) {
        const quint32 bits = littleEndian32(head->sliced(1));
        width = bits & 0x3fff; // both are one less than in px, as the extended form has them
        height = bits >> 14 & 0x3fff;
        if (bits >> 28 & 1)
            flags |= alphaFlag;
    } else if (picture.type == "VP8 " && head->sliced(3, 3) == "\x9d\x01\x2a") {
        const quint32 bits = littleEndian32(head->sliced(6)); // the upper two bits: a scale
        width = (bits & 0x3fff) - 1;
        height = (bits >> 16 & 0x3fff) - 1;
    } else {
        return {};
    }
    return chunkOf("VP8X",
                   QByteArray(1, flags) + QByteArray(3, '\0') + littleEndian(width, 3)
                       + littleEndian(height, 3));
}

const Chunk *find(const QList<Chunk> &chunks, const char *type)
{
    for (const Chunk &chunk : chunks) {
        if (chunk.type == type)
            return &chunk;
    }
    return nullptr;
}

/// The file's XMP, or none.
QByteArray packetOf(QFile &file, const QList<Chunk> &chunks)
{
    const Chunk *xmp = find(chunks, "XMP ");
    if (!xmp || xmp->length > mostRecipeBytes)
        return {};
    return bytesAt(file, xmp->dataAt(), xmp->length).value_or(QByteArray());
}

} // namespace

tl::expected<Splices, QString> webpSplices(QFile &file, const RecipeText &recipe)
{
    const auto chunks = chunksOf(file);
    if (!chunks)
        return damaged();
    if (find(*chunks, "C2PA"))
        return Splices();
    const Chunk *old = find(*chunks, "XMP ");
    const auto packet = xmpWithRecipe(packetOf(file, *chunks), recipe);
    if (!packet || (old && old->length > mostRecipeBytes))
        return Splices();

    QList<Splice> splices;
    const Chunk &first = chunks->first();
    if (first.type == "VP8X") {
        const auto flags = bytesAt(file, first.dataAt(), 1);
        if (!flags)
            return damaged();
        splices.append({first.dataAt(), 1, QByteArray(1, char(flags->at(0) | xmpFlag))});
    } else if (const auto head = extendedHead(file, first)) {
        splices.append({first.at, 0, *head});
    } else {
        return damaged();
    }
    const qint64 at = old ? old->at : chunks->last().end();
    splices.append({at, old ? old->end() - old->at : 0, chunkOf("XMP ", *packet)});

    qint64 size = chunks->last().end() - 8;
    for (const Splice &splice : std::as_const(splices))
        size += splice.inserted.size() - splice.removed;
    if (size > std::numeric_limits<quint32>::max())
        return Splices();
    splices.append({4, 4, littleEndian(static_cast<quint32>(size), 4)});
    return splices;
}

FoundTexts webpTexts(QFile &file)
{
    const auto chunks = chunksOf(file);
    return chunks ? xmpTexts(packetOf(file, *chunks)) : FoundTexts();
}

} // namespace media
