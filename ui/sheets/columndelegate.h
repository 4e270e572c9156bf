// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QStyledItemDelegate>

#include <functional>

namespace ui {

/// Draws the columns of a sheet, and lets a person choose what becomes of one from a list.
class ColumnDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `model` gives the model whose parameters are offered, or null.
    ColumnDelegate(std::function<const catalog::Model *()> model, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    std::function<const catalog::Model *()> m_model;
};

} // namespace ui
