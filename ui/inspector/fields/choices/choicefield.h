// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"

#include <QJsonArray>
#include <QSizeF>

#include <optional>

namespace ui {

class ChoiceButton;
class ChoiceLayout;

/// A few values, all in sight: buttons of which one is pressed. A value that is none of them,
/// from a file, stands behind them as one more while it holds.
class ChoiceField : public Field
{
    Q_OBJECT
public:
    /// `unit` follows numbers; may be empty.
    ChoiceField(const QJsonArray &values, const QString &unit, const FieldContext &context,
                QWidget *parent = nullptr);

    /// The name is that of the group; each button keeps its own.
    void setWords(const QString &name, const QString &description) override;

protected:
    /// The proportions that a value stands for, where the kind of values has any.
    using Shape = std::optional<QSizeF> (*)(const QString &text);
    using Caption = QString (*)(const QString &text);
    ChoiceField(const QJsonArray &values, Shape shape, Caption caption, const FieldContext &context,
                QWidget *parent);

    void display() override;

private:
    ChoiceButton *addButton(const QJsonValue &value);
    void press(ChoiceButton *pressed);
    void takeOdd(const QJsonValue &value);

    const QString m_unit;
    const Shape m_shape = nullptr;
    const Caption m_caption = nullptr;
    ChoiceLayout *m_layout;
    QList<QJsonValue> m_values; ///< one a button
    QList<ChoiceButton *> m_buttons;
    qsizetype m_regular = 0; ///< so many are the schema's own
};

/// A picture's aspect ratio, such as "16:9", each drawn.
class RatioField : public ChoiceField
{
    Q_OBJECT
public:
    RatioField(const QJsonArray &values, const FieldContext &context, QWidget *parent = nullptr);
};

/// A picture's size, such as "1024*1024", each drawn.
class SizeField : public ChoiceField
{
    Q_OBJECT
public:
    SizeField(const QJsonArray &values, const FieldContext &context, QWidget *parent = nullptr);
};

/// The proportions in "16:9"; nothing in "adaptive".
std::optional<QSizeF> ratioShape(const QString &text);
/// The size in "1024*768" or "1024x768", px.
std::optional<QSizeF> sizeShape(const QString &text);

} // namespace ui
