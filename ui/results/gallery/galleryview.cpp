// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/galleryview.h"

#include "results/gallery/gallerydelegate.h"
#include "results/gallery/gallerymodel.h"
#include "results/gallery/thumbnailloader.h"

#include <QDrag>
#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int leftMargin = 6; ///< px: with a tile's own, the pane's margin

} // namespace

GalleryView::GalleryView(ThumbnailLoader *loader, QWidget *parent)
    : QListView(parent)
    , m_delegate(new GalleryDelegate(loader, this))
    , m_loader(loader)
{
    setItemDelegate(m_delegate);
    // List mode, not icon mode: with a grid it looks the same and stays quick with 10,000 tiles.
    setViewMode(QListView::ListMode);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setMovement(QListView::Static);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    setViewportMargins(leftMargin, 4, 0, 0);
    setAccessibleName(tr("Results"));
    connect(loader, &ThumbnailLoader::loaded, this, [this] { viewport()->update(); });
    connect(this, &QListView::activated, this, &GalleryView::opened);
    fillWidth();
}

QList<int> GalleryView::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectedIndexes())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void GalleryView::choose(const QModelIndex &index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

int GalleryView::pictureWidth() const
{
    return m_delegate->pictureWidth();
}

void GalleryView::setPictureWidth(int width)
{
    m_delegate->setPictureWidth(qBound(leastPictureWidth, width, mostPictureWidth));
    fillWidth();
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void GalleryView::fillWidth()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QSize tile = m_delegate->sizeHint(option, {});
    // The bar's room is kept free even where there is none, so that no column comes and goes
    // with it.
    const int room =
        width() - 2 * frameWidth() - leftMargin - verticalScrollBar()->sizeHint().width() - 1;
    const int columns = qMax(1, room / tile.width());
    const QSize grid(qMax(tile.width(), room / columns), tile.height());
    verticalScrollBar()->setSingleStep(qMax(1, grid.height() / 3));
    if (grid != gridSize())
        setGridSize(grid);
}

void GalleryView::resizeEvent(QResizeEvent *event)
{
    fillWidth();
    QListView::resizeEvent(event);
}

void GalleryView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fillWidth();
}

void GalleryView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        emit playPressed();
    else
        QListView::keyPressEvent(event);
}

void GalleryView::startDrag(Qt::DropActions actions)
{
    const QModelIndex index = currentIndex();
    QModelIndexList dragged;
    for (const int row : selectedRows())
        dragged.append(model()->index(row, 0));
    QMimeData *files = model()->mimeData(dragged);
    if (!files)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(files);
    const double ratio = devicePixelRatioF();
    const QSize box = (QSizeF(pictureWidth(), pictureWidth() * 0.75) * ratio).toSize();
    if (const Thumbnail *thumbnail =
            m_loader->find(index.data(GalleryModel::PathRole).toString(), box)) {
        QPixmap pixmap = QPixmap::fromImage(thumbnail->image);
        pixmap.setDevicePixelRatio(ratio);
        drag->setPixmap(pixmap);
        drag->setHotSpot(QRectF(QPointF(), pixmap.deviceIndependentSize()).center().toPoint());
    }
    drag->exec(actions, Qt::CopyAction);
}

} // namespace ui
