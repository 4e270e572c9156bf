// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/painting.h"

#include "look/theme.h"

#include <QPainter>
#include <QStyle>

namespace ui::painting {

namespace {

QColor mutedFor(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled ? Theme::of(option->palette).mutedText
                                                 : option->palette.color(QPalette::PlaceholderText);
}

QColor veil(const QStyleOption *option, float strength)
{
    QColor color = option->palette.color(QPalette::Active, QPalette::Text);
    color.setAlphaF(strength);
    return color;
}

} // namespace

void field(QPainter *painter, const QStyleOption *option, const QRect &rect)
{
    const Theme &theme = Theme::of(option->palette);
    const QColor text = option->palette.color(QPalette::Active, QPalette::Text);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focused = enabled && (option->state & QStyle::State_HasFocus);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const QColor line = focused ? theme.accent : mixed(theme.border, text, hovered ? 0.25 : 0.1);
    rounded(painter, rect, option->palette.color(QPalette::Base), line);
    if (focused)
        rounded(painter, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), {}, line, radius - 0.5);
}

void spinArrows(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up,
                const QRect &down)
{
    const auto arrow = [&](const QRect &rect, QStyle::SubControl control, Direction direction,
                           QAbstractSpinBox::StepEnabledFlag step) {
        const bool possible =
            (option->state & QStyle::State_Enabled) && (option->stepEnabled & step);
        if (possible && (option->activeSubControls & control)) {
            const bool pressed = option->state & QStyle::State_Sunken;
            rounded(painter, QRectF(rect).adjusted(1, 1, -1, -1),
                    veil(option, pressed ? 0.16f : 0.08f), {}, 3);
        }
        const QColor color = mutedFor(option);
        chevron(painter, rect, direction,
                possible ? color : mixed(option->palette.color(QPalette::Base), color, 0.4));
    };
    arrow(up, QStyle::SC_SpinBoxUp, Direction::Up, QAbstractSpinBox::StepUpEnabled);
    arrow(down, QStyle::SC_SpinBoxDown, Direction::Down, QAbstractSpinBox::StepDownEnabled);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QRect &arrow)
{
    QStyleOption ground = *option;
    if (!option->editable) {
        // It shows its focus only to those who came by keyboard, as buttons do.
        if (!(option->state & QStyle::State_KeyboardFocusChange))
            ground.state &= ~QStyle::State_HasFocus;
        const QColor button = option->palette.color(QPalette::Button);
        const QColor text = option->palette.color(QPalette::Active, QPalette::ButtonText);
        const bool hovered =
            (option->state & QStyle::State_Enabled) && (option->state & QStyle::State_MouseOver);
        const bool open = option->state & QStyle::State_On;
        if (option->state & QStyle::State_Enabled)
            ground.palette.setColor(QPalette::Base,
                                    mixed(button, text,
                                          open          ? 0.08
                                              : hovered ? 0.04
                                                        : 0));
    }
    if (option->frame)
        field(painter, &ground, option->rect);
    else
        painter->fillRect(option->rect, ground.palette.color(QPalette::Base));
    chevron(painter, arrow, Direction::Down, mutedFor(option));
}

void slider(QPainter *painter, const QStyleOptionSlider *option, const QRect &groove,
            const QRect &handle)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool across = option->orientation == Qt::Horizontal;
    const QPointF knob = QRectF(handle).center();

    QRectF track(groove);
    if (across)
        track = QRectF(track.left() + 2, knob.y() - 2, track.width() - 4, 4);
    else
        track = QRectF(knob.x() - 2, track.top() + 2, 4, track.height() - 4);
    rounded(painter, track, veil(option, 0.18f), {}, 2);

    QRectF done = track;
    if (across && !option->upsideDown)
        done.setRight(knob.x());
    else if (across)
        done.setLeft(knob.x());
    else if (option->upsideDown)
        done.setTop(knob.y());
    else
        done.setBottom(knob.y());
    const QColor fill = enabled ? theme.accent : mutedFor(option);
    rounded(painter, done, fill, {}, 2);

    const bool touched = option->activeSubControls & QStyle::SC_SliderHandle;
    const double size = enabled && touched ? 8 : 7;
    const QRectF circle(knob.x() - size, knob.y() - size, 2 * size, 2 * size);
    if (enabled && (option->state & QStyle::State_HasFocus)
        && (option->state & QStyle::State_KeyboardFocusChange)) {
        QColor halo = theme.accent;
        halo.setAlphaF(0.3f);
        rounded(painter, circle.adjusted(-2, -2, 2, 2), halo, {}, size + 2);
    }
    rounded(painter, circle, theme.dark ? QColor(0xf2f3f5) : QColor(Qt::white), {}, size);
    rounded(painter, circle, {}, fill, size);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle,
               const QColor &ground)
{
    painter->fillRect(option->rect, ground);
    if (option->minimum == option->maximum)
        return;
    const bool pressed = option->state & QStyle::State_Sunken;
    const bool touched = option->activeSubControls & QStyle::SC_ScrollBarSlider;
    QRectF bar(handle);
    const double inset = touched ? 2.5 : 3.5;
    if (option->orientation == Qt::Horizontal)
        bar.adjust(2, inset, -2, -inset);
    else
        bar.adjust(inset, 2, -inset, -2);
    rounded(painter, bar, veil(option, pressed && touched ? 0.5f : touched ? 0.4f : 0.26f), {}, 4);
}

void progressGroove(QPainter *painter, const QStyleOption *option)
{
    rounded(painter, option->rect, veil(option, 0.12f), {}, 3);
}

void progressContents(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const int range = option->maximum - option->minimum;
    // An unknown length is shown as a whole, pale bar: nothing here moves by itself.
    const double share =
        range > 0 ? static_cast<double>(option->progress - option->minimum) / range : 1;
    QColor fill = Theme::of(option->palette).accent;
    if (range <= 0)
        fill.setAlphaF(0.4f);
    QRect bar = option->rect;
    if (option->state & QStyle::State_Horizontal) {
        bar.setWidth(static_cast<int>(bar.width() * share));
        if (option->invertedAppearance != (option->direction == Qt::RightToLeft))
            bar.moveRight(option->rect.right());
    } else {
        bar.setTop(bar.bottom() - static_cast<int>(bar.height() * share));
    }
    if (!bar.isEmpty())
        rounded(painter, bar, fill, {}, 3);
}

} // namespace ui::painting
