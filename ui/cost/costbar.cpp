// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/costbar.h"

#include "look/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int barHeight = 12;
constexpr int figureGap = 2;    ///< px between the budget's figure and the bar
constexpr double leastPart = 6; ///< px that any amount takes, however small
constexpr int overhang = 3;     ///< px that the budget's line stands out of the bar

QFont figureFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    small.setWeight(QFont::DemiBold);
    return small;
}

} // namespace

CostBar::CostBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Bill"));
}

void CostBar::showBill(const BillView &view)
{
    m_view = view;
    QStringList parts{view.spent.spoken(), view.committed.spoken(), view.toCome.spoken()};
    if (view.budget)
        parts.append(view.budgetWords);
    setAccessibleDescription(parts.join(QStringLiteral(" · ")));
    update();
}

QSize CostBar::sizeHint() const
{
    return {320, minimumSizeHint().height()};
}

QSize CostBar::minimumSizeHint() const
{
    const int figure = QFontMetrics(figureFont(font())).height();
    return {120, figure + figureGap + barHeight + overhang};
}

QRectF CostBar::barRect() const
{
    return QRectF(0, height() - overhang - barHeight, width(), barHeight);
}

double CostBar::positionOf(batch::Cost cost) const
{
    batch::Cost whole = m_view.total.cost;
    if (m_view.budget)
        whole = std::max(whole, m_view.budget->cost);
    return whole.isZero() ? 0 : width() * (cost.usd() / whole.usd());
}

void CostBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintParts(&painter);
    if (m_view.budget)
        paintBudget(&painter);
}

std::array<double, 3> CostBar::partWidths() const
{
    std::array<double, 3> widths{positionOf(m_view.spent.cost), positionOf(m_view.committed.cost),
                                 positionOf(m_view.toCome.cost)};
    // What is there can be seen, however small; the largest part gives the room.
    double taken = 0;
    for (double &width : widths) {
        if (width > 0 && width < leastPart) {
            taken += leastPart - width;
            width = leastPart;
        }
    }
    double &largest = *std::max_element(widths.begin(), widths.end());
    largest = std::max(largest - taken, 0.0);
    return widths;
}

void CostBar::paintParts(QPainter *painter) const
{
    const Theme &theme = Theme::of(palette());
    const QRectF bar = barRect();
    QPainterPath shape;
    shape.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter->save();
    painter->setClipPath(shape);
    painter->fillRect(bar, mixed(theme.surface, palette().color(QPalette::Text), 0.09));

    const QColor colors[] = {theme.spent, theme.committed, theme.toCome};
    const auto widths = partWidths();
    double left = 0;
    for (std::size_t part = 0; part < widths.size(); ++part) {
        if (widths[part] <= 0)
            continue;
        // A gap keeps neighbours apart without their colours.
        painter->fillRect(QRectF(left, bar.top(), widths[part] - 1.5, bar.height()), colors[part]);
        left += widths[part];
    }
    painter->restore();
}

void CostBar::paintBudget(QPainter *painter) const
{
    const Theme &theme = Theme::of(palette());
    const QColor color = m_view.overBudget ? theme.warning : palette().color(QPalette::WindowText);
    const QRectF bar = barRect();
    const double x = std::clamp(positionOf(m_view.budget->cost), 1.0, width() - 1.0);

    const QRectF line(x - 1, bar.top() - overhang, 2, bar.height() + 2 * overhang);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.surface);
    painter->drawRect(line.adjusted(-1.5, 0, 1.5, 0));
    painter->setBrush(color);
    painter->drawRoundedRect(line, 1, 1);

    const QFont font = figureFont(this->font());
    const QFontMetrics metrics(font);
    const double figureWidth = metrics.horizontalAdvance(m_view.budget->text);
    QRectF place(x - figureWidth / 2, 0, figureWidth + 1, bar.top() - figureGap);
    if (place.right() > width())
        place.moveRight(width());
    if (place.left() < 0)
        place.moveLeft(0);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(place, Qt::AlignTop | Qt::AlignHCenter, m_view.budget->text);
}

} // namespace ui
