// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/gallery/tile.h"
#include "session/jobmime.h"

#include <QAbstractListModel>
#include <QSet>

#include <optional>

namespace ui {

class BatchDocument;

/// The gallery's tiles in the order of the document's jobs: one row for each file, and for each
/// job that is being made or failed. Keeps which tiles there are; everything else it asks the
/// document and `StandingOf` at the moment it is asked itself.
class GalleryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        JobRole = Qt::UserRole + 1, ///< batch::JobId
        OutputRole,                 ///< int, which of the job's files
        PathRole,                   ///< QString, empty where there is no file (yet)
        TypeRole,                   ///< batch::MediaType
        StateRole,                  ///< batch::JobState
        FractionRole,               ///< double, 0 to 1, while it is being made
        WordsRole,                  ///< QString, why it failed or what it waits for
    };

    GalleryModel(BatchDocument *document, StandingOf standingOf, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    /// The files of these tiles, as addresses; one alone as what another job can use, too.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    const Tile &tile(int row) const { return m_tiles.at(row); }
    /// What another job is told to use where it is to start from this tile; nothing where the tile
    /// has no file (yet), or one that no job can start from.
    std::optional<jobmime::Result> result(int row) const;
    /// Whether the tile shows a picture that is there.
    bool hasPicture(int row) const;
    /// The row of a job's tile: its nth, or the first where it has no nth; -1 where it has none.
    int rowOf(batch::JobId job, int output = 0) const;
    /// How many tiles have a file to show.
    int arrivedCount() const { return m_arrived; }
    /// Whether anything moves by itself: a job that is being made.
    bool isActive() const { return !m_active.isEmpty(); }

public slots:
    /// How this job stands has changed.
    void updateJob(batch::JobId job);
    /// How many jobs stand has changed.
    void updateAll() { rebuild(); }
    /// Time went by: jobs that are being made are further along.
    void updateFractions();

signals:
    /// A file came, or came again.
    void fileArrived(const ui::Tile &tile);

private:
    void rebuild();
    void reorder();
    void changeJobs(int documentRow);
    void changeMade(int documentRow);
    void insertJobs(int first, int last);
    void removeJobs(int first, int last);
    /// The first row of the job at that place of the document's batch, or of those behind it.
    int firstRowFrom(int index) const;
    bool isBefore(const Tile &a, const Tile &b) const;
    void replaceTiles(int first, int count, const QList<Tile> &tiles);
    void removeTiles(int first, int count);
    void noteActive(batch::JobId job, batch::JobState state);
    QString accessibleText(const Tile &tile) const;

    BatchDocument *const m_document;
    const StandingOf m_standingOf;
    QList<Tile> m_tiles;
    int m_arrived = 0; ///< of the tiles: asked for at every change of every job
    QSet<batch::JobId> m_active;
};

} // namespace ui
