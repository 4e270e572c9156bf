// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/painting.h"

#include "look/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace ui::painting {

namespace {

QPainterPath tick(const QRectF &box)
{
    QPainterPath path;
    path.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.53);
    path.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71);
    path.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.31);
    return path;
}

QColor indicatorFill(const QStyleOption *option, bool marked)
{
    const Theme &theme = Theme::of(option->palette);
    const QColor base = option->palette.color(QPalette::Base);
    const QColor text = option->palette.color(QPalette::Active, QPalette::Text);
    if (!(option->state & QStyle::State_Enabled))
        return mixed(base, text, marked ? 0.35 : 0.04);
    const bool hovered = option->state & QStyle::State_MouseOver;
    if (marked)
        return mixed(theme.accent, text, hovered ? 0.12 : 0);
    return mixed(base, text, hovered ? 0.05 : 0);
}

QColor indicatorLine(const QStyleOption *option, bool marked)
{
    const Theme &theme = Theme::of(option->palette);
    const QColor text = option->palette.color(QPalette::Active, QPalette::Text);
    return marked ? QColor() : mixed(theme.border, text, 0.35);
}

QRectF indicatorBox(const QStyleOption *option)
{
    const double side = std::min({option->rect.width(), option->rect.height(), 16});
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    box.moveTopLeft(box.topLeft().toPoint());
    return box;
}

} // namespace

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const bool marked = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = indicatorBox(option);
    rounded(painter, box, indicatorFill(option, marked), indicatorLine(option, marked), 4);
    if (marked) {
        const QColor mark = option->state & QStyle::State_Enabled
            ? Theme::of(option->palette).onAccent
            : option->palette.color(QPalette::Base);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        if (option->state & QStyle::State_NoChange)
            painter->drawLine(QPointF(box.left() + 4.5, box.center().y()),
                              QPointF(box.right() - 4.5, box.center().y()));
        else
            painter->drawPath(tick(box));
        painter->restore();
    }
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const bool marked = option->state & QStyle::State_On;
    const QRectF box = indicatorBox(option);
    rounded(painter, box, indicatorFill(option, marked), indicatorLine(option, marked),
            box.width() / 2);
    if (marked) {
        const QColor mark = Theme::of(option->palette).onAccent;
        rounded(painter, box.adjusted(5, 5, -5, -5), mark, {}, box.width() / 2);
    }
}

} // namespace ui::painting
