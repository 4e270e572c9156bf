// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/delegates/celldelegate.h"

namespace ui {

/// A job's name, further to the right where an entry makes it. An entry of several jobs says how
/// many there are below its name, and has an arrow before it that shows and hides them.
class NameDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    static constexpr int step = 18; ///< px, and the width of the arrow

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace ui
