// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"

class QPushButton;
class QToolButton;

namespace ui {

class NumberEdit;

/// A seed: a number to type, a dice that throws one, and the way back to any.
class SeedField : public Field
{
    Q_OBJECT
public:
    SeedField(const catalog::Parameter &parameter, const FieldContext &context,
              QWidget *parent = nullptr);

    void forget() override;

protected:
    void display() override;

private:
    void roll();
    bool isAny(const QJsonValue &value) const;

    const catalog::Parameter m_parameter;
    NumberEdit *m_edit;
    QToolButton *m_dice;
    QPushButton *m_any;
};

} // namespace ui
