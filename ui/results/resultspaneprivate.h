// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/gallery/gallerymodel.h"
#include "results/gallery/thumbnailloader.h"
#include "results/resultspane.h"

#include <QTimer>

class QAction;
class QLabel;
class QStackedLayout;

namespace ui {

/// Which tile is chosen, and who chose it.
class ResultsPane::Private : public QObject
{
public:
    Private(ResultsPane *pane, BatchDocument *document, StandingOf standingOf);

    void choose(batch::JobId job, int output);
    void showJob(batch::JobId wanted);
    void updateJob(batch::JobId job);
    void updateAll() { m_model.updateAll(); }
    /// Files may have been changed by others while the person was elsewhere.
    void recheckFiles();

    GalleryView *gallery() const { return m_gallery; }
    PreviewPane *preview() const { return m_preview; }

private:
    // What it is made of (resultspanebuild.cpp)
    void build();
    QWidget *buildGallery();
    void listen();
    void showMenu(const QPoint &position);

    void show();
    /// Of an entry that makes several jobs, one that has something to show.
    batch::JobId shownFor(batch::JobId wanted) const;
    void noteCount();
    void step(int by);
    void currentChanged(const QModelIndex &current);
    void fileArrived(const Tile &tile);
    void tick();
    void makeVideos(const QList<int> &rows);

    ResultsPane *const m_pane;
    BatchDocument *const m_document;
    const StandingOf m_standingOf;
    ThumbnailLoader m_loader;
    GalleryModel m_model;
    GalleryView *const m_gallery;
    PreviewPane *const m_preview;
    QAction *const m_makeVideos; ///< of what is selected in the gallery
    QStackedLayout *m_stack = nullptr;
    QLabel *m_count = nullptr;
    QTimer m_ticks;
    batch::JobId m_job{}; ///< the chosen one; no job has this one
    int m_output = 0;
    bool m_follows = true;  ///< nobody has chosen: the newest result is shown
    bool m_showing = false; ///< the gallery moves by our hand, not the person's
};

} // namespace ui
