// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/resultfile.h"

#include "media/fileformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

media::FileFormat formatOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return media::FileFormat::Unknown;
    return media::formatOf(file.read(media::formatHeadSize));
}

} // namespace

QString ResultFile::partPath() const
{
    const QString number = output == 0 ? QString() : u"-%1"_s.arg(output + 1);
    return QDir(folder).filePath(stem + number + u".part"_s);
}

QString ResultFile::path(int take, const QString &extension) const
{
    QString name = stem;
    if (take > 1)
        name += u"-take%1"_s.arg(take);
    if (output > 0)
        name += u"-%1"_s.arg(output + 1);
    return QDir(folder).filePath(name + u'.' + extension);
}

tl::expected<QString, QString> ResultFile::keep(const QString &extension) const
{
    QFile part(partPath());
    for (int take = 1;; ++take) {
        const QString target = path(take, extension);
        // QFile::rename never writes over a file; a link that leads nowhere also takes the name.
        if (QFileInfo::exists(target) || QFileInfo(target).isSymLink())
            continue;
        if (part.rename(target))
            return target;
        if (!QFileInfo::exists(target))
            return tl::unexpected(
                QCoreApplication::translate("engine::ResultFile", "%1 can't be written: %2")
                    .arg(QDir::toNativeSeparators(target), part.errorString()));
    }
}

bool ResultFile::partIsSound() const
{
    return formatOfFile(partPath()) != media::FileFormat::Unknown;
}

void ResultFile::removePart() const
{
    QFile::remove(partPath());
}

QString flawOf(const QString &path, QString &extension)
{
    const media::FileFormat format = formatOfFile(path);
    if (format == media::FileFormat::Unknown)
        return QCoreApplication::translate(
            "engine::ResultFile", "What the server sent is neither a picture nor a video.");
    if (!media::isWhole(path, format))
        return QCoreApplication::translate("engine::ResultFile",
                                           "The file that the server sent is cut off.");
    extension = media::extensionOf(format);
    return {};
}

} // namespace engine
