// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/fileformat.h"

#include "media/filestructure.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace media {

namespace {

enum class Brand { Other, Avif, Mp4, Mov };

Brand brandOf(const QByteArray &brand)
{
    if (brand == "avif" || brand == "avis")
        return Brand::Avif;
    if (brand == "qt  ")
        return Brand::Mov;
    for (const char *known : {"iso", "mp4", "avc1", "M4V", "MSNV", "dash", "f4v", "3gp", "3g2"}) {
        if (brand.startsWith(known))
            return Brand::Mp4;
    }
    return Brand::Other;
}

/// A file of ISO boxes (ISO/IEC 14496-12), told by the brands in its `ftyp`: the major one, and
/// where that is unknown, the compatible ones.
FileFormat boxedFormatOf(const QByteArray &head)
{
    const auto formatFor = [](Brand brand) {
        return brand == Brand::Avif ? FileFormat::Avif
            : brand == Brand::Mov   ? FileFormat::Mov
            : brand == Brand::Mp4   ? FileFormat::Mp4
                                    : FileFormat::Unknown;
    };
    const FileFormat major = formatFor(brandOf(head.mid(8, 4)));
    if (major != FileFormat::Unknown)
        return major;
    const auto end = qMin<qint64>(bigEndian32(head), head.size());
    for (qsizetype at = 16; at + 4 <= end; at += 4) {
        const FileFormat compatible = formatFor(brandOf(head.mid(at, 4)));
        if (compatible != FileFormat::Unknown)
            return compatible;
    }
    return FileFormat::Unknown;
}

} // namespace

FileFormat formatOf(const QByteArray &head)
{
    if (head.startsWith("\x89PNG\r\n\x1A\n"))
        return FileFormat::Png;
    if (head.startsWith("\xFF\xD8\xFF"))
        return FileFormat::Jpeg;
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return FileFormat::Webp;
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a"))
        return FileFormat::Gif;
    if (head.mid(4, 4) == "ftyp")
        return boxedFormatOf(head);
    if (head.startsWith("\x1A\x45\xDF\xA3"))
        return FileFormat::Webm;
    return FileFormat::Unknown;
}

FileFormat formatOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return FileFormat::Unknown;
    return formatOf(file.read(formatHeadSize));
}

QString extensionOf(FileFormat format)
{
    switch (format) {
    case FileFormat::Png:
        return u"png"_s;
    case FileFormat::Jpeg:
        return u"jpg"_s;
    case FileFormat::Webp:
        return u"webp"_s;
    case FileFormat::Gif:
        return u"gif"_s;
    case FileFormat::Avif:
        return u"avif"_s;
    case FileFormat::Mp4:
        return u"mp4"_s;
    case FileFormat::Mov:
        return u"mov"_s;
    case FileFormat::Webm:
        return u"webm"_s;
    case FileFormat::Unknown:
        break;
    }
    return {};
}

bool isImage(FileFormat format)
{
    switch (format) {
    case FileFormat::Png:
    case FileFormat::Jpeg:
    case FileFormat::Webp:
    case FileFormat::Gif:
    case FileFormat::Avif:
        return true;
    case FileFormat::Mp4:
    case FileFormat::Mov:
    case FileFormat::Webm:
    case FileFormat::Unknown:
        break;
    }
    return false;
}

bool isVideo(FileFormat format)
{
    return format == FileFormat::Mp4 || format == FileFormat::Mov || format == FileFormat::Webm;
}

bool isWhole(const QString &path, FileFormat format)
{
    if (format == FileFormat::Unknown)
        return true;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    switch (format) {
    case FileFormat::Png:
        return pngReachesEnd(file);
    case FileFormat::Jpeg:
        return jpegReachesEnd(file);
    case FileFormat::Webp:
        return riffReachesEnd(file);
    case FileFormat::Gif:
        return gifReachesEnd(file);
    case FileFormat::Avif:
        return boxesReachEnd(file, {"meta"});
    case FileFormat::Mp4:
    case FileFormat::Mov:
        return boxesReachEnd(file, {"moov", "mdat"});
    case FileFormat::Webm:
        return segmentReachesEnd(file);
    case FileFormat::Unknown:
        break;
    }
    return true;
}

} // namespace media
