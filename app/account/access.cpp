// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/access.h"

#include "atlas/addresses.h"
#include "config/dotenv.h"

#include <QCoreApplication>

namespace account {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(account::Access)
};

bool isServer(const QUrl &url)
{
    const bool http = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && http && !url.host().isEmpty() && url.userInfo().isEmpty()
        && !url.hasQuery() && !url.hasFragment();
}

bool isOwnHost(const QUrl &url)
{
    const QUrl own = atlas::defaultBaseUrl();
    return url.host() == own.host() && url.port(443) == own.port(443);
}

/// Why the key may not go there; empty if it may.
QString refusalFor(const QUrl &url, Access::UrlSource source)
{
    const QString shown = url.toDisplayString();
    if (!isServer(url)) {
        return Words::tr("“%1” is no address of a server. It should look like %2.")
            .arg(shown, atlas::defaultBaseUrl().toString());
    }
    if (atlas::isLoopback(url.host()))
        return {};
    if (url.scheme() != "https"_L1) {
        return Words::tr(
                   "%1 is not encrypted, so that anybody on the way could read the key. Use an "
                   "https address.")
            .arg(shown);
    }
    if (source == Access::UrlSource::BatchFile && !isOwnHost(url)) {
        return Words::tr(
                   "The batch file sends its jobs, and your key with them, to %1. If you trust "
                   "that server, say so with --base-url %2 or %3; else remove base_url from the "
                   "file.")
            .arg(url.host(), shown, baseUrlVariable());
    }
    return {};
}

QString firstValue(const QStringList &names, const auto &variables)
{
    for (const QString &name : names) {
        const QString value = variables.value(name).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

void chooseServer(Access &access, const batch::BatchSettings &settings, const QUrl &override,
                  const QProcessEnvironment &environment)
{
    const QString fromEnvironment = environment.value(baseUrlVariable()).trimmed();
    const QString fromBatch = settings.baseUrl.value_or(QString()).trimmed();
    if (!override.isEmpty()) {
        access.connection.baseUrl = override;
        access.urlSource = Access::UrlSource::Override;
    } else if (!fromEnvironment.isEmpty()) {
        access.connection.baseUrl = QUrl(fromEnvironment);
        access.urlSource = Access::UrlSource::Environment;
    } else if (!fromBatch.isEmpty()) {
        access.connection.baseUrl = QUrl(fromBatch);
        access.urlSource = Access::UrlSource::BatchFile;
    }
}

} // namespace

bool Access::takesStoredKey() const
{
    const bool chosen = urlSource != UrlSource::BatchFile || isOwnHost(connection.baseUrl);
    return !isRefused() && !hasKey() && chosen;
}

QStringList keyVariables()
{
    return {u"ATLAS_CLOUD_API_KEY"_s, u"ATLASCLOUD_API_KEY"_s};
}

QString baseUrlVariable()
{
    return u"ATLASCLOUD_BASE_URL"_s;
}

Access findAccess(const QString &batchPath, const batch::BatchSettings &settings,
                  const QUrl &override, const QProcessEnvironment &environment)
{
    Access access;
    chooseServer(access, settings, override, environment);
    access.refusal = refusalFor(access.connection.baseUrl, access.urlSource);
    if (access.isRefused())
        return access;

    QString key = firstValue(keyVariables(), environment);
    access.keySource = Access::KeySource::Environment;
    if (key.isEmpty() && !batchPath.isEmpty()) {
        key = firstValue(keyVariables(), config::dotEnvBeside(batchPath));
        access.keySource = Access::KeySource::DotEnv;
    }
    if (key.isEmpty())
        access.keySource = Access::KeySource::None;
    access.connection.key = atlas::ApiKey(key.toUtf8());
    return access;
}

Access withStoredKey(Access access, const StoredKey &stored)
{
    if (access.takesStoredKey() && !stored.key.isEmpty()) {
        access.connection.key = stored.key;
        access.keySource = stored.source;
    }
    return access;
}

} // namespace account
