// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/delegates/celldelegate.h"

namespace ui {

/// Image or video: a symbol and the word, chosen from a combo box.
class TypeDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

protected:
    void fillEditor(QWidget *editor, const QVariant &value) const override;
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace ui
