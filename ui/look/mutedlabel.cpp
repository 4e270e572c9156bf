// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/mutedlabel.h"

#include "look/theme.h"

#include <QApplication>
#include <QEvent>

namespace ui {

MutedLabel::MutedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    takeColor();
}

void MutedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        takeColor();
}

void MutedLabel::takeColor()
{
    QPalette own;
    own.setColor(QPalette::WindowText, Theme::of(QApplication::palette()).mutedText);
    setPalette(own);
}

} // namespace ui
