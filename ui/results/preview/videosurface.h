// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QVideoFrame>
#include <QWidget>

namespace ui {

/// Where a clip is seen: its poster, then its frames, fitted. A press asks for play or pause; a
/// play sign stands on it while it is at rest.
class VideoSurface : public QWidget
{
    Q_OBJECT
public:
    explicit VideoSurface(QWidget *parent = nullptr);

    /// Shows this picture, stretched to the aspect of `shape` (px; empty: as the picture is).
    void setPoster(const QImage &poster, QSize shape);
    void setFrame(const QVideoFrame &frame);
    void setResting(bool resting);
    void clear();

    /// What is seen at this moment: the latest frame, or the poster. Null where there is neither.
    const QImage &picture() const;

    QSize sizeHint() const override { return {480, 270}; }
    QSize minimumSizeHint() const override { return {120, 68}; }

signals:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF pictureRect() const;

    mutable QVideoFrame m_frame; ///< the latest, while m_picture is still the one before
    mutable QImage m_picture;
    QSize m_shape;
    bool m_resting = true;
};

} // namespace ui
