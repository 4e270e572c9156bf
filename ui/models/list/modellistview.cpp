// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/modellistview.h"

#include "models/list/modellistdelegate.h"
#include "models/list/modellistmodel.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace ui {

ModelListView::ModelListView(QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(tr("Models"));
    setItemDelegate(new ModelListDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
}

void ModelListView::toggleFavourite()
{
    toggle(currentIndex());
}

void ModelListView::toggle(const QModelIndex &index)
{
    if (index.isValid())
        model()->setData(index, !index.data(ModelListModel::FavouriteRole).toBool(),
                         ModelListModel::FavouriteRole);
}

QModelIndex ModelListView::starAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return {};
    const QRect star = ModelListDelegate::starRect(visualRect(index), layoutDirection());
    return star.contains(position) ? index : QModelIndex();
}

void ModelListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QListView::keyPressEvent(event);
    if (currentIndex().isValid())
        emit chosen();
}

void ModelListView::mousePressEvent(QMouseEvent *event)
{
    m_pressedStar = event->button() == Qt::LeftButton ? starAt(event->pos()) : QModelIndex();
    if (!m_pressedStar.isValid())
        QListView::mousePressEvent(event);
}

void ModelListView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressedStar.isValid())
        return QListView::mouseReleaseEvent(event);
    const QModelIndex pressed = m_pressedStar;
    m_pressedStar = QModelIndex();
    if (starAt(event->pos()) == pressed)
        toggle(pressed);
}

void ModelListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // Two quick clicks on a star are two clicks.
    if (starAt(event->pos()).isValid())
        return mousePressEvent(event);
    QListView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->pos()).isValid())
        emit chosen();
}

bool ModelListView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex star = starAt(help->pos());
    if (!star.isValid())
        return QListView::viewportEvent(event);
    QToolTip::showText(help->globalPos(),
                       star.data(ModelListModel::FavouriteRole).toBool()
                           ? tr("No longer a favourite (Ctrl+D)")
                           : tr("Keep as a favourite (Ctrl+D)"),
                       this);
    return true;
}

void ModelListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentRowChanged(current);
}

} // namespace ui
