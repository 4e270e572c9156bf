// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QPalette;
class QRectF;

namespace ui {

/// The quiet ground on which a preview shows its picture, with a hairline around it.
inline constexpr int stageMargin = 8; ///< px, around a fitted picture

void paintStage(QPainter &painter, const QRectF &rect, const QPalette &palette);

} // namespace ui
