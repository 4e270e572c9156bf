// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/submission.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace store {

QString batchName(const QString &batchPath)
{
    const QFileInfo file(batchPath);
    const QString canonical = file.canonicalFilePath();
    return canonical.isEmpty() ? file.absoluteFilePath() : canonical;
}

QString serverName(const QUrl &baseUrl)
{
    QUrl server = baseUrl;
    const int usualPort = server.scheme() == "https"_L1 ? 443 : 80;
    if (server.port() == usualPort)
        server.setPort(-1);
    return server
        .adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                  | QUrl::NormalizePathSegments | QUrl::StripTrailingSlash)
        .toString(QUrl::FullyEncoded);
}

} // namespace store
