// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/gallerymodel.h"

#include "session/batchdocument.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

GalleryModel::GalleryModel(BatchDocument *document, StandingOf standingOf, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_standingOf(std::move(standingOf))
{
    connect(document, &BatchDocument::wasReset, this, &GalleryModel::rebuild);
    connect(document, &BatchDocument::jobsReordered, this, &GalleryModel::reorder);
    connect(document, &BatchDocument::jobChanged, this, &GalleryModel::changeRows);
    connect(document, &BatchDocument::jobsInserted, this, &GalleryModel::insertJobs);
    connect(document, &BatchDocument::jobsAboutToBeRemoved, this, &GalleryModel::removeJobs);
    rebuild();
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tiles.size());
}

int GalleryModel::arrivedCount() const
{
    return static_cast<int>(std::count_if(m_tiles.begin(), m_tiles.end(),
                                          [](const Tile &tile) { return !tile.path.isEmpty(); }));
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Tile &tile = m_tiles.at(index.row());
    const int row = m_document->rowOf(tile.job);
    if (row < 0)
        return {};
    const batch::Job &job = m_document->job(row);
    switch (role) {
    case Qt::DisplayRole:
        return job.name;
    case Qt::ToolTipRole:
        return tile.path.isEmpty() ? subjectOf(job, tile, m_standingOf(job.id)).words
                                   : QFileInfo(tile.path).fileName();
    case Qt::AccessibleTextRole:
        return accessibleText(tile);
    case JobRole:
        return QVariant::fromValue(tile.job);
    case OutputRole:
        return tile.output;
    case PathRole:
        return tile.path;
    case TypeRole:
        return QVariant::fromValue(subjectOf(job, tile, m_standingOf(job.id)).type);
    case StateRole:
        return QVariant::fromValue(tile.state);
    case FractionRole:
        return m_standingOf(job.id).fraction;
    case WordsRole:
        return subjectOf(job, tile, m_standingOf(job.id)).words;
    default:
        return {};
    }
}

QString GalleryModel::accessibleText(const Tile &tile) const
{
    const batch::Job &job = m_document->job(m_document->rowOf(tile.job));
    const QString type = job.type == batch::MediaType::Video ? tr("video") : tr("image");
    return tr("%1, %2, %3", "name, image or video, state")
        .arg(job.name, type, batch::toDisplay(tile.state));
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_tiles.at(index.row()).path.isEmpty() ? flags : flags | Qt::ItemIsDragEnabled;
}

QStringList GalleryModel::mimeTypes() const
{
    return {u"text/uri-list"_s};
}

QMimeData *GalleryModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes) {
        const QString &path = m_tiles.at(index.row()).path;
        if (!path.isEmpty())
            urls.append(QUrl::fromLocalFile(path));
    }
    if (urls.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

int GalleryModel::firstRowFrom(int documentRow) const
{
    const auto at = std::lower_bound(
        m_tiles.cbegin(), m_tiles.cend(), documentRow,
        [this](const Tile &tile, int row) { return m_document->rowOf(tile.job) < row; });
    return static_cast<int>(at - m_tiles.cbegin());
}

int GalleryModel::rowOf(batch::JobId job, int output) const
{
    const int documentRow = m_document->rowOf(job);
    if (documentRow < 0)
        return -1;
    const int first = firstRowFrom(documentRow);
    int row = first;
    while (row < m_tiles.size() && m_tiles.at(row).job == job) {
        if (m_tiles.at(row).output == output)
            return row;
        ++row;
    }
    return row > first ? first : -1;
}

void GalleryModel::updateJob(batch::JobId job)
{
    const int documentRow = m_document->rowOf(job);
    if (documentRow < 0)
        return;
    const int first = firstRowFrom(documentRow);
    int count = 0;
    while (first + count < m_tiles.size() && m_tiles.at(first + count).job == job)
        ++count;
    const Standing standing = m_standingOf(job);
    noteActive(job, standing.state);
    replaceTiles(first, count, tilesOf(job, standing));
}

void GalleryModel::noteActive(batch::JobId job, batch::JobState state)
{
    if (batch::isActive(state))
        m_active.insert(job);
    else
        m_active.remove(job);
}

void GalleryModel::replaceTiles(int first, int count, const QList<Tile> &tiles)
{
    const int kept = qMin(count, static_cast<int>(tiles.size()));
    QList<Tile> arrived;
    for (int i = 0; i < tiles.size(); ++i) {
        const bool had = i < kept && m_tiles.at(first + i) == tiles.at(i);
        if (!had && !tiles.at(i).path.isEmpty())
            arrived.append(tiles.at(i));
    }
    if (count > kept) {
        beginRemoveRows({}, first + kept, first + count - 1);
        m_tiles.remove(first + kept, count - kept);
        endRemoveRows();
    }
    if (kept > 0) {
        std::copy_n(tiles.cbegin(), kept, m_tiles.begin() + first);
        emit dataChanged(index(first), index(first + kept - 1));
    }
    if (tiles.size() > kept) {
        beginInsertRows({}, first + kept, first + static_cast<int>(tiles.size()) - 1);
        m_tiles.insert(first + kept, tiles.size() - kept, Tile());
        std::copy(tiles.cbegin() + kept, tiles.cend(), m_tiles.begin() + first + kept);
        endInsertRows();
    }
    for (const Tile &tile : std::as_const(arrived))
        emit fileArrived(tile);
}

void GalleryModel::updateFractions()
{
    for (const batch::JobId job : std::as_const(m_active)) {
        const int row = rowOf(job);
        if (row >= 0)
            emit dataChanged(index(row), index(row), {FractionRole});
    }
}

void GalleryModel::rebuild()
{
    beginResetModel();
    m_tiles.clear();
    m_active.clear();
    for (int row = 0; row < m_document->jobCount(); ++row) {
        const batch::JobId job = m_document->job(row).id;
        const Standing standing = m_standingOf(job);
        noteActive(job, standing.state);
        m_tiles += tilesOf(job, standing);
    }
    endResetModel();
}

void GalleryModel::reorder()
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<Tile> shown;
    for (const QModelIndex &index : before)
        shown.append(m_tiles.at(index.row()));
    std::stable_sort(m_tiles.begin(), m_tiles.end(), [this](const Tile &a, const Tile &b) {
        return m_document->rowOf(a.job) < m_document->rowOf(b.job);
    });
    QModelIndexList after;
    for (const Tile &tile : std::as_const(shown))
        after.append(index(rowOf(tile.job, tile.output)));
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void GalleryModel::changeRows(int documentRow)
{
    updateJob(m_document->job(documentRow).id);
}

void GalleryModel::insertJobs(int first, int last)
{
    QList<Tile> tiles;
    for (int row = first; row <= last; ++row) {
        const batch::JobId job = m_document->job(row).id;
        const Standing standing = m_standingOf(job);
        noteActive(job, standing.state);
        tiles += tilesOf(job, standing);
    }
    if (!tiles.isEmpty())
        replaceTiles(firstRowFrom(first), 0, tiles);
}

void GalleryModel::removeJobs(int first, int last)
{
    const int from = firstRowFrom(first);
    const int to = firstRowFrom(last + 1);
    for (int row = first; row <= last; ++row)
        m_active.remove(m_document->job(row).id);
    if (to > from)
        replaceTiles(from, to - from, {});
}

} // namespace ui
