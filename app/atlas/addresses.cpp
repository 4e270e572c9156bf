// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/addresses.h"

#include "atlas/apikey.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

QUrl bare(QUrl url)
{
    url.setUserInfo(QString());
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

QUrl under(const QUrl &baseUrl, const QByteArray &encodedPath)
{
    QByteArray base = bare(baseUrl).toEncoded(QUrl::StripTrailingSlash);
    while (base.endsWith('/'))
        base.chop(1);
    return QUrl::fromEncoded(base + encodedPath, QUrl::StrictMode);
}

bool canBeInHeader(const QByteArray &secret)
{
    return std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

Error obstacle(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace

bool isLoopback(const QString &host)
{
    // QHostAddress reads "1" or "127.1" as addresses too; a server would not be named so.
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QUrl submitUrl(const QUrl &baseUrl, Endpoint endpoint)
{
    return under(baseUrl,
                 endpoint == Endpoint::GenerateImage ? "/model/generateImage"
                                                     : "/model/generateVideo");
}

QUrl uploadUrl(const QUrl &baseUrl)
{
    return under(baseUrl, "/model/uploadMedia");
}

QUrl pollUrl(const QUrl &baseUrl, PollPath path, const QString &predictionId)
{
    const QByteArray id = QUrl::toPercentEncoding(predictionId);
    return under(baseUrl, "/model/prediction/" + id + (path == PollPath::Article ? "/get" : ""));
}

QUrl modelsUrl(const QUrl &baseUrl)
{
    return under(baseUrl, "/models");
}

QUrl balanceUrl(const QUrl &baseUrl)
{
    QUrl url = bare(baseUrl);
    url.setPath(u"/public/v1/balance"_s);
    return url;
}

std::optional<Error> obstacleTo(const QUrl &url, const ApiKey &key)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        return obstacle(ErrorKind::Refused,
                        QCoreApplication::translate("atlas::Client",
                                                    "The base URL is no web address: “%1”. Set one "
                                                    "such as https://api.atlascloud.ai/api/v1.")
                            .arg(url.toDisplayString(QUrl::RemoveUserInfo)));
    if (key.isEmpty())
        return {};
    if (!canBeInHeader(key.secret()))
        return obstacle(
            ErrorKind::Key,
            QCoreApplication::translate("atlas::Client",
                                        "The API key contains characters that no key has. "
                                        "Copy it again."));
    if (scheme == "http"_L1 && !isLoopback(url.host()))
        return obstacle(ErrorKind::Tls,
                        QCoreApplication::translate(
                            "atlas::Client",
                            "Nothing was sent: the base URL's http would carry the API key "
                            "unencrypted to %1. Use https.")
                            .arg(url.host()));
    return {};
}

std::optional<Error> obstacleToFile(const QUrl &url, const QUrl &from)
{
    const bool overHttps = url.scheme() == "https"_L1;
    const bool fromHere =
        url.scheme() == "http"_L1 && isLoopback(url.host()) && isLoopback(from.host());
    if (url.isValid() && !url.host().isEmpty() && (overHttps || fromHere))
        return {};
    return obstacle(ErrorKind::Refused,
                    QCoreApplication::translate("atlas::Client",
                                                "Nothing is fetched from “%1”: it is no https "
                                                "address.")
                        .arg(url.toDisplayString(QUrl::RemoveUserInfo)));
}

} // namespace atlas
