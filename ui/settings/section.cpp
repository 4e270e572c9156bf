// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/section.h"

#include "look/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace ui {

Section::Section(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_rows->setContentsMargins(16, 12, 16, 16);
    m_rows->setSpacing(8);
    auto *heading = new QLabel(title);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    m_rows->addWidget(heading);
}

void Section::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

Hint::Hint(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    say(text);
}

void Hint::say(const QString &text)
{
    tell(text, false);
}

void Hint::warn(const QString &text)
{
    tell(text, true);
}

void Hint::tell(const QString &text, bool warning)
{
    setText(text);
    setAccessibleName(text);
    m_warning = warning;
    takeColor();
}

void Hint::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        takeColor();
}

void Hint::takeColor()
{
    const Theme &theme = Theme::of(QApplication::palette());
    QPalette own;
    own.setColor(QPalette::WindowText, m_warning ? theme.warning : theme.mutedText);
    setPalette(own);
}

} // namespace ui
