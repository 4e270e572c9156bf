// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ui {

class ImageWell;

/// One picture of a list: its thumbnail, its address, and the ways to move and to remove it.
class ImageListRow : public QWidget
{
    Q_OBJECT
public:
    explicit ImageListRow(const FieldContext &context, QWidget *parent = nullptr);

    /// `number` counts from 1; `count` are all of them.
    void present(const QString &address, qsizetype number, qsizetype count);
    QLineEdit *address() { return m_address; }
    QString text() const;
    /// All that can take the focus.
    QList<QWidget *> controls() const;

signals:
    void addressEdited();
    void dropped(const QStringList &addresses);
    void upRequested();
    void downRequested();
    void removeRequested();

private:
    ImageWell *m_well;
    QLineEdit *m_address;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
};

} // namespace ui
