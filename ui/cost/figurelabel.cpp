// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/figurelabel.h"

#include "look/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

void FigureLabel::showFigure(const BillView::Figure &figure)
{
    setText(figure.text);
    setAccessibleName(figure.spoken());
    ensurePolished();
    setMinimumWidth(std::max(minimumWidth(), figureWidth(fontMetrics(), figure.text) + 1));
}

Swatch::Swatch(Part part, QWidget *parent)
    : QWidget(parent)
    , m_part(part)
{
    setFixedSize(10, 10);
}

void Swatch::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    const QColor color = m_part == Part::Spent ? theme.spent
        : m_part == Part::Committed            ? theme.committed
                                               : theme.toCome;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect(), 3, 3);
}

} // namespace ui
