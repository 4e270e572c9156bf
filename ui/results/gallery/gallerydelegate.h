// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class ThumbnailLoader;

/// Draws a tile: the picture whole on a quiet ground, the name below; a clip's length on it;
/// state and progress where there is no picture yet, calm words where there will be none.
class GalleryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// The loader must outlive the delegate.
    explicit GalleryDelegate(ThumbnailLoader *loader, QObject *parent = nullptr);

    /// px, of the picture's ground; 3/4 as high.
    void setPictureWidth(int width) { m_pictureWidth = width; }
    int pictureWidth() const { return m_pictureWidth; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QRect pictureRect(const QStyleOptionViewItem &option) const;
    void paintFile(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintPlace(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    void paintRing(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option) const;

    ThumbnailLoader *const m_loader;
    int m_pictureWidth = 120;
};

} // namespace ui
