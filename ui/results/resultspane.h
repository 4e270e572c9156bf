// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "results/gallery/tile.h"
#include "session/jobmime.h"

#include <QWidget>

#include <memory>

namespace ui {

class RunSession;
class BatchDocument;
class GalleryView;
class PreviewPane;

/// What a batch made: a gallery of thumbnails in the jobs' order, filled as results arrive, and a
/// preview of the chosen one. Until a person chooses, the preview shows the newest result. From
/// pictures videos can be made, and results be dragged onto jobs that are to use them.
class ResultsPane : public QWidget
{
    Q_OBJECT
public:
    ResultsPane(BatchDocument *document, RunSession *session, QWidget *parent = nullptr);
    /// Hears by updateJob() of what `standingOf` says anew.
    ResultsPane(BatchDocument *document, StandingOf standingOf, QWidget *parent = nullptr);
    ~ResultsPane() override;

    /// Shows this job's result, or how it stands if it has none. The id of an entry that is no
    /// job's own stands for the first of its jobs that has something to show.
    void showJob(batch::JobId job);

    GalleryView *gallery() const;
    PreviewPane *preview() const;

public slots:
    /// How this job stands has changed.
    void updateJob(batch::JobId job);

signals:
    /// The person chose a result in the gallery.
    void jobChosen(batch::JobId job);
    /// The person wants a video from each of these pictures.
    void videosWanted(const QList<jobmime::Result> &pictures);
    /// Words for the message bar: a file that is gone, a video that can't be played.
    void problem(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
