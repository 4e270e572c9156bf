// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"

#include <QStackedWidget>

#include <optional>

class QToolButton;

namespace ui {

class MoneyField;

/// The budget in words, and a field in its place when it is pressed: Enter or leaving the field
/// takes the amount over, Escape leaves it as it was, zero means no budget.
class BudgetField : public QStackedWidget
{
    Q_OBJECT
public:
    explicit BudgetField(QWidget *parent = nullptr);

    void showBudget(std::optional<batch::Cost> budget);
    void edit();
    bool isEditing() const;

signals:
    /// The person gave another budget than the one shown.
    void budgetEdited(std::optional<batch::Cost> budget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();
    void close();

    QToolButton *m_button;
    MoneyField *m_field;
    std::optional<batch::Cost> m_budget;
};

} // namespace ui
