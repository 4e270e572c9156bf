// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/painting.h"

#include "look/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QWidget>

namespace ui::painting {

namespace {

struct ButtonColors
{
    QColor fill;
    QColor line;
};

ButtonColors buttonColors(const QStyleOption *option, bool primary)
{
    const Theme &theme = Theme::of(option->palette);
    const QColor text = option->palette.color(QPalette::Active, QPalette::ButtonText);
    const QColor button = option->palette.color(QPalette::Button);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool pressed = option->state & QStyle::State_Sunken;
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const double depth = pressed ? 0.14 : hovered ? 0.06 : 0;
    if (!enabled) {
        const QColor ground = option->palette.color(QPalette::Window);
        return {mixed(ground, text, primary ? 0.09 : 0.03), primary ? QColor() : theme.border};
    }
    if (primary)
        return {mixed(theme.accent, theme.dark ? Qt::white : Qt::black, depth), {}};
    if (option->state & QStyle::State_On)
        return {mixed(button, theme.accent, 0.18 + depth), mixed(theme.border, theme.accent, 0.5)};
    return {mixed(button, text, depth), mixed(theme.border, text, 0.08 + depth)};
}

void drawFocus(QPainter *painter, const QStyleOption *option, const QRectF &rect, double corner)
{
    if (!(option->state & QStyle::State_HasFocus)
        || !(option->state & QStyle::State_KeyboardFocusChange))
        return;
    const Theme &theme = Theme::of(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner, corner);
    painter->restore();
}

struct Label
{
    QIcon icon;
    QSize iconSize;
    QString text;
    QColor color;
    bool tint = false; ///< the icon takes the colour, too
};

void drawLabel(QPainter *painter, const QStyleOption *option, const QRect &room, const Label &label)
{
    const int gap = label.icon.isNull() || label.text.isEmpty() ? 0 : 6;
    const QSize iconSize = label.icon.isNull() ? QSize(0, 0) : label.iconSize;
    const int textWidth = option->fontMetrics.size(Qt::TextShowMnemonic, label.text).width();
    const int width = std::min(iconSize.width() + gap + textWidth, room.width());
    const QRect content(room.left() + (room.width() - width) / 2, room.top(), width, room.height());

    if (!label.icon.isNull()) {
        const double scale = painter->device()->devicePixelRatio();
        QRect place(content.topLeft(), iconSize);
        place.moveTop(room.top() + (room.height() - iconSize.height()) / 2);
        const bool enabled = option->state & QStyle::State_Enabled;
        const bool on = option->state & QStyle::State_On;
        painter->drawPixmap(QStyle::visualRect(option->direction, content, place),
                            label.tint
                                ? tinted(label.icon, iconSize, scale, label.color)
                                : label.icon.pixmap(iconSize, scale,
                                                    enabled ? QIcon::Normal : QIcon::Disabled,
                                                    on ? QIcon::On : QIcon::Off));
    }
    const QRect textRect = content.adjusted(iconSize.width() + gap, 0, 0, 0);
    painter->setPen(label.color);
    painter->drawText(QStyle::visualRect(option->direction, content, textRect),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, label.text);
}

} // namespace

bool isPrimary(const QStyleOption *option, const QWidget *widget)
{
    if (widget && widget->property("primary").toBool())
        return true;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton);
}

QPixmap tinted(const QIcon &icon, QSize size, double scale, const QColor &color)
{
    QPixmap pixmap = icon.pixmap(size, scale);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(), pixmap.deviceIndependentSize()), color);
    return pixmap;
}

void rounded(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line,
             double corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    // A hairline lies on the middle of its pixels.
    const double inset = line.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void chevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &color)
{
    QPainterPath path;
    path.moveTo(-3.5, -1.75);
    path.lineTo(0, 1.75);
    path.lineTo(3.5, -1.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    switch (direction) {
    case Direction::Down:
        break;
    case Direction::Up:
        painter->rotate(180);
        break;
    case Direction::Left:
        painter->rotate(90);
        break;
    case Direction::Right:
        painter->rotate(-90);
        break;
    }
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    painter->restore();
}

void pushButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = button && (button->features & QStyleOptionButton::Flat);
    ButtonColors colors = buttonColors(option, isPrimary(option, widget));
    if (flat) {
        const bool touched =
            option->state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
        colors.line = QColor();
        if (!touched || !(option->state & QStyle::State_Enabled))
            colors.fill = QColor();
    }
    rounded(painter, option->rect, colors.fill, colors.line);
    if (isPrimary(option, widget) && (option->state & QStyle::State_HasFocus)
        && (option->state & QStyle::State_KeyboardFocusChange)) {
        // The accent would not show on itself.
        rounded(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), {},
                Theme::of(option->palette).onAccent, radius - 2);
        return;
    }
    drawFocus(painter, option, option->rect, radius);
}

void pushButtonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const bool primary = (option->state & QStyle::State_Enabled) && isPrimary(option, widget);
    const QColor color =
        primary ? Theme::of(option->palette).onAccent : option->palette.color(QPalette::ButtonText);
    const int menu = option->features & QStyleOptionButton::HasMenu ? 16 : 0;
    const QRect room = option->rect.adjusted(8, 0, -8 - menu, 0);
    drawLabel(painter, option, QStyle::visualRect(option->direction, option->rect, room),
              {option->icon, option->iconSize, option->text, color, primary});
    if (menu) {
        const QRect arrow(option->rect.right() - 8 - menu, option->rect.top(), menu,
                          option->rect.height());
        chevron(painter, QStyle::visualRect(option->direction, option->rect, arrow),
                Direction::Down, color);
    }
}

void toolButtonLabel(QPainter *painter, const QStyleOptionToolButton *option, const QWidget *widget)
{
    const bool primary = (option->state & QStyle::State_Enabled) && isPrimary(option, widget);
    const QColor color =
        primary ? Theme::of(option->palette).onAccent : option->palette.color(QPalette::ButtonText);
    drawLabel(painter, option, option->rect.adjusted(4, 0, -4, 0),
              {option->icon, option->iconSize, option->text, color, primary});
}

void toolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const bool primary = isPrimary(option, widget);
    ButtonColors colors = buttonColors(option, primary);
    if ((option->state & QStyle::State_AutoRaise) && !primary) {
        const QColor text = option->palette.color(QPalette::Active, QPalette::ButtonText);
        const bool enabled = option->state & QStyle::State_Enabled;
        const bool pressed = option->state & QStyle::State_Sunken;
        const bool hovered = option->state & QStyle::State_MouseOver;
        QColor veil = text;
        veil.setAlphaF(pressed ? 0.14f : 0.07f);
        const bool on = option->state & QStyle::State_On;
        colors.line = QColor();
        if (!on)
            colors.fill = enabled && (pressed || hovered) ? veil : QColor();
    }
    rounded(painter, option->rect, colors.fill, colors.line);
    drawFocus(painter, option, option->rect, radius);
}

void focusRing(QPainter *painter, const QStyleOption *option)
{
    const auto *focus = qstyleoption_cast<const QStyleOptionFocusRect *>(option);
    if (!focus || !(option->state & QStyle::State_KeyboardFocusChange))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::of(option->palette).accent, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    painter->restore();
}

} // namespace ui::painting
