// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QDateTime>
#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSet>
#include <QSize>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace ui {

/// A small picture of a file, and what a gallery says of it.
struct Thumbnail
{
    QImage image;            ///< null where the file can't be read
    double duration = 0;     ///< s; 0 for images
    bool missing = false;    ///< there is no such file
    QDateTime modified = {}; ///< of the file that it was made from
    qint64 bytes = 0;        ///< of that file
};

/// Small pictures of files, made in threads of its own, the last asked for first, and kept within
/// a bound of memory. Asking again and again for what is on screen is the way to use it: what is
/// asked for and not wanted any more is forgotten by itself. Window's thread.
class ThumbnailLoader : public QObject
{
    Q_OBJECT
public:
    using Decode = std::function<Thumbnail(const QString &path, QSize box)>;

    static constexpr qsizetype defaultCacheBytes = 96 * 1024 * 1024;
    /// So many are waited for at most; older wishes are dropped, a view asks again when it paints.
    static constexpr int maxPending = 96;

    explicit ThumbnailLoader(QObject *parent = nullptr);
    /// `decode` runs in several threads at once.
    ThumbnailLoader(Decode decode, qsizetype cacheBytes, QObject *parent = nullptr);
    /// Waits for what is being decoded at this moment.
    ~ThumbnailLoader() override;

    /// The picture within `box` (px of the screen); null while it is not known, and then it is
    /// made and `loaded` comes. Valid until the next call.
    const Thumbnail *find(const QString &path, QSize box);
    /// The file may have changed, or all may have: they are looked at again when asked for, and
    /// decoded again where size or time differ. Until then the old picture stands.
    void recheck(const QString &path);
    void recheckAll();

    qsizetype cachedBytes() const { return m_cache.totalCost(); }
    int pendingCount() const { return static_cast<int>(m_pending.size()); }

signals:
    /// A picture of this file is there, is another, or the file is gone.
    void loaded(const QString &path);

private:
    struct Key
    {
        QString path;
        QSize box;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.path, key.box.width(), key.box.height());
        }
    };
    struct Entry
    {
        Thumbnail thumbnail;
        quint64 round = 0; ///< of the path, when it was looked at
    };

    quint64 roundOf(const QString &path) const;
    void request(const Key &key);
    void startNext();
    void take(const Key &key, quint64 round, const std::optional<Thumbnail> &thumbnail);

    const Decode m_decode;
    QCache<Key, Entry> m_cache;
    QList<Key> m_pending; ///< the last is next
    QSet<Key> m_running;
    QHash<QString, quint64> m_rounds; ///< how often a path was rechecked
    quint64 m_allRounds = 0;
    QThreadPool m_pool;
};

} // namespace ui
