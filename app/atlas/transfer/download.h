// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/error.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <chrono>
#include <memory>

namespace atlas {

/// Why a download did not come to its end.
struct DownloadError
{
    enum class Kind {
        Expired, ///< 401, 403, 404, 410: the link no longer works; ask the prediction for a new one
        Server,  ///< any other HTTP error, or an answer that is not the file as it is
        Network, ///< refused, reset, timed out; what came so far stays in the file
        Incomplete, ///< fewer bytes than announced; what came so far stays in the file
        Tls,        ///< the host is not to be trusted, or wants to go on without encryption
        Disk,       ///< the file can't be written; says why
    };
    Kind kind = Kind::Network;
    int httpStatus = 0;
    QString message;

    friend bool operator==(const DownloadError &, const DownloadError &) = default;
};

/// Streams one URL into one file, and takes up what an earlier attempt left there (`Range` with
/// `If-Range`, falling back to a fresh start where the server has no ranges or another file).
///
/// Bytes of two different files never meet: a part is gone on with only if an earlier Download
/// with the same manager wrote it, from the same address (its query aside), and the server gave a
/// strong ETag or a settled Last-Modified for it. A part of unknown origin, such as one that an
/// earlier process left, is started over.
///
/// Sends no key and no cookie; the URL's host is never ours. Follows redirects, but never from
/// https to http. The file is complete when `finished` reports its size; naming and checking it
/// is the caller's. A failure that leaves no byte leaves no file.
/// `finished` comes exactly once and never from within `start`; the object then deletes itself.
class Download : public QObject
{
    Q_OBJECT
public:
    /// `manager` is one that is used for downloads alone: at most six run per host, and polls
    /// must not wait for them. `partPath` is an absolute path; its folder must exist.
    Download(QNetworkAccessManager *manager, QUrl url, QString partPath,
             std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~Download() override;

    void start();
    /// Gives up, keeping what came so far in the file; no `finished` will come.
    void abort();

signals:
    /// At most ten times a second. `total` is -1 while unknown.
    void progress(qint64 received, qint64 total);
    void finished(const tl::expected<qint64, atlas::DownloadError> &bytes);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace atlas
