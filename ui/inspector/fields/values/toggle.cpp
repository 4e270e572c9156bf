// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/toggle.h"

#include "look/painting.h"
#include "look/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr QSize track(36, 20);
constexpr int ring = 3; ///< px around the track, for the focus

} // namespace

Toggle::Toggle(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QSize Toggle::sizeHint() const
{
    return track + QSize(2 * ring, 2 * ring);
}

void Toggle::setUndecided(bool undecided)
{
    if (m_undecided == undecided)
        return;
    m_undecided = undecided;
    update();
}

void Toggle::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    const QColor text = palette().color(QPalette::Active, QPalette::Text);
    QPainter painter(this);
    const QRectF ground((width() - track.width()) / 2.0, (height() - track.height()) / 2.0,
                        track.width(), track.height());
    const double round = ground.height() / 2;
    const bool on = isChecked() && !m_undecided;
    QColor fill = on ? theme.accent : mixed(theme.surface, text, theme.dark ? 0.36 : 0.38);
    if (!isEnabled())
        fill = mixed(theme.surface, fill, 0.5);
    else if (underMouse())
        fill = mixed(fill, theme.dark ? Qt::white : Qt::black, 0.08);
    painting::rounded(&painter, ground, fill, {}, round);

    const double size = ground.height() - 6;
    const double share = m_undecided ? 0.5 : isChecked() ? 1 : 0;
    const double x = ground.left() + 3 + share * (ground.width() - ground.height());
    const QColor knob = on ? theme.onAccent : theme.surface;
    painting::rounded(&painter, QRectF(x, ground.top() + 3, size, size), knob, {}, size / 2);

    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground.adjusted(-2, -2, 2, 2), round + 2, round + 2);
    }
}

} // namespace ui
