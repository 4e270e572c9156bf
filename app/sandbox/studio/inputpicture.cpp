// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/inputpicture.h"

#include "sandbox/inputs/contenttype.h"
#include "sandbox/studio/firstframe.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace sandbox {

namespace {

constexpr int blurredSide = 12; // px; as few as that are blurred when they fill the frame

bool isVideo(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && contentTypeOf(file.read(16)).startsWith("video/");
}

QImage picture(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QImage read = isVideo(path) ? firstFrame(path) : reader.read();
    if (read.isNull())
        return {};
    QImage opaque(read.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white); // behind what is transparent
    QPainter(&opaque).drawImage(0, 0, read);
    return opaque;
}

/// The picture's colours without its forms, dark enough for white type.
QImage blurred(const QImage &given, QSize size)
{
    const QImage few =
        given.scaled(blurredSide, blurredSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage wash = few.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .convertToFormat(QImage::Format_RGB32);
    QPainter painter(&wash);
    QLinearGradient shade(0, 0, 0, size.height());
    shade.setColorAt(0, QColor(0, 0, 0, 100));
    shade.setColorAt(0.6, QColor(0, 0, 0, 120));
    shade.setColorAt(1, QColor(0, 0, 0, 190));
    painter.fillRect(wash.rect(), shade);
    return wash;
}

/// Where the whole picture has its place.
QRectF cardFor(QSizeF given, QSizeF frame)
{
    const QRectF room(frame.width() * 0.08, frame.height() * 0.14, frame.width() * 0.84,
                      frame.height() * 0.5);
    const QSizeF size = given.scaled(room.size(), Qt::KeepAspectRatio);
    return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

} // namespace

QImage inputPicture(const Order &order, QSize size)
{
    const QImage given = order.input.isEmpty() ? QImage() : picture(order.input);
    if (given.isNull())
        return {};
    QImage backdrop = blurred(given, size);
    const QRect card = cardFor(given.size(), size).toAlignedRect();
    QPainter painter(&backdrop);
    const int edge = std::max(1, std::min(size.width(), size.height()) / 180);
    painter.fillRect(card.adjusted(-edge, -edge, edge, edge), QColor(255, 255, 255, 210));
    painter.drawImage(card.topLeft(),
                      given.scaled(card.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return backdrop;
}

} // namespace sandbox
