// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/imagepreview.h"

#include "look/theme.h"
#include "media/picture.h"
#include "results/preview/stage.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace ui {

namespace {

constexpr double mostZoom = 32;
constexpr double keyStep = 1.25;
/// Above this, pixels are shown as the squares that they are.
constexpr double squareZoom = 3;
/// Smaller levels are not worth their memory.
constexpr int leastLevelSide = 256;
constexpr int checkSide = 8; ///< px, of the ground's squares under what is transparent

QBrush checkerboard(const QPalette &palette)
{
    const bool dark = Theme::of(palette).dark;
    QPixmap tile(2 * checkSide, 2 * checkSide);
    tile.fill(dark ? QColor(0x3a3b40) : QColor(0xffffff));
    QPainter painter(&tile);
    const QColor other = dark ? QColor(0x2c2d31) : QColor(0xe4e5e8);
    painter.fillRect(0, 0, checkSide, checkSide, other);
    painter.fillRect(checkSide, checkSide, checkSide, checkSide, other);
    return QBrush(tile);
}

} // namespace

ImagePreview::ImagePreview(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Image preview"));
    grabGesture(Qt::PinchGesture);
}

void ImagePreview::open(const QString &path)
{
    m_reading.start([path] { return read(path); },
                    [this](const tl::expected<Levels, QString> &levels) {
                        if (levels) {
                            take(*levels);
                        } else {
                            clear();
                            emit failed(levels.error());
                        }
                    });
}

void ImagePreview::clear()
{
    m_reading.cancel();
    m_image = {};
    m_levels.clear();
    m_fitted = true;
    unsetCursor();
    update();
}

tl::expected<ImagePreview::Levels, QString> ImagePreview::read(const QString &path)
{
    auto image = media::loadImage(path);
    if (!image)
        return tl::unexpected(image.error());
    const QImage::Format format =
        image->hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    image->convertTo(format);
    image->setDevicePixelRatio(1);
    Levels levels{*image};
    while (qMin(levels.last().width(), levels.last().height()) > 2 * leastLevelSide) {
        levels.append(levels.last().scaled(levels.last().size() / 2, Qt::IgnoreAspectRatio,
                                           Qt::SmoothTransformation));
    }
    return levels;
}

void ImagePreview::take(const Levels &levels)
{
    m_levels = levels;
    m_image = levels.first();
    m_fitted = true;
    m_center = QRectF(m_image.rect()).center();
    setCursor(Qt::OpenHandCursor);
    emit loaded(m_image);
    noteZoom();
}

double ImagePreview::fitZoom() const
{
    if (m_image.isNull())
        return 1;
    const double fitting = qMin((width() - 2 * stageMargin) * density() / m_image.width(),
                                (height() - 2 * stageMargin) * density() / m_image.height());
    return qBound(0.001, fitting, 1.0);
}

double ImagePreview::leastZoom() const
{
    return qMin(fitZoom(), 0.05);
}

double ImagePreview::zoom() const
{
    return m_fitted ? fitZoom() : m_zoom;
}

QPointF ImagePreview::toImage(QPointF position) const
{
    return m_center + (position - QRectF(rect()).center()) * density() / zoom();
}

QPointF ImagePreview::fromImage(QPointF point) const
{
    return QRectF(rect()).center() + (point - m_center) * zoom() / density();
}

void ImagePreview::fit()
{
    m_fitted = true;
    m_center = QRectF(m_image.rect()).center();
    noteZoom();
}

void ImagePreview::showOneToOne()
{
    setZoom(1, QRectF(rect()).center());
}

void ImagePreview::zoomIn()
{
    setZoom(zoom() * keyStep, QRectF(rect()).center());
}

void ImagePreview::zoomOut()
{
    setZoom(zoom() / keyStep, QRectF(rect()).center());
}

void ImagePreview::setZoom(double zoom, QPointF anchor)
{
    if (m_image.isNull())
        return;
    const QPointF held = toImage(anchor);
    m_zoom = qBound(leastZoom(), zoom, mostZoom);
    m_fitted = false;
    m_center = held - (anchor - QRectF(rect()).center()) * density() / m_zoom;
    keepInView();
    noteZoom();
}

/// No empty ground is shown beside an image that is larger than the widget, and a smaller one
/// stays in the middle.
void ImagePreview::keepInView()
{
    const QSizeF shown = QSizeF(size()) * density() / zoom();
    const auto bounded = [](double center, double visible, double whole) {
        return visible >= whole ? whole / 2 : qBound(visible / 2, center, whole - visible / 2);
    };
    m_center = {bounded(m_center.x(), shown.width(), m_image.width()),
                bounded(m_center.y(), shown.height(), m_image.height())};
}

void ImagePreview::noteZoom()
{
    setAccessibleDescription(tr("%1 by %2 pixels, shown at %3 %")
                                 .arg(m_image.width())
                                 .arg(m_image.height())
                                 .arg(qRound(zoom() * 100)));
    update();
    emit zoomChanged(zoom());
}

void ImagePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStage(painter, rect(), palette());
    if (m_image.isNull())
        return;
    const double scale = zoom() / density();
    QRectF target(fromImage(QPointF()), QSizeF(m_image.size()) * scale);
    // On a whole pixel of the screen, or 1:1 would be blurred.
    target.moveTo(std::round(target.x() * density()) / density(),
                  std::round(target.y() * density()) / density());
    const QRectF visible = target & QRectF(rect());
    if (visible.isEmpty())
        return;
    QPainterPath stage;
    stage.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    painter.setClipPath(stage);
    if (m_image.hasAlphaChannel()) {
        painter.setBrushOrigin(visible.topLeft());
        painter.fillRect(visible, checkerboard(palette()));
    }
    const int halvings = static_cast<int>(std::floor(std::log2(1 / zoom())));
    const QImage &level = m_levels.at(qBound(0, halvings, static_cast<int>(m_levels.size()) - 1));
    const double across = level.width() / target.width();
    const double down = level.height() / target.height();
    const QRectF source((visible.x() - target.x()) * across, (visible.y() - target.y()) * down,
                        visible.width() * across, visible.height() * down);
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          zoom() < squareZoom && !qFuzzyCompare(zoom(), 1));
    painter.drawImage(visible, level, source);
}

void ImagePreview::resizeEvent(QResizeEvent *)
{
    if (m_image.isNull())
        return;
    if (!m_fitted)
        keepInView();
    noteZoom();
}

void ImagePreview::wheelEvent(QWheelEvent *event)
{
    // A notch is 120 and makes a fifth more; touch pads send less, more often.
    setZoom(zoom() * std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

bool ImagePreview::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(zoom() * (1 + gesture->value()), gesture->position());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (const auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            setZoom(zoom() * pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
            return true;
        }
    }
    return QWidget::event(event);
}

void ImagePreview::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_image.isNull())
        return QWidget::mousePressEvent(event);
    m_dragging = true;
    m_dragFrom = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void ImagePreview::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging || m_fitted)
        return;
    m_center -= (event->position() - m_dragFrom) * density() / zoom();
    m_dragFrom = event->position();
    keepInView();
    update();
}

void ImagePreview::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
}

void ImagePreview::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_fitted)
        setZoom(1, event->position());
    else
        fit();
}

void ImagePreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    case Qt::Key_1:
        return showOneToOne();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace ui
