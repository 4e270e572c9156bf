// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/moneyfield.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

int decimalsOf(batch::Cost cost)
{
    const QString text = cost.toDecimal();
    return std::max<int>(2, static_cast<int>(text.size() - text.indexOf(u'.') - 1));
}

} // namespace

MoneyField::MoneyField(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    // Amounts are written with a point everywhere in the program.
    setLocale(QLocale::c());
    setRange(0, 1'000'000);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    //: Before an amount of US dollars that is being typed.
    setPrefix(tr("$"));
}

void MoneyField::setCost(batch::Cost cost)
{
    setDecimals(decimalsOf(cost));
    setValue(cost.usd());
}

batch::Cost MoneyField::cost() const
{
    return batch::Cost::fromUsd(value());
}

} // namespace ui
