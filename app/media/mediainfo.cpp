// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediainfo.h"

#include "media/videofile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

namespace media {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("media", text);
}

tl::expected<MediaInfo, QString> probeImage(MediaInfo info, const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    info.size = reader.size();
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        info.size.transpose();
    if (!reader.canRead() || info.size.isEmpty()) {
        return tl::unexpected(
            words(QT_TRANSLATE_NOOP("media", "“%1” can't be read as an image: %2"))
                .arg(QFileInfo(path).fileName(), reader.errorString()));
    }
    info.codec = QString::fromLatin1(reader.format());
    return info;
}

tl::expected<MediaInfo, QString> probeVideo(MediaInfo info, const QString &path)
{
    const auto video = VideoFile::open(path);
    if (!video) {
        return tl::unexpected(words(QT_TRANSLATE_NOOP("media", "“%1” can't be read as a video: %2"))
                                  .arg(QFileInfo(path).fileName(), video.error()));
    }
    info.size = video->displaySize();
    info.duration = video->duration();
    info.fps = video->fps();
    info.hasAudio = video->hasAudio();
    info.codec = video->codec();
    return info;
}

} // namespace

tl::expected<MediaInfo, QString> probe(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const QString text = file.exists()
            ? words(QT_TRANSLATE_NOOP("media", "“%1” can't be opened: %2"))
            : words(QT_TRANSLATE_NOOP("media", "“%1” is no longer in %2"));
        const QFileInfo where(path);
        return tl::unexpected(
            text.arg(where.fileName(), file.exists() ? file.errorString() : where.path()));
    }
    MediaInfo info;
    info.bytes = file.size();
    info.format = formatOf(file.read(formatHeadSize));
    file.close();
    return isVideo(info.format) ? probeVideo(info, path) : probeImage(info, path);
}

} // namespace media
