// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"

class QSlider;

namespace ui {

class NumberEdit;

/// A number: to type, with a slider where both bounds are known, and its unit where that is known.
class NumberField : public Field
{
    Q_OBJECT
public:
    NumberField(const catalog::Parameter &parameter, const FieldContext &context,
                QWidget *parent = nullptr);

    void forget() override;

protected:
    void display() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSlider(const catalog::Parameter &parameter);
    void noteEdit(const QJsonValue &value);
    void slide(int position);

    const bool m_whole;
    NumberEdit *m_edit;
    QSlider *m_slider = nullptr;
    double m_least = 0; ///< of the slider, as is the next
    double m_most = 0;
    double m_sliderStep = 1;
    bool m_cleared = false; ///< a person emptied it, to type another number
};

/// "s", "px"; empty where nobody knows.
QString unitOf(const catalog::Parameter &parameter);
/// How far one step goes.
double stepOf(const catalog::Parameter &parameter);

} // namespace ui
