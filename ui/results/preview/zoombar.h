// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui {

class ImagePreview;

/// The controls below an image: fit, 1:1, smaller, the zoom in per cent, larger.
class ZoomBar : public QWidget
{
    Q_OBJECT
public:
    explicit ZoomBar(ImagePreview *preview, QWidget *parent = nullptr);

private:
    QToolButton *addButton(const QString &icon, const QString &text, const QString &toolTip);
    void showZoom(double zoom);

    ImagePreview *const m_preview;
    QLabel *m_percent = nullptr;
    QToolButton *m_fit = nullptr;
    QToolButton *m_oneToOne = nullptr;
};

} // namespace ui
