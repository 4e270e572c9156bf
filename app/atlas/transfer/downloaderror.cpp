// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/transfer/downloaderror.h"

#include "atlas/transfer/partorigins.h"

#include <QDir>
#include <QFile>
#include <QNetworkReply>

namespace atlas {

using Kind = DownloadError::Kind;

DownloadError brokenDownload(const QNetworkReply &reply, bool begun, const PartOrigin &origin)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return {
            Kind::Tls, status,
            Download::tr("The connection to %1 is not safe: %2.").arg(host, reply.errorString())};
    case QNetworkReply::InsecureRedirectError:
        return {
            Kind::Tls, status,
            Download::tr("%1 wants to send the file over an unencrypted connection.").arg(host)};
    case QNetworkReply::TooManyRedirectsError:
        return {Kind::Server, status, Download::tr("%1 redirects without end.").arg(host)};
    case QNetworkReply::ProtocolUnknownError:
        return {Kind::Server, status, Download::tr("The address of the file is no web address.")};
    case QNetworkReply::OperationCanceledError: // only the transfer timeout does this here
    case QNetworkReply::TimeoutError:
        return {Kind::Network, status,
                Download::tr("Nothing more came from %1 in time.").arg(host)};
    case QNetworkReply::RemoteHostClosedError:
        if (begun && origin.total >= 0)
            return {Kind::Incomplete, status,
                    Download::tr("The connection to %1 was closed after %2 of %3 bytes.")
                        .arg(host)
                        .arg(origin.received)
                        .arg(origin.total)};
        return {Kind::Network, status, Download::tr("%1 closed the connection.").arg(host)};
    default:
        return {Kind::Network, status,
                Download::tr("The connection to %1 broke: %2.").arg(host, reply.errorString())};
    }
}

DownloadError refusedDownload(int status, const QUrl &url)
{
    const bool expired = status == 401 || status == 403 || status == 404 || status == 410;
    const QString message = expired
        ? Download::tr("The link to the file no longer works: %1 answered %2.")
        : Download::tr("%1 answered the download with the status %2.");
    return {expired ? Kind::Expired : Kind::Server, status, message.arg(url.host()).arg(status)};
}

DownloadError unwritableDownload(const QFile &file)
{
    return {Kind::Disk, 0,
            Download::tr("The file %1 can't be written: %2.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString())};
}

} // namespace atlas
