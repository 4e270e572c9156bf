// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/pngtexts.h"

#include "media/filestructure.h"

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace media {

namespace {

/// A large picture has some ten thousand.
constexpr int mostChunks = 1'000'000;
constexpr auto promptKeyword = "prompt"_L1;
constexpr auto parametersKeyword = "parameters"_L1;
constexpr auto documentKeyword = "rushes"_L1;
constexpr auto ourMark = "Rushes"_L1;

struct Chunk
{
    qint64 at = 0;
    qint64 length = 0; ///< of its data
    QByteArray type;

    qint64 dataAt() const { return at + 8; }
    qint64 end() const { return at + 12 + length; } // length, type, data, CRC
    bool isText() const { return type == "tEXt" || type == "zTXt" || type == "iTXt"; }
};

std::optional<Chunk> chunkAt(QFile &file, qint64 offset)
{
    const auto head = bytesAt(file, offset, 8);
    if (!head)
        return {};
    const Chunk chunk{offset, qint64(bigEndian32(*head)), head->sliced(4)};
    return chunk.end() <= file.size() ? std::optional(chunk) : std::nullopt;
}

struct Text
{
    QString keyword;
    QString mark; ///< the translated keyword
    QByteArray text;
    bool isPacked = false;
    bool isUtf8 = false;

    bool isOurs() const
    {
        return keyword == documentKeyword || (keyword == promptKeyword && mark == ourMark);
    }
    bool isPrompt() const { return keyword == promptKeyword || keyword == parametersKeyword; }
    QString words() const { return isUtf8 ? QString::fromUtf8(text) : QString::fromLatin1(text); }
};

/// Takes what stands before the next NUL off the data.
QByteArray takeField(QByteArray &data)
{
    const qsizetype end = data.indexOf('\0');
    const QByteArray field = end < 0 ? data : data.first(end);
    data = end < 0 ? QByteArray() : data.sliced(end + 1);
    return field;
}

/// Nothing for a longer one than any of interest.
std::optional<Text> textOf(QFile &file, const Chunk &chunk)
{
    if (!chunk.isText() || chunk.length > mostRecipeBytes)
        return {};
    auto data = bytesAt(file, chunk.dataAt(), chunk.length);
    if (!data)
        return {};
    Text text;
    text.keyword = QString::fromLatin1(takeField(*data));
    if (chunk.type == "zTXt") {
        text.isPacked = true;
        data->remove(0, 1); // the method
    } else if (chunk.type == "iTXt") {
        text.isUtf8 = true;
        text.isPacked = data->startsWith('\1');
        data->remove(0, 2); // packed or not, and the method
        takeField(*data);   // the language
        text.mark = QString::fromUtf8(takeField(*data));
    }
    text.text = *data;
    return text;
}

/// Empty where it is none, or longer than `room`, which is lessened by what was unpacked.
QByteArray unpacked(const QByteArray &packed, qint64 &room)
{
    constexpr size_t pieceSize = 64 * 1024;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return {};
    QByteArray in = packed; // zlib has no word for const
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    QByteArray out;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK && out.size() <= room) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = pieceSize;
        state = inflate(&stream, Z_NO_FLUSH);
        out += piece.first(static_cast<qsizetype>(pieceSize - stream.avail_out));
    }
    inflateEnd(&stream);
    room -= out.size();
    return state == Z_STREAM_END && room >= 0 ? out : QByteArray();
}

/// The texts of interest in a file, one of each kind. Together they take no more than one recipe
/// may: a small file can hold hundreds that unpack to hundreds of megabytes.
class Texts
{
public:
    bool isFull() const { return m_room <= 0; }

    void take(Text text)
    {
        const bool isDocument = text.keyword == documentKeyword;
        const bool isParameters = text.keyword == parametersKeyword;
        const bool isKnown = isDocument ? !m_document.isEmpty()
            : isParameters              ? !m_parameters.isEmpty()
                                        : !m_prompt.isEmpty();
        if (isKnown || (!isDocument && !text.isPrompt()))
            return;
        if (text.isPacked)
            text.text = unpacked(text.text, m_room);
        else if ((m_room -= text.text.size()) < 0)
            return;
        if (isDocument)
            m_document = text.text;
        else if (isParameters)
            m_parameters = promptOfParameters(text.words());
        else if (isInWords(text.words()))
            m_prompt = text.words();
    }

    FoundTexts found() const { return {m_document, {m_prompt, m_parameters}}; }

private:
    qint64 m_room = mostRecipeBytes;
    QByteArray m_document;
    QString m_prompt;
    QString m_parameters;
};

QByteArray chunkOf(QLatin1StringView keyword, const QByteArray &text)
{
    const QByteArray body = QByteArray("iTXt") + keyword.data()
        + QByteArray("\0\0\0\0", 4) // not packed, no language
        + ourMark.data() + '\0' + text;
    const auto sum = static_cast<quint32>(crc32(
        0, reinterpret_cast<const Bytef *>(body.constData()), static_cast<uInt>(body.size())));
    return bigEndian(static_cast<quint32>(body.size() - 4)) + body + bigEndian(sum);
}

} // namespace

tl::expected<Splices, QString> pngSplices(QFile &file, const RecipeText &recipe)
{
    QList<Splice> splices;
    std::optional<qint64> picture;
    qint64 offset = 8; // after the signature
    for (int number = 0; number < mostChunks; ++number) {
        const auto chunk = chunkAt(file, offset);
        if (!chunk || (number == 0 && chunk->type != "IHDR"))
            return damaged();
        if (chunk->type == "caBX") // the makers' seal (C2PA)
            return Splices();
        if (chunk->type == "IDAT" && !picture)
            picture = offset;
        if (const auto text = textOf(file, *chunk); text && text->isOurs())
            splices.append({chunk->at, chunk->end() - chunk->at, {}});
        offset = chunk->end();
        if (chunk->type != "IEND")
            continue;
        if (!picture)
            return damaged();
        splices.append(
            {*picture, 0,
             chunkOf(promptKeyword, recipe.prompt) + chunkOf(documentKeyword, recipe.document)});
        return splices;
    }
    return damaged();
}

FoundTexts pngTexts(QFile &file)
{
    Texts texts;
    qint64 offset = 8;
    for (int number = 0; number < mostChunks && !texts.isFull(); ++number) {
        const auto chunk = chunkAt(file, offset);
        if (!chunk)
            break;
        offset = chunk->end();
        if (auto text = textOf(file, *chunk))
            texts.take(std::move(*text));
    }
    return texts.found();
}

} // namespace media
