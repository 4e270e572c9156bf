// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/lastframe.h"

#include "media/videofile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace media {

tl::expected<QImage, QString> lastFrame(const QString &path)
{
    const auto fault = [&path](const QString &why) {
        return tl::unexpected(
            QCoreApplication::translate("media", "“%1” can't be read as a video: %2")
                .arg(QFileInfo(path).fileName(), why));
    };
    auto video = VideoFile::open(path);
    if (!video)
        return fault(video.error());
    FramePtr last;
    while (FramePtr frame = video->nextFrame())
        last = std::move(frame);
    QImage image = last ? video->imageOf(*last, {}) : QImage();
    if (image.isNull())
        return fault(QCoreApplication::translate("media", "not one picture of it can be decoded."));
    return image;
}

} // namespace media
