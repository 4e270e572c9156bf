// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/gallerymodel.h"

#include "session/addresses.h"
#include "session/document/batchdocument.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

int arrivedIn(const QList<Tile> &tiles, qsizetype first, qsizetype count)
{
    const auto begin = tiles.cbegin() + first;
    return static_cast<int>(
        std::count_if(begin, begin + count, [](const Tile &tile) { return !tile.path.isEmpty(); }));
}

} // namespace

GalleryModel::GalleryModel(BatchDocument *document, StandingOf standingOf, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_standingOf(std::move(standingOf))
{
    connect(document, &BatchDocument::wasReset, this, &GalleryModel::rebuild);
    connect(document, &BatchDocument::allChanged, this, &GalleryModel::rebuild);
    connect(document, &BatchDocument::madeChanged, this, &GalleryModel::changeMade);
    connect(document, &BatchDocument::jobsReordered, this, &GalleryModel::reorder);
    connect(document, &BatchDocument::jobChanged, this, &GalleryModel::changeJobs);
    connect(document, &BatchDocument::jobsInserted, this, &GalleryModel::insertJobs);
    connect(document, &BatchDocument::jobsAboutToBeRemoved, this, &GalleryModel::removeJobs);
    rebuild();
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tiles.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Tile &tile = m_tiles.at(index.row());
    const batch::Job *made = m_document->madeJob(tile.job);
    if (!made)
        return {};
    const batch::Job &job = *made;
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
    const batch::Job &job = *m_document->madeJob(tile.job);
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
    return {u"text/uri-list"_s, jobmime::type};
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
    if (indexes.size() == 1) {
        if (const auto only = result(indexes.constFirst().row()))
            jobmime::put(data, *only);
    }
    return data;
}

bool GalleryModel::hasPicture(int row) const
{
    return !m_tiles.at(row).path.isEmpty()
        && data(index(row), TypeRole).value<batch::MediaType>() == batch::MediaType::Image;
}

std::optional<jobmime::Result> GalleryModel::result(int row) const
{
    const Tile &tile = m_tiles.at(row);
    const batch::Job *job = m_document->madeJob(tile.job);
    if (!job || tile.path.isEmpty())
        return std::nullopt;
    const bool isPicture = hasPicture(row);
    // A reference means what the job is now, and the first file that it makes.
    const bool isMeant = tile.output == 0 && isPicture == (job->type == batch::MediaType::Image);
    if (!isMeant && !isPicture)
        return std::nullopt;
    return jobmime::Result{tile.job,
                           isMeant ? resultAddress(*m_document, *job, tile.path)
                                   : fileAddress(*m_document, tile.path)};
}

int GalleryModel::firstRowFrom(int index) const
{
    const auto at = std::lower_bound(
        m_tiles.cbegin(), m_tiles.cend(), index,
        [this](const Tile &tile, int place) { return m_document->madeIndexOf(tile.job) < place; });
    return static_cast<int>(at - m_tiles.cbegin());
}

int GalleryModel::rowOf(batch::JobId job, int output) const
{
    const int index = m_document->madeIndexOf(job);
    if (index < 0)
        return -1;
    const int first = firstRowFrom(index);
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
    const int place = m_document->madeIndexOf(job);
    if (place < 0)
        return;
    const int first = firstRowFrom(place);
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
    if (count > kept)
        removeTiles(first + kept, count - kept);
    if (kept > 0) {
        m_arrived += arrivedIn(tiles, 0, kept) - arrivedIn(m_tiles, first, kept);
        std::copy_n(tiles.cbegin(), kept, m_tiles.begin() + first);
        emit dataChanged(index(first), index(first + kept - 1));
    }
    if (tiles.size() > kept) {
        beginInsertRows({}, first + kept, first + static_cast<int>(tiles.size()) - 1);
        m_tiles.insert(first + kept, tiles.size() - kept, Tile());
        std::copy(tiles.cbegin() + kept, tiles.cend(), m_tiles.begin() + first + kept);
        m_arrived += arrivedIn(tiles, kept, tiles.size() - kept);
        endInsertRows();
    }
    for (const Tile &tile : std::as_const(arrived))
        emit fileArrived(tile);
}

void GalleryModel::removeTiles(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    m_arrived -= arrivedIn(m_tiles, first, count);
    m_tiles.remove(first, count);
    endRemoveRows();
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
    for (const batch::Job &job : m_document->batch().jobs) {
        const Standing standing = m_standingOf(job.id);
        noteActive(job.id, standing.state);
        m_tiles += tilesOf(job.id, standing);
    }
    m_arrived = arrivedIn(m_tiles, 0, m_tiles.size());
    endResetModel();
}

bool GalleryModel::isBefore(const Tile &a, const Tile &b) const
{
    return m_document->madeIndexOf(a.job) < m_document->madeIndexOf(b.job);
}

void GalleryModel::reorder()
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<Tile> shown;
    for (const QModelIndex &index : before)
        shown.append(m_tiles.at(index.row()));
    std::ranges::stable_sort(m_tiles, std::bind_front(&GalleryModel::isBefore, this));
    QModelIndexList after;
    for (const Tile &tile : std::as_const(shown))
        after.append(index(rowOf(tile.job, tile.output)));
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void GalleryModel::changeJobs(int documentRow)
{
    for (const batch::JobId job : m_document->madeIds(documentRow))
        updateJob(job);
}

void GalleryModel::changeMade(int documentRow)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const batch::JobId job = m_tiles.at(row).job;
        if (m_document->madeIndexOf(job) >= 0)
            continue;
        m_active.remove(job);
        removeTiles(row, 1);
    }
    if (!std::ranges::is_sorted(m_tiles, std::bind_front(&GalleryModel::isBefore, this)))
        reorder();
    changeJobs(documentRow);
}

void GalleryModel::insertJobs(int first, int last)
{
    QList<Tile> tiles;
    for (int row = first; row <= last; ++row) {
        for (const batch::JobId job : m_document->madeIds(row)) {
            const Standing standing = m_standingOf(job);
            noteActive(job, standing.state);
            tiles += tilesOf(job, standing);
        }
    }
    if (!tiles.isEmpty())
        replaceTiles(firstRowFrom(m_document->made(first).first), 0, tiles);
}

void GalleryModel::removeJobs(int first, int last)
{
    const MadeJobs::Range behind = m_document->made(last);
    const int from = firstRowFrom(m_document->made(first).first);
    const int to = firstRowFrom(behind.first + behind.count);
    for (int row = from; row < to; ++row)
        m_active.remove(m_tiles.at(row).job);
    if (to > from)
        replaceTiles(from, to - from, {});
}

} // namespace ui
