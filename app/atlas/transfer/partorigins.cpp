// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/transfer/partorigins.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkReply>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

QUrl withoutQuery(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QDateTime httpDate(const QByteArray &header)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header).trimmed(),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

/// A strong ETag, or a Last-Modified so long before the answer that the file can't have changed
/// twice in its second (RFC 9110, 8.8.2.2).
QByteArray strongValidator(const QNetworkReply &reply)
{
    const QByteArray etag = reply.rawHeader("ETag").trimmed();
    if (etag.startsWith('"'))
        return etag;
    const QByteArray modified = reply.rawHeader("Last-Modified").trimmed();
    const QDateTime modifiedAt = httpDate(modified);
    const QDateTime answeredAt = httpDate(reply.rawHeader("Date"));
    const bool settled =
        modifiedAt.isValid() && answeredAt.isValid() && modifiedAt.secsTo(answeredAt) >= 60;
    return settled ? modified : QByteArray();
}

std::optional<qint64> number(QStringView text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

PartOrigins &PartOrigins::of(QNetworkAccessManager &manager)
{
    for (QObject *child : manager.children()) {
        if (auto *origins = dynamic_cast<PartOrigins *>(child))
            return *origins;
    }
    return *new PartOrigins(&manager);
}

std::optional<PartOrigin> PartOrigins::resumable(const QString &path, const QUrl &url,
                                                 qint64 size) const
{
    const auto found = m_origins.constFind(path);
    if (found == m_origins.cend() || size <= 0 || found->received != size
        || found->validator.isEmpty() || found->url != withoutQuery(url))
        return {};
    return *found;
}

PartOrigin originOf(const QNetworkReply &reply, const QUrl &url)
{
    PartOrigin origin;
    origin.url = withoutQuery(url);
    origin.validator = strongValidator(reply);
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    if (length.isValid())
        origin.total = length.toLongLong();
    return origin;
}

std::optional<ContentRange> parseContentRange(const QByteArray &header)
{
    static const QRegularExpression form(u"^\\s*bytes\\s+(\\d+)-(\\d+)/(\\d+|\\*)\\s*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return {};
    const auto first = number(match.capturedView(1));
    const auto last = number(match.capturedView(2));
    const bool open = match.capturedView(3) == u"*";
    const auto total = open ? std::optional<qint64>(-1) : number(match.capturedView(3));
    if (!first || !last || !total || *last < *first || (!open && *last >= *total))
        return {};
    return ContentRange{*first, *last, *total};
}

std::optional<qint64> parseUnsatisfiedRange(const QByteArray &header)
{
    static const QRegularExpression form(u"^\\s*bytes\\s+\\*/(\\d+)\\s*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromLatin1(header));
    return match.hasMatch() ? number(match.capturedView(1)) : std::nullopt;
}

} // namespace atlas
