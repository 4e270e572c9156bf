// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/section.h"

#include "batch/cost.h"

#include <optional>

class QCheckBox;

namespace ui {

class MoneyField;

/// The monthly limit, and what this month has used of it.
class SpendingSection : public Section
{
    Q_OBJECT
public:
    explicit SpendingSection(QWidget *parent = nullptr);

    /// Shows it, and says nothing.
    void showLimit(std::optional<batch::Cost> limit);
    void setSpentThisMonth(batch::Cost spent);
    /// Takes over what is being typed.
    void commit();

signals:
    void limitChanged(std::optional<batch::Cost> limit);

private:
    std::optional<batch::Cost> limit() const;
    void onEdited();
    void updateWords();

    QCheckBox *m_limits;
    MoneyField *m_amount;
    Hint *m_used;
    std::optional<batch::Cost> m_spent; ///< nothing: not known yet
};

} // namespace ui
