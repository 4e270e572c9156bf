// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/imageaddress.h"

#include "batch/references/references.h"
#include "session/addresses.h"
#include "session/jobmime.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isWebAddress(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

} // namespace

QStringList imageEndings()
{
    return {u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s, u"gif"_s, u"bmp"_s, u"tif"_s, u"tiff"_s};
}

QString localImage(const QString &address, const QString &folder)
{
    const QString plain = address.trimmed();
    if (batch::referredJob(plain))
        return {};
    if (plain.isEmpty() || plain.startsWith("data:"_L1) || plain.contains("://"_L1)) {
        const QUrl url(plain);
        return url.isLocalFile() ? url.toLocalFile() : QString();
    }
    if (QDir::isAbsolutePath(plain))
        return plain;
    return folder.isEmpty() ? QString() : QDir::cleanPath(QDir(folder).filePath(plain));
}

QStringList imagesIn(const QMimeData *data, const QString &folder)
{
    // A result comes as its file, too; by the job it stays right when that is made anew.
    if (const auto result = jobmime::resultIn(data))
        return {result->address};
    QStringList addresses;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (isWebAddress(url))
            addresses.append(url.toString(QUrl::FullyEncoded));
        else if (url.isLocalFile()
                 && imageEndings().contains(QFileInfo(url.path()).suffix().toLower()))
            addresses.append(fileAddress(url.toLocalFile(), folder));
    }
    if (addresses.isEmpty() && urls.isEmpty() && data->hasText()) {
        const QUrl url(data->text().trimmed());
        if (isWebAddress(url))
            addresses.append(url.toString(QUrl::FullyEncoded));
    }
    return addresses;
}

} // namespace ui
