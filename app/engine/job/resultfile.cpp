// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/resultfile.h"

#include "media/fileformat.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

/// A link that leads nowhere takes a name too.
bool isTaken(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo(path).isSymLink();
}

bool holdsTheSame(const QString &path, const QString &otherPath)
{
    constexpr qint64 piece = 1 << 20;
    QFile file(path);
    QFile other(otherPath);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)
        || !other.open(QIODevice::ReadOnly) || file.size() != other.size())
        return false;
    while (!file.atEnd()) {
        if (file.read(piece) != other.read(piece))
            return false;
    }
    return true;
}

} // namespace

QString ResultFile::partPath() const
{
    QString name = stem;
    if (output > 0)
        name += u"-%1"_s.arg(output + 1);
    if (!partTag.isEmpty())
        name += u'.' + partTag;
    return QDir(folder).filePath(name + u".part"_s);
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

QString ResultFile::freePath(const QString &extension) const
{
    for (int take = 1;; ++take) {
        const QString target = path(take, extension);
        if (!isTaken(target))
            return target;
    }
}

QString ResultFile::sameFile(const QString &extension) const
{
    for (int take = 1;; ++take) {
        const QString candidate = path(take, extension);
        if (!isTaken(candidate))
            return {};
        if (holdsTheSame(candidate, partPath()))
            return candidate;
    }
}

tl::expected<bool, QString> ResultFile::keep(const QString &target) const
{
    QFile part(partPath());
    // QFile::rename never writes over a file.
    if (!isTaken(target) && part.rename(target))
        return true;
    if (isTaken(target))
        return false;
    return tl::unexpected(
        QCoreApplication::translate("engine::ResultFile", "%1 can't be written: %2")
            .arg(QDir::toNativeSeparators(target), part.errorString()));
}

bool ResultFile::partIsSound() const
{
    return media::formatOfFile(partPath()) != media::FileFormat::Unknown;
}

void ResultFile::removePart() const
{
    QFile::remove(partPath());
}

QString partTagOf(const QString &predictionId)
{
    const QByteArray hash =
        QCryptographicHash::hash(predictionId.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex().first(8));
}

QString flawOf(const QString &path, QString &extension)
{
    const media::FileFormat format = media::formatOfFile(path);
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
