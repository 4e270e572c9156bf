// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/budgetfield.h"

#include "cost/moneyfield.h"

#include <QKeyEvent>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

BudgetField::BudgetField(QWidget *parent)
    : QStackedWidget(parent)
    , m_button(new QToolButton)
    , m_field(new MoneyField)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setToolTip(tr("Change what this batch may cost at most"));
    addWidget(m_button);
    setFixedHeight(28);

    m_field->setSpecialValueText(tr("No budget"));
    m_field->setAccessibleName(tr("Budget in US dollars"));
    m_field->setToolTip(tr("What this batch may cost at most; zero for no budget"));
    m_field->installEventFilter(this);
    addWidget(m_field);

    connect(m_button, &QToolButton::clicked, this, &BudgetField::edit);
    connect(m_field, &MoneyField::editingFinished, this, &BudgetField::commit);
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
    m_field->setCost(m_budget.value_or(batch::Cost()));
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
    const batch::Cost given = m_field->cost();
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
