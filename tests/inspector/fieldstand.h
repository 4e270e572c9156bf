// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/choices/choicebutton.h"
#include "inspector/fields/fieldrow.h"

#include <QApplication>
#include <QJsonArray>
#include <QToolButton>

namespace trial {

inline const QJsonValue nothing(QJsonValue::Undefined);

inline catalog::Parameter of(const QString &name, catalog::ValueSchema::Types types,
                             const QJsonArray &allowed = {})
{
    catalog::Parameter parameter;
    parameter.name = name;
    parameter.title = name;
    parameter.types = types;
    parameter.allowed = allowed;
    parameter.defaultValue = nothing;
    return parameter;
}

inline catalog::Parameter between(const QString &name, catalog::ValueSchema::Types types,
                                  double least, double most)
{
    catalog::Parameter parameter = of(name, types);
    parameter.minimum = least;
    parameter.maximum = most;
    return parameter;
}

/// A field on its own, in a window that has the focus, and what it says.
struct FieldStand
{
    explicit FieldStand(const catalog::Parameter &parameter, const QString &folder = {})
        : row(parameter, context(folder))
    {
        QObject::connect(&row, &ui::FieldRow::edited, &row,
                         [this](const QJsonValue &value, bool) { said.append(value); });
        row.resize(360, 300);
        row.setState({});
        row.show();
        QApplication::setActiveWindow(&row);
    }

    static ui::FieldContext context(const QString &folder)
    {
        ui::FieldContext context;
        context.folder = [folder] { return folder; };
        return context;
    }

    template <typename Widget>
    Widget *find()
    {
        return row.findChild<Widget *>();
    }

    ui::ChoiceButton *choice(const QString &text)
    {
        for (ui::ChoiceButton *button : row.findChildren<ui::ChoiceButton *>()) {
            if (button->text() == text && !button->isHidden())
                return button;
        }
        return nullptr;
    }

    QToolButton *resetButton()
    {
        for (QToolButton *button : row.findChildren<QToolButton *>()) {
            if (button->accessibleName().startsWith(row.name() + QLatin1String(": ")))
                return button;
        }
        return nullptr;
    }

    ui::FieldRow row;
    QList<QJsonValue> said;
};

} // namespace trial
