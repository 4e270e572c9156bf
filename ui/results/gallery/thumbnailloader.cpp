// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/thumbnailloader.h"

#include "media/mediainfo.h"
#include "media/picture.h"

#include <QFileInfo>
#include <QThread>

namespace ui {

namespace {

Thumbnail decodeFile(const QString &path, QSize box)
{
    Thumbnail thumbnail;
    thumbnail.image = media::thumbnail(path, box);
    if (const auto info = media::probe(path))
        thumbnail.duration = info->duration;
    return thumbnail;
}

/// Nothing where the file is the one that `known` was made from.
std::optional<Thumbnail> look(const ThumbnailLoader::Decode &decode, const QString &path, QSize box,
                              const std::optional<Thumbnail> &known)
{
    const QFileInfo file(path);
    if (!file.isFile()) {
        Thumbnail gone;
        gone.missing = true;
        return gone;
    }
    const QDateTime modified = file.lastModified();
    const qint64 bytes = file.size();
    if (known && !known->missing && known->modified == modified && known->bytes == bytes)
        return std::nullopt;
    Thumbnail thumbnail = decode(path, box);
    thumbnail.modified = modified;
    thumbnail.bytes = bytes;
    return thumbnail;
}

} // namespace

ThumbnailLoader::ThumbnailLoader(QObject *parent)
    : ThumbnailLoader(decodeFile, defaultCacheBytes, parent)
{
}

ThumbnailLoader::ThumbnailLoader(Decode decode, qsizetype cacheBytes, QObject *parent)
    : QObject(parent)
    , m_decode(std::move(decode))
    , m_cache(cacheBytes)
{
    m_pool.setMaxThreadCount(qBound(1, QThread::idealThreadCount() - 1, 4));
}

ThumbnailLoader::~ThumbnailLoader()
{
    m_pending.clear();
    m_pool.waitForDone();
}

quint64 ThumbnailLoader::roundOf(const QString &path) const
{
    return m_allRounds + m_rounds.value(path);
}

const Thumbnail *ThumbnailLoader::find(const QString &path, QSize box)
{
    const Key key{path, box};
    Entry *entry = m_cache.object(key);
    if (!entry || entry->round != roundOf(path))
        request(key);
    return entry ? &entry->thumbnail : nullptr;
}

void ThumbnailLoader::recheck(const QString &path)
{
    ++m_rounds[path];
}

void ThumbnailLoader::recheckAll()
{
    ++m_allRounds;
}

void ThumbnailLoader::request(const Key &key)
{
    if (m_running.contains(key))
        return;
    m_pending.removeOne(key);
    m_pending.append(key);
    if (m_pending.size() > maxPending)
        m_pending.removeFirst();
    startNext();
}

void ThumbnailLoader::startNext()
{
    while (!m_pending.isEmpty() && m_running.size() < m_pool.maxThreadCount()) {
        const Key key = m_pending.takeLast();
        const Entry *entry = m_cache.object(key);
        const auto known = entry ? std::optional(entry->thumbnail) : std::nullopt;
        m_running.insert(key);
        m_pool.start([this, decode = m_decode, key, known, round = roundOf(key.path)] {
            const auto thumbnail = look(decode, key.path, key.box, known);
            QMetaObject::invokeMethod(
                this, [this, key, round, thumbnail] { take(key, round, thumbnail); },
                Qt::QueuedConnection);
        });
    }
}

void ThumbnailLoader::take(const Key &key, quint64 round, const std::optional<Thumbnail> &thumbnail)
{
    m_running.remove(key);
    if (!thumbnail) {
        if (Entry *entry = m_cache.object(key))
            entry->round = round;
    } else if (round == roundOf(key.path)) {
        const qsizetype bytes = qMax<qsizetype>(1024, thumbnail->image.sizeInBytes());
        m_cache.insert(key, new Entry{*thumbnail, round}, bytes);
        emit loaded(key.path);
    } else {
        // The file changed while it was read: what was seen is of no use.
        request(key);
    }
    startNext();
}

} // namespace ui
