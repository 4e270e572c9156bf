// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"

#include <QSize>

#include <optional>

namespace ui {

class ChoiceButton;
class NumberEdit;

/// A picture's size in one text, such as "1024*1024", of which no list is offered: width and height
/// to type, and the usual shapes to press, which keep about the area. A text that is no size, from
/// a file, stands behind the shapes while it holds.
class PixelsField : public Field
{
    Q_OBJECT
public:
    PixelsField(const catalog::Parameter &parameter, const FieldContext &context,
                QWidget *parent = nullptr);

    void forget() override;
    void setWords(const QString &name, const QString &description) override;

protected:
    void display() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    NumberEdit *addSide(const QString &what);
    void addShapes();
    void noteSides();
    std::optional<QSize> sidesTyped() const;
    /// What holds, where it is a size.
    std::optional<QSize> sidesShown() const;
    void showSide(NumberEdit *edit, std::optional<int> side);
    void press(const ChoiceButton *pressed);

    const catalog::Parameter m_parameter;
    NumberEdit *m_width;
    NumberEdit *m_height;
    QWidget *m_shapes;
    QList<ChoiceButton *> m_buttons; ///< one a shape
    ChoiceButton *m_odd;             ///< for a text that is no size
    bool m_unfinished = false;       ///< a side is missing while it is typed
};

} // namespace ui
