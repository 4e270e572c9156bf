// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cards/card.h"

#include "look/painting.h"
#include "look/theme.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace ui {

Card::Card(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_rows->setContentsMargins(16, 12, 16, 12);
    m_rows->setSpacing(8);
    if (title.isEmpty())
        return;
    auto *heading = new QLabel(title);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    m_rows->addWidget(heading);
}

bool Card::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    // A layout alone gives what flows in lines the height of one.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        if (layout()->hasHeightForWidth())
            setMinimumHeight(layout()->totalHeightForWidth(width()));
    }
    return handled;
}

void Card::carry(QAbstractScrollArea *view)
{
    view->setFrameShape(QFrame::NoFrame);
    m_carried.append(view);
    layGround();
}

void Card::layGround()
{
    for (QAbstractScrollArea *view : std::as_const(m_carried)) {
        QPalette ground;
        ground.setColor(QPalette::Base, Theme::of(palette()).surface);
        view->viewport()->setPalette(ground);
    }
}

void Card::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        layGround();
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painting::rounded(&painter, rect(), theme.surface, theme.border);
}

} // namespace ui
