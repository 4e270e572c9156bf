// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QWidget>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace ui {

class ChipField;

/// The axes of an entry's matrix: each a name and its values. An axis that has no name or no value
/// yet stands there to be filled in, and is told when it has both.
class AxesEdit : public QWidget
{
    Q_OBJECT
public:
    explicit AxesEdit(QWidget *parent = nullptr);

    void setAxes(const QList<batch::Axis> &axes);
    /// A row to fill in, with the focus in its name.
    void addRow();
    /// As if the line that has the focus were left.
    void takeTyped();
    /// What was begun and not finished is dropped: another entry is shown.
    void forget();

signals:
    void renamed(qsizetype axis, const QString &name);
    /// None: the axis goes.
    void valuesEdited(qsizetype axis, const QStringList &values);
    void added(const QString &name, const QStringList &values);

private:
    struct Row
    {
        QWidget *widget;
        QLineEdit *name;
        ChipField *values;
        QToolButton *remove;
    };

    Row makeRow();
    static QStringList namesOf(const QList<batch::Axis> &axes);
    static void forgetTyped(const Row &row);
    void remove(const Row &row);
    void removeDraft();
    bool hasDraft() const { return m_rows.size() > m_axes.size(); }
    void show(const Row &row, const batch::Axis &axis);
    qsizetype numberOf(const QWidget *widget) const;
    bool isDraft(qsizetype row) const { return row >= m_axes.size(); }
    void onNamed(qsizetype row);
    void onValues(qsizetype row, const QStringList &values);
    void onRemoved(qsizetype row);

    QList<batch::Axis> m_axes;
    QList<Row> m_rows; ///< those of the axes, and then at most one to be filled in
    QVBoxLayout *m_layout;
};

} // namespace ui
