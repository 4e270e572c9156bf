// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"

namespace ui {

class GrowingTextEdit;

/// Any value, as JSON: for lists and objects that have no control of their own. A text that is no
/// JSON yet is kept while it is written, and the value stays.
class JsonField : public Field
{
    Q_OBJECT
public:
    explicit JsonField(const FieldContext &context, QWidget *parent = nullptr);

    void forget() override;

protected:
    void display() override;

private:
    void noteEdit(const QString &text);

    GrowingTextEdit *m_text;
    bool m_unfinished = false; ///< what stands there is no JSON yet
};

} // namespace ui
