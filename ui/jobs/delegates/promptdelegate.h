// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/delegates/celldelegate.h"

namespace ui {

/// A prompt: its first two lines, and an editor of several lines. Ctrl+Enter, Tab and leaving it
/// keep what was written; Esc doesn't.
class PromptDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *editor, QEvent *event) override;
    void fillEditor(QWidget *editor, const QVariant &value) const override;
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace ui
