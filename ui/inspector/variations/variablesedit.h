// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QWidget>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace ui {

/// Variables, a row each: the name, and the text that stands for it. One without a name yet
/// stands there to be filled in, and is told when it has one.
class VariablesEdit : public QWidget
{
    Q_OBJECT
public:
    explicit VariablesEdit(QWidget *parent = nullptr);

    void setVariables(const batch::Variables &variables);
    /// A row to fill in, with the focus in its name.
    void addRow();
    /// As if the line that has the focus were left.
    void takeTyped();
    /// What was begun and not finished is dropped: another entry is shown.
    void forget();

signals:
    /// A person changed one. `text` names the step.
    void edited(const batch::Variables &variables, const QString &text);

private:
    struct Row
    {
        QWidget *widget;
        QLineEdit *name;
        QLineEdit *value;
        QToolButton *remove;
    };

    Row makeRow();
    static void forgetTyped(const Row &row);
    void remove(const Row &row);
    void removeDraft();
    bool hasDraft() const { return m_rows.size() > m_names.size(); }
    qsizetype numberOf(const QWidget *widget) const;
    void show(const Row &row, const QString &name, const QString &value);
    void onLeft(qsizetype row);
    void onRemoved(qsizetype row);

    batch::Variables m_variables;
    QStringList m_names; ///< of the rows, but for one to be filled in
    QList<Row> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace ui
