// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/transfer/download.h"

#include "atlas/transfer/downloaderror.h"
#include "atlas/transfer/partorigins.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkReply>
#include <QPointer>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

constexpr qint64 readBufferSize = 512 * 1024; // bytes held in memory for one download
constexpr qint64 progressInterval = 100;      // ms

} // namespace

class Download::Private
{
public:
    explicit Private(Download *download)
        : q(download)
    {
    }

    bool openFile();
    void request();
    void takeHeaders();
    void takeWholeFile();
    void takeRest();
    void takeBytes();
    void takeEnd();
    void startOver();
    bool emptyFile();
    void report();
    void fail(const DownloadError &error);
    void end(const tl::expected<qint64, DownloadError> &result);
    void dropReply();

    Download *q;
    QNetworkAccessManager *manager = nullptr;
    QUrl url;
    QString path;
    std::chrono::milliseconds timeout{0};
    QFile file;
    QPointer<QNetworkReply> reply;
    std::optional<PartOrigin> resumed; ///< what the present request wants to go on with
    PartOrigin origin;                 ///< what the bytes that are now written come from
    bool headersTaken = false;
    bool startedOver = false;
    bool ended = false;
    QElapsedTimer lastReport;
};

bool Download::Private::openFile()
{
    file.setFileName(path);
    // Unbuffered, so that a full disk shows at the write that meets it. ReadWrite keeps what is
    // there.
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return false;
    resumed = PartOrigins::of(*manager).resumable(path, url, file.size());
    return true;
}

void Download::Private::request()
{
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(timeout.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Over HTTP/2 the read buffer's size would not slow the server down.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Rushes/" RUSHES_VERSION ""_s);
    // Lengths and ranges count the bytes of the file as it is.
    request.setRawHeader("Accept-Encoding", "identity");
    if (resumed) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(resumed->received) + '-');
        request.setRawHeader("If-Range", resumed->validator);
    }
    headersTaken = false;
    reply = manager->get(request);
    reply->setReadBufferSize(readBufferSize);
    QObject::connect(reply, &QNetworkReply::metaDataChanged, q, [this] { takeHeaders(); });
    QObject::connect(reply, &QNetworkReply::readyRead, q, [this] { takeBytes(); });
    QObject::connect(reply, &QNetworkReply::finished, q, [this] { takeEnd(); });
}

void Download::Private::takeHeaders()
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (headersTaken || status == 0 || (status >= 300 && status < 400))
        return; // a redirect's own headers are not the file's
    headersTaken = true;
    const QByteArray encoding = reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (status == 416) {
        const auto size = parseUnsatisfiedRange(reply->rawHeader("Content-Range"));
        if (resumed && size == resumed->received && resumed->total == resumed->received)
            end(resumed->received);
        else if (resumed)
            startOver();
        else
            fail(refusedDownload(status, reply->url()));
    } else if (status != 200 && status != 206) {
        fail(refusedDownload(status, reply->url()));
    } else if (!encoding.isEmpty() && encoding != "identity") {
        fail({DownloadError::Kind::Server, status,
              Download::tr("%1 sent the file packed as “%2”, which was not asked for.")
                  .arg(url.host(), QString::fromLatin1(encoding))});
    } else if (status == 200) {
        takeWholeFile();
    } else {
        takeRest();
    }
}

void Download::Private::takeWholeFile()
{
    resumed.reset();
    if (!emptyFile()) {
        fail(unwritableDownload(file));
        return;
    }
    origin = originOf(*reply, url);
}

void Download::Private::takeRest()
{
    const auto range = parseContentRange(reply->rawHeader("Content-Range"));
    const QByteArray etag = reply->rawHeader("ETag").trimmed();
    const bool fits = resumed && range && range->first == resumed->received
        && (range->total < 0 || resumed->total < 0 || range->total == resumed->total)
        && (etag.isEmpty() || !resumed->validator.startsWith('"') || etag == resumed->validator);
    if (!fits) {
        startOver();
        return;
    }
    origin = *resumed;
    if (origin.total < 0)
        origin.total = range->total;
    if (!file.seek(origin.received))
        fail(unwritableDownload(file));
}

