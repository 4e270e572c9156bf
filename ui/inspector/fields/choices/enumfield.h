// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"

#include <QJsonArray>

class QComboBox;

namespace ui {

/// One of many values, or of long ones: a list to open. A value that is none of them, from a
/// file, stands below them as one more while it holds.
class EnumField : public Field
{
    Q_OBJECT
public:
    /// `unit` follows numbers; may be empty.
    EnumField(const QJsonArray &values, const QString &unit, const FieldContext &context,
              QWidget *parent = nullptr);

protected:
    void display() override;

private:
    void add(const QJsonValue &value);

    const QString m_unit;
    QComboBox *m_box;
    QList<QJsonValue> m_values; ///< one an entry
    qsizetype m_regular = 0;    ///< so many are the schema's own
};

} // namespace ui
