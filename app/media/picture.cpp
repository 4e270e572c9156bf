// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/picture.h"

#include "media/mediainfo.h"
#include "media/videofile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

namespace media {

namespace {

constexpr double posterTime = 0.5;  ///< s
constexpr double posterShare = 0.1; ///< of a clip shorter than five seconds
/// How far a poster is looked for: 10 s at 30 frames a second.
constexpr int posterFrames = 300;

/// The mean lightness up to which a frame counts as black, of 255.
constexpr qint64 blackLevel = 14;

bool isBlack(const QImage &image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(line[x]);
    }
    return sum <= blackLevel * image.width() * image.height();
}

QSize fitted(QSize size, QSize box)
{
    if (box.isEmpty() || (size.width() <= box.width() && size.height() <= box.height()))
        return size;
    return size.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

QImage readImage(QImageReader &reader, QSize box)
{
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        box.transpose();
    const QSize size = reader.size();
    if (!size.isEmpty() && fitted(size, box) != size)
        reader.setScaledSize(fitted(size, box));
    return reader.read();
}

} // namespace

tl::expected<QImage, QString> loadImage(const QString &path)
{
    QImageReader reader(path);
    QImage image = readImage(reader, {});
    if (!image.isNull())
        return image;
    if (const auto info = probe(path); !info)
        return tl::unexpected(info.error());
    return tl::unexpected(QCoreApplication::translate("media", "“%1” can't be read as an image: %2")
                              .arg(QFileInfo(path).fileName(), reader.errorString()));
}

QImage poster(const QString &path, QSize box)
{
    auto video = VideoFile::open(path);
    if (!video)
        return {};
    const double duration = video->duration();
    const double from = duration > 0 ? qMin(posterTime, duration * posterShare) : 0;
    FramePtr best;
    for (int i = 0; i < posterFrames; ++i) {
        FramePtr frame = video->nextFrame();
        if (!frame)
            break;
        best = std::move(frame);
        if (video->timeOf(*best) >= from && !isBlack(video->imageOf(*best, QSize(32, 32))))
            break;
    }
    return best ? video->imageOf(*best, box) : QImage();
}

QImage thumbnail(const QString &path, QSize box)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const FileFormat format = formatOf(file.read(formatHeadSize));
    file.close();
    if (isVideo(format))
        return poster(path, box);
    QImageReader reader(path);
    return readImage(reader, box);
}

} // namespace media
