// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"

namespace ui {

class Toggle;
class ToneLabel;

/// Yes or no: a switch and its word.
class SwitchField : public Field
{
    Q_OBJECT
public:
    explicit SwitchField(const FieldContext &context, QWidget *parent = nullptr);

    bool standsBesideTitle() const override { return true; }

protected:
    void display() override;

private:
    ToneLabel *m_word;
    Toggle *m_toggle;
};

} // namespace ui
