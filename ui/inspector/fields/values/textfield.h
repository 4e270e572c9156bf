// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"

#include <optional>

class QLineEdit;

namespace ui {

class GrowingTextEdit;

/// A text, of one line or of several, with its length where the length has a limit.
class TextField : public Field
{
    Q_OBJECT
public:
    enum class Lines { One, Several };

    TextField(const catalog::Parameter &parameter, Lines lines, const FieldContext &context,
              QWidget *parent = nullptr);

protected:
    void display() override;

private:
    void noteEdit(const QString &text);
    void noteLength(const QString &text);
    QString emptyWords() const;

    const std::optional<int> m_most; ///< characters
    const bool m_prompt;
    QLineEdit *m_line = nullptr;
    GrowingTextEdit *m_text = nullptr;
};

} // namespace ui
