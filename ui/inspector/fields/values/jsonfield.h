// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"

#include <optional>

namespace ui {

class GrowingTextEdit;

/// Any value, as JSON: for lists and objects that have no control of their own; where only an
/// object can be right, nothing else is taken. A text that is no JSON yet is kept while it is
/// written, and the value stays; where another value comes, by an undo, that is shown.
class JsonField : public Field
{
    Q_OBJECT
public:
    JsonField(const catalog::Parameter &parameter, const FieldContext &context,
              QWidget *parent = nullptr);

    void forget() override;

protected:
    void display() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteEdit(const QString &text);
    QString wrongWith(const QJsonValue &value) const;

    const bool m_isObject;
    GrowingTextEdit *m_text;
    bool m_cleared = false; ///< a person emptied it, to write something else
    /// What the jobs said while a text was written that is no JSON yet; nothing: it is JSON.
    std::optional<FieldState> m_unfinished;
    std::optional<QJsonValue> m_given; ///< last
};

} // namespace ui
