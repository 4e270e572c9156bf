// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/budgetfield.h"

#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Cents, or as many more decimals as the amount has.
int decimalsOf(batch::Cost cost)
{
    const QString text = cost.toDecimal();
    return std::max<int>(2, static_cast<int>(text.size() - text.indexOf(u'.') - 1));
}

} // namespace

BudgetField::BudgetField(QWidget *parent)
    : QStackedWidget(parent)
    , m_button(new QToolButton)
    , m_field(new QDoubleSpinBox)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setToolTip(tr("Change what this batch may cost at most"));
    addWidget(m_button);
    setFixedHeight(28);

    // Amounts are written with a point everywhere in the program.
    m_field->setLocale(QLocale::c());
    m_field->setRange(0, 1'000'000);
    m_field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    //: Before an amount of US dollars that is being typed.
    m_field->setPrefix(tr("$"));
    m_field->setSpecialValueText(tr("No budget"));
    m_field->setAccessibleName(tr("Budget in US dollars"));
    m_field->setToolTip(tr("What this batch may cost at most; zero for no budget"));
    m_field->installEventFilter(this);
    addWidget(m_field);

    connect(m_button, &QToolButton::clicked, this, &BudgetField::edit);
    connect(m_field, &QDoubleSpinBox::editingFinished, this, &BudgetField::commit);
    showBudget(std::nullopt);
}

void BudgetField::showBudget(std::optional<batch::Cost> budget)
{
    m_budget = budget;
    m_button->setText(budget ? tr("Budget %1").arg(budget->toDisplay()) : tr("Set a budget"));
    m_button->setAccessibleName(budget ? tr("Budget: %1").arg(budget->toDisplay())
                                       : tr("Set a budget"));
}

bool BudgetField::isEditing() const
{
    return currentWidget() == m_field;
}

void BudgetField::edit()
{
    const batch::Cost shown = m_budget.value_or(batch::Cost());
    m_field->setDecimals(decimalsOf(shown));
    m_field->setValue(shown.usd());
    setCurrentWidget(m_field);
    m_field->setFocus();
    m_field->selectAll();
}

void BudgetField::close()
{
    const bool hadFocus = m_field->hasFocus();
    setCurrentWidget(m_button);
    if (hadFocus)
        m_button->setFocus();
}

void BudgetField::commit()
{
    // Leaving the field finishes the editing, too; it must not be taken over twice.
    if (!isEditing())
        return;
    const batch::Cost given = batch::Cost::fromUsd(m_field->value());
    const auto budget = given.isZero() ? std::nullopt : std::optional(given);
    close();
    if (budget != m_budget)
        emit budgetEdited(budget);
}

bool BudgetField::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape =
        (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!escape)
        return QStackedWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        close();
    event->accept();
    return true;
}

} // namespace ui
