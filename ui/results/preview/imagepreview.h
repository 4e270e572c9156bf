// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/latesttask.h"

#include <QImage>
#include <QList>
#include <QPointF>
#include <QWidget>

#include <tl/expected.hpp>

namespace ui {

/// An image to be looked at closely: fitted, or at any zoom about the cursor. Zoom counts pixels
/// of the screen for a pixel of the image, so that 1 shows every pixel as it is, also on a screen
/// of high density. Reads and shrinks images in the thread pool.
///
/// Wheel, pinch, + and - zoom; dragging moves; 0 fits; 1 and a double click show 1:1.
class ImagePreview : public QWidget
{
    Q_OBJECT
public:
    explicit ImagePreview(QWidget *parent = nullptr);

    /// Shows this file instead, fitted; the old image stands until it is there.
    void open(const QString &path);
    void clear();

    /// Null while there is none.
    const QImage &image() const { return m_image; }
    bool isFitted() const { return m_fitted; }
    double zoom() const;
    /// Pixels of the image at this position of the widget, and the other way.
    QPointF toImage(QPointF position) const;
    QPointF fromImage(QPointF point) const;

    QSize sizeHint() const override { return {480, 320}; }
    QSize minimumSizeHint() const override { return {120, 90}; }

public slots:
    void fit();
    void showOneToOne();
    void zoomIn();
    void zoomOut();
    /// Keeps what is at `anchor` (px of the widget) in its place.
    void setZoom(double zoom, QPointF anchor);

signals:
    void loaded(const QImage &image);
    void failed(const QString &message);
    void zoomChanged(double zoom);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Levels = QList<QImage>;
    static tl::expected<Levels, QString> read(const QString &path);
    void take(const Levels &levels);
    double fitZoom() const;
    double leastZoom() const;
    double density() const { return devicePixelRatioF(); }
    void keepInView();
    void noteZoom();

    QImage m_image;
    Levels m_levels; ///< the image, its half, its quarter, …: what is drawn when it is small
    bool m_fitted = true;
    double m_zoom = 1; ///< where it isn't fitted
    QPointF m_center;  ///< px of the image in the middle of the widget
    QPointF m_dragFrom;
    bool m_dragging = false;
    LatestTask<tl::expected<Levels, QString>> m_reading;
};

} // namespace ui