void Download::Private::takeBytes()
{
    if (!headersTaken)
        takeHeaders();
    while (!ended && headersTaken && reply && reply->bytesAvailable() > 0) {
        const QByteArray bytes = reply->read(readBufferSize);
        if (bytes.isEmpty())
            return;
        const qint64 written = file.write(bytes);
        if (written > 0)
            origin.received += written;
        if (written != bytes.size()) {
            fail(unwritableDownload(file));
            return;
        }
        PartOrigins::of(*manager).set(path, origin);
        report();
    }
}

void Download::Private::takeEnd()
{
    const QNetworkReply *current = reply;
    takeBytes();
    if (ended || reply != current) // or it asked again, from the beginning
        return;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() != QNetworkReply::NoError)
        fail(brokenDownload(*reply, headersTaken, origin));
    else if (!headersTaken) // a redirect that leads nowhere
        fail(refusedDownload(status, reply->url()));
    else if (origin.total >= 0 && origin.received != origin.total)
        fail({DownloadError::Kind::Incomplete, status,
              Download::tr("The download ended after %1 of %2 bytes.")
                  .arg(origin.received)
                  .arg(origin.total)});
    else
        end(origin.received);
}

/// Asks again, for the file from its beginning; once.
void Download::Private::startOver()
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    dropReply();
    resumed.reset();
    if (std::exchange(startedOver, true)) {
        fail({DownloadError::Kind::Server, status,
              Download::tr("%1 sent a part of the file (%2) that was not asked for.")
                  .arg(url.host())
                  .arg(status)});
        return;
    }
    if (emptyFile())
        request();
    else
        fail(unwritableDownload(file));
}

bool Download::Private::emptyFile()
{
    PartOrigins::of(*manager).forget(path);
    origin = PartOrigin();
    return (file.size() == 0 || file.resize(0)) && (file.pos() == 0 || file.seek(0));
}

void Download::Private::report()
{
    if (lastReport.isValid() && lastReport.elapsed() < progressInterval)
        return;
    lastReport.start();
    emit q->progress(origin.received, origin.total);
}

void Download::Private::fail(const DownloadError &error)
{
    // Bytes that nothing can be added to later are of no use, and an empty file is none.
    const bool useless = file.isOpen() && file.size() == 0;
    file.close();
    if (useless) {
        file.remove();
        PartOrigins::of(*manager).forget(path);
    }
    end(tl::unexpected(error));
}

void Download::Private::end(const tl::expected<qint64, DownloadError> &result)
{
    if (std::exchange(ended, true))
        return;
    dropReply();
    file.close();
    if (result)
        PartOrigins::of(*manager).forget(path);
    // First, since a receiver may delete this.
    q->deleteLater();
    emit q->finished(result);
}

void Download::Private::dropReply()
{
    if (!reply)
        return;
    reply->disconnect(q);
    // Later, since a reply may not be aborted while it tells its headers.
    QMetaObject::invokeMethod(
        reply,
        [unwanted = reply.data()] {
            unwanted->abort();
            unwanted->deleteLater();
        },
        Qt::QueuedConnection);
    reply.clear();
}

Download::Download(QNetworkAccessManager *manager, QUrl url, QString partPath,
                   std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    d->manager = manager;
    d->url = std::move(url);
    d->path = std::move(partPath);
    d->timeout = timeout;
}

Download::~Download()
{
    d->dropReply();
}

void Download::start()
{
    if (!d->openFile()) {
        QMetaObject::invokeMethod(
            this, [this, error = unwritableDownload(d->file)] { d->fail(error); },
            Qt::QueuedConnection);
        return;
    }
    d->request();
}

void Download::abort()
{
    d->ended = true;
    d->dropReply();
    d->file.close();
    deleteLater();
}

} // namespace atlas
