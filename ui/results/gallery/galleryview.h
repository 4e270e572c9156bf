// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ui {

class GalleryDelegate;
class ThumbnailLoader;

/// The gallery: tiles in rows that fill the width, walked through with the arrow keys. Asks for
/// the thumbnails of what is on screen and no others; several can be selected, and their files
/// dragged out.
class GalleryView : public QListView
{
    Q_OBJECT
public:
    static constexpr int leastPictureWidth = 96; ///< px
    static constexpr int mostPictureWidth = 240; ///< px

    explicit GalleryView(ThumbnailLoader *loader, QWidget *parent = nullptr);

    /// Ascending.
    QList<int> selectedRows() const;
    /// Makes it the current one and the only one selected, whatever keys are held.
    void choose(const QModelIndex &index);
    int pictureWidth() const;
    /// px, of a tile's picture; 3/4 as high.
    void setPictureWidth(int width);

signals:
    /// Return, or a double click: the person wants to see this one.
    void opened(const QModelIndex &index);
    /// Space: play or pause what is shown.
    void playPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    void fillWidth();

    GalleryDelegate *const m_delegate;
    ThumbnailLoader *const m_loader;
};

} // namespace ui
