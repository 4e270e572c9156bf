// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/uploads.h"

namespace store {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeIn(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QString textOf(const QUrl &link)
{
    return link.toString(QUrl::FullyEncoded);
}

} // namespace

tl::expected<std::optional<Upload>, LedgerError> readUpload(Connection &connection,
                                                            const QString &digest,
                                                            const QString &server,
                                                            const QDateTime &now)
{
    // One from the future was recorded by a clock that went wrong: nothing is known of its life.
    return connection
        .run(uR"(SELECT size, link, made_at, lives_until FROM uploads
                 WHERE digest = ? AND server = ? AND lives_until > ? AND made_at <= ?)"_s,
             {digest, server, now.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()})
        .map([&](const QSqlQuery &row) -> std::optional<Upload> {
            if (!row.isValid())
                return std::nullopt;
            const QUrl link(row.value(1).toString(), QUrl::StrictMode);
            if (!link.isValid() || link.host().isEmpty())
                return std::nullopt;
            return Upload{digest,
                          server,
                          row.value(0).toLongLong(),
                          link,
                          timeIn(row.value(2)),
                          timeIn(row.value(3))};
        });
}

tl::expected<void, LedgerError> writeUpload(Connection &connection, const Upload &upload)
{
    const qint64 at = upload.at.toMSecsSinceEpoch();
    const auto dropped = connection.run(u"DELETE FROM uploads WHERE lives_until <= ?"_s, {at});
    if (!dropped)
        return tl::unexpected(dropped.error());
    return connection
        .run(uR"(INSERT OR REPLACE INTO uploads (digest, server, size, made_at, lives_until, link)
                 VALUES (?, ?, ?, ?, ?, ?))"_s,
             {upload.digest, upload.server, upload.size, at, upload.until.toMSecsSinceEpoch(),
              textOf(upload.link)})
        .map([](const QSqlQuery &) {});
}

tl::expected<void, LedgerError> dropUpload(Connection &connection, const Upload &upload)
{
    return connection
        .run(u"DELETE FROM uploads WHERE digest = ? AND server = ? AND link = ?"_s,
             {upload.digest, upload.server, textOf(upload.link)})
        .map([](const QSqlQuery &) {});
}

} // namespace store
