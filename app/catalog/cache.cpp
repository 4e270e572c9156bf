// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/cache.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

// The list and a schema for each of its models would be some 5 MB.
constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr qsizetype longestName = 120;

/// "api.atlascloud.ai_api_v1", "http_127.0.0.1+40123_api_v1": no two servers share one.
QString fileName(const QUrl &baseUrl)
{
    QString server = baseUrl.host();
    if (baseUrl.port() != -1)
        server += u':' + QString::number(baseUrl.port());
    server += baseUrl.adjusted(QUrl::StripTrailingSlash).path();
    if (baseUrl.scheme() != "https"_L1)
        server.prepend(baseUrl.scheme() + u'/');
    QString name = QString::fromLatin1(QUrl::toPercentEncoding(server, ":/", "_+~"));
    name.replace(u'/', u'_').replace(u':', u'+');
    if (name.size() > longestName) {
        name = QString::fromLatin1(
            QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
    }
    return name + u".json"_s;
}

} // namespace

Cache::Cache(const QUrl &baseUrl)
    : m_path(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
             + u"/rushes/models/"_s + fileName(baseUrl))
{
}

tl::expected<std::optional<Catalog>, QString> Cache::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(
            QCoreApplication::translate("catalog::Cache",
                                        "The list of models that was fetched last can't be read "
                                        "from %1: %2.")
                .arg(m_path, file.errorString()));
    }
    const QByteArray content = file.size() > largestFile ? QByteArray() : file.readAll();
    auto read = Catalog::readSnapshot(content, PriceSource::Live);
    if (!read) {
        return tl::unexpected(
            QCoreApplication::translate(
                "catalog::Cache",
                "The list of models that was fetched last is damaged (%1). Refresh fetches "
                "it anew.\n%2")
                .arg(m_path, read.error()));
    }
    return *read;
}

tl::expected<void, QString> Cache::write(const Catalog &live) const
{
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const QString folder = QFileInfo(m_path).path();
    const auto failed = [this](const QString &why) {
        return tl::unexpected(QCoreApplication::translate(
                                  "catalog::Cache", "The list of models can't be kept in %1: %2.")
                                  .arg(m_path, why));
    };
    if (!QDir().mkpath(folder))
        return failed(QCoreApplication::translate("catalog::Cache", "the folder can't be made"));
    QFile::setPermissions(folder, owner);
    const QByteArray content = live.toSnapshot();
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.commit()) {
        return failed(file.errorString());
    }
    return {};
}

Catalog knownModels(const QUrl &baseUrl)
{
    const auto cached = Cache(baseUrl).read();
    return cached && *cached ? Catalog::builtIn().updatedBy(**cached) : Catalog::builtIn();
}

} // namespace catalog
