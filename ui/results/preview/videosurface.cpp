// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/videosurface.h"

#include "results/preview/stage.h"

#include <QMargins>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

VideoSurface::VideoSurface(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Video"));
}

void VideoSurface::setPoster(const QImage &poster, QSize shape)
{
    m_frame = {};
    m_picture = poster;
    m_shape = shape;
    update();
}

void VideoSurface::setFrame(const QVideoFrame &frame)
{
    // A player that is stopped sends an empty frame: the last picture stays.
    if (!frame.isValid())
        return;
    m_frame = frame;
    update();
}

void VideoSurface::setResting(bool resting)
{
    m_resting = resting;
    update();
}

void VideoSurface::clear()
{
    setPoster({}, {});
}

const QImage &VideoSurface::picture() const
{
    // Frames that come faster than they are painted are never converted.
    if (m_frame.isValid()) {
        const QImage image = m_frame.toImage();
        if (!image.isNull())
            m_picture = image;
        m_frame = {};
    }
    return m_picture;
}

QRectF VideoSurface::pictureRect() const
{
    const QSizeF shape = m_shape.isEmpty() ? m_picture.size() : m_shape;
    QSizeF size = shape.scaled(
        this->size().shrunkBy(QMargins(stageMargin, stageMargin, stageMargin, stageMargin)),
        Qt::KeepAspectRatio);
    // Like an image, a small clip is shown 1:1 and not blown up.
    const QSizeF most = shape / devicePixelRatioF();
    if (size.width() > most.width() && !shape.isEmpty())
        size = most;
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

void VideoSurface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStage(painter, rect(), palette());
    const QImage &image = picture();
    if (image.isNull())
        return;
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    const QRectF rect = pictureRect();
    painter.drawImage(rect, image);
    if (!m_resting)
        return;
    const double radius = qBound(14.0, qMin(rect.width(), rect.height()) / 8, 30.0);
    const QPointF center = rect.center();
    painter.setPen(QPen(QColor(255, 255, 255, 210), 1.5));
    painter.setBrush(QColor(0, 0, 0, 140));
    painter.drawEllipse(center, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    const double side = radius * 0.45;
    painter.drawPolygon(QPolygonF{center + QPointF(-side * 0.75, -side),
                                  center + QPointF(side * 1.1, 0),
                                  center + QPointF(-side * 0.75, side)});
}

void VideoSurface::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit pressed();
    else
        event->ignore();
}

} // namespace ui
