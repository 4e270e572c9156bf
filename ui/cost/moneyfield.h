// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"

#include <QDoubleSpinBox>

namespace ui {

/// An amount in US dollars to type: cents, or as many more decimals as the amount has.
class MoneyField : public QDoubleSpinBox
{
    Q_OBJECT
public:
    explicit MoneyField(QWidget *parent = nullptr);

    void setCost(batch::Cost cost);
    batch::Cost cost() const;
};

} // namespace ui
