// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/namedelegate.h"

#include "jobs/table/jobtablemodel.h"
#include "look/painting.h"
#include "look/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {

int indentOf(const QModelIndex &index)
{
    return index.data(JobTableModel::IndentRole).toInt() * NameDelegate::step;
}

/// Of the cell, for the pointer; it is drawn in the middle of that.
QRect arrowOf(const QRect &cell)
{
    return {cell.left(), cell.top(), CellDelegate::padding + NameDelegate::step - 2, cell.height()};
}

} // namespace

void NameDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    QStyleOptionViewItem indented = option;
    indented.rect.setLeft(option.rect.left() + indentOf(index));
    CellDelegate::updateEditorGeometry(editor, indented, index);
}

bool NameDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant open = index.data(JobTableModel::OpenRole);
    const bool pressed =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!pressed || !open.isValid())
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton
        || !arrowOf(option.rect).contains(mouse->position().toPoint())) {
        return false;
    }
    qobject_cast<JobTableModel *>(model)->setOpen(index.row(), !open.toBool());
    return true;
}

void NameDelegate::paintContent(QPainter *painter, const QRect &rect,
                                const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const QVariant open = index.data(JobTableModel::OpenRole);
    const QRect text = rect.adjusted(indentOf(index), 0, 0, 0);
    const QString count = index.data(JobTableModel::JobCountRole).toString();
    const QString name = index.data(Qt::DisplayRole).toString();
    const int lineHeight = painter->fontMetrics().lineSpacing();
    QRect line(text.left(), text.top() + (text.height() - 2 * lineHeight + 1) / 2, text.width(),
               lineHeight);
    if (open.isValid()) {
        const QRectF arrow(rect.left() - 2, line.center().y() - 5, 11, 11);
        painting::chevron(painter, arrow,
                          open.toBool() ? painting::Direction::Down : painting::Direction::Right,
                          theme.mutedText);
    }
    if (count.isEmpty()) {
        drawWrapped(painter, text, name);
        return;
    }
    drawElided(painter, line, name);
    line.translate(0, lineHeight);
    painter->setPen(theme.mutedText);
    drawElided(painter, line, count);
}

} // namespace ui
