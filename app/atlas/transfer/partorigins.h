// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QUrl>

#include <optional>

class QNetworkReply;

namespace atlas {

/// What the bytes in a part file are the beginning of.
struct PartOrigin
{
    QUrl url; ///< without its query, where signatures stand that change when a link is renewed
    QByteArray validator; ///< a strong ETag, or a Last-Modified that is as good
    qint64 total = -1;    ///< bytes, as announced; -1: unknown
    qint64 received = 0;  ///< bytes in the file
};

/// Remembers where the part files of a manager's downloads came from, so that a later download
/// can go on with one without ever joining the bytes of two different files. Kept in memory, as a
/// child of the manager: a part that an earlier process left is started over.
class PartOrigins : public QObject
{
public:
    static PartOrigins &of(QNetworkAccessManager &manager);

    /// The origin of the part at `path`, if the file can be gone on with from `url`: it holds as
    /// many bytes as were written, of a file that the server can tell from another.
    std::optional<PartOrigin> resumable(const QString &path, const QUrl &url, qint64 size) const;
    void set(const QString &path, const PartOrigin &origin) { m_origins.insert(path, origin); }
    void forget(const QString &path) { m_origins.remove(path); }

private:
    using QObject::QObject;

    QHash<QString, PartOrigin> m_origins;
};

/// The origin that an answer with a whole file names; its validator is empty where the server
/// gives none that `If-Range` may be used with (RFC 9110, 13.1.5).
PartOrigin originOf(const QNetworkReply &reply, const QUrl &url);

/// "bytes 100-199/200": first, last and total (-1 for `*`).
struct ContentRange
{
    qint64 first = 0;
    qint64 last = 0;
    qint64 total = -1;
};
std::optional<ContentRange> parseContentRange(const QByteArray &header);
/// The 200 of "bytes */200", which a 416 carries.
std::optional<qint64> parseUnsatisfiedRange(const QByteArray &header);

} // namespace atlas
