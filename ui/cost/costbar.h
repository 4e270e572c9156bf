// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cost/billview.h"

#include <QWidget>

#include <array>

namespace ui {

/// The bill as one bar: spent, under way and to come side by side, and the budget as a line with
/// its figure above. The whole width is the total, or the budget where that is more.
class CostBar : public QWidget
{
    Q_OBJECT
public:
    explicit CostBar(QWidget *parent = nullptr);

    void showBill(const BillView &view);

    /// Where an amount stands on the bar, px from its left edge.
    double positionOf(batch::Cost cost) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF barRect() const;
    /// px of spent, under way and to come.
    std::array<double, 3> partWidths() const;
    void paintParts(QPainter *painter) const;
    void paintBudget(QPainter *painter) const;

    BillView m_view;
};

} // namespace ui
