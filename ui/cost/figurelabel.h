// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cost/billview.h"

#include <QLabel>

namespace ui {

/// An amount of money that keeps its place while its digits change: it may grow, but never shrinks
/// by itself.
class FigureLabel : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

    /// Shows the figure alone; the accessible name says both, "Spent: $0.28".
    void showFigure(const BillView::Figure &figure);
    /// Gives the room back, for another batch.
    void forgetWidth() { setMinimumWidth(0); }
};

/// A spot of the colour that a part of the bar has.
class Swatch : public QWidget
{
    Q_OBJECT
public:
    enum class Part { Spent, Committed, ToCome };

    explicit Swatch(Part part, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Part m_part;
};

} // namespace ui
