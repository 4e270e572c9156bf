// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/choices/choicebutton.h"

#include "look/painting.h"
#include "look/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int shapeHeight = 22; ///< px
constexpr int shapeWidth = 34;  ///< px

} // namespace

ChoiceButton::ChoiceButton(const QString &text, std::optional<QSizeF> shape, bool withShapes,
                           QWidget *parent)
    : QAbstractButton(parent)
    , m_shape(shape)
    , m_withShapes(withShapes)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void ChoiceButton::setByDefault(bool byDefault)
{
    if (m_byDefault == byDefault)
        return;
    m_byDefault = byDefault;
    update();
}

QSize ChoiceButton::sizeHint() const
{
    const QSize text = fontMetrics().size(Qt::TextSingleLine, this->text());
    const int width = std::max(text.width() + 16, 44);
    return {width, m_withShapes ? shapeHeight + text.height() + 18 : text.height() + 14};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    const QColor text = palette().color(QPalette::Active, QPalette::ButtonText);
    const QColor button = palette().color(QPalette::Button);
    const double depth = isDown() ? 0.12 : underMouse() ? 0.05 : 0;
    QColor fill = mixed(button, text, depth);
    QColor line = mixed(theme.border, text, 0.05 + depth);
    QColor words = text;
    if (isChecked() && m_byDefault) {
        fill = mixed(button, text, 0.07 + depth);
        line = mixed(theme.border, text, 0.35);
        words = theme.mutedText;
    } else if (isChecked()) {
        fill = mixed(button, theme.accent, 0.16 + depth);
        line = theme.accent;
    }
    QPainter painter(this);
    painting::rounded(&painter, rect(), fill, line);
    QRect room = rect().adjusted(4, 0, -4, 0);
    if (m_withShapes) {
        const QRectF place(0, 8, width(), shapeHeight);
        drawShape(&painter, place, isChecked() && !m_byDefault ? theme.accent : theme.mutedText);
        room.setTop(shapeHeight + 12);
        room.setBottom(rect().bottom() - 6);
    }
    painter.setPen(words);
    painter.setFont(font());
    painter.drawText(room, Qt::AlignCenter,
                     fontMetrics().elidedText(this->text(), Qt::ElideRight, room.width()));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), painting::radius,
                                painting::radius);
    }
}

void ChoiceButton::drawShape(QPainter *painter, const QRectF &room, const QColor &color) const
{
    // The same area for all, so that a wide picture doesn't look smaller than a square one.
    QSizeF size(20, 20);
    if (m_shape) {
        const double ratio = m_shape->width() / m_shape->height();
        size = QSizeF(19 * std::sqrt(ratio), 19 / std::sqrt(ratio));
        if (size.width() > shapeWidth)
            size.scale(shapeWidth, shapeHeight, Qt::KeepAspectRatio);
        if (size.height() > shapeHeight)
            size.scale(shapeWidth, shapeHeight, Qt::KeepAspectRatio);
    }
    size =
        QSizeF(std::max(4.0, std::round(size.width())), std::max(4.0, std::round(size.height())));
    const QPointF corner(std::round(room.center().x() - size.width() / 2),
                         std::round(room.center().y() - size.height() / 2));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(color, 1.5);
    if (!m_shape)
        pen.setDashPattern({2, 2});
    painter->setPen(pen);
    QColor tint = color;
    tint.setAlphaF(m_shape ? 0.12f : 0);
    painter->setBrush(tint);
    painter->drawRoundedRect(QRectF(corner, size).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

} // namespace ui
