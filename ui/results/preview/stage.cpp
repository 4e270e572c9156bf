// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/stage.h"

#include "look/theme.h"

#include <QPainter>

namespace ui {

void paintStage(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    const Theme &theme = Theme::of(palette);
    const QColor ground = palette.color(QPalette::Window);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.dark ? mixed(ground, Qt::black, 0.3)
                                : mixed(ground, palette.color(QPalette::WindowText), 0.035));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.restore();
}

} // namespace ui
