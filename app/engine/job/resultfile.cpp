// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/resultfile.h"

#include "media/disksync.h"
#include "media/fileformat.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <filesystem>

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

/// At any moment there is one of them.
std::error_code replace(const QString &path, const QString &by)
{
    std::error_code error;
    std::filesystem::rename(QFile(by).filesystemFileName(), QFile(path).filesystemFileName(),
                            error);
    return error;
}

tl::unexpected<QString> cantWrite(const QString &path, const QString &why)
{
    return tl::unexpected(
        QCoreApplication::translate("engine::ResultFile", "%1 can't be written: %2")
            .arg(QDir::toNativeSeparators(path), why));
}

} // namespace

QString ResultFile::underWay(const QString &extension) const
{
    QString name = stem;
    if (output > 0)
        name += u"-%1"_s.arg(output + 1);
    if (!partTag.isEmpty())
        name += u'.' + partTag;
    return QDir(folder).filePath(name + u'.' + extension);
}

QString ResultFile::partPath() const
{
    return underWay(u"part"_s);
}

QString ResultFile::fetchedPath() const
{
    return underWay(u"fetched"_s);
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

QString ResultFile::sameFile(const QString &extension, const QStringList &contents) const
{
    for (int take = 1;; ++take) {
        const QString candidate = path(take, extension);
        if (!isTaken(candidate))
            return {};
        for (const QString &content : contents) {
            if (holdsTheSame(candidate, content))
                return candidate;
        }
    }
}

tl::expected<void, QString> ResultFile::partIsFetched() const
{
    const std::error_code error = replace(fetchedPath(), partPath());
    if (!error)
        return {};
    return cantWrite(fetchedPath(), QString::fromStdString(error.message()));
}

bool ResultFile::replaceFetched(const QString &copy) const
{
    return !replace(fetchedPath(), copy);
}

tl::expected<bool, QString> ResultFile::keep(const QString &target) const
{
    QFile fetched(fetchedPath());
    // QFile::rename never writes over a file.
    if (!isTaken(target) && fetched.rename(target))
        return true;
    if (isTaken(target))
        return false;
    return cantWrite(target, fetched.errorString());
}

tl::expected<void, QString> ResultFile::syncFetched() const
{
    QFile fetched(fetchedPath());
    const bool isOpen = fetched.open(QIODevice::ReadOnly);
    const QString why = isOpen ? media::syncToDisk(fetched) : fetched.errorString();
    if (why.isEmpty())
        return {};
    return cantWrite(fetchedPath(), why);
}

bool ResultFile::partIsSound() const
{
    return media::formatOfFile(partPath()) != media::FileFormat::Unknown;
}

void ResultFile::removePart() const
{
    QFile::remove(partPath());
}

void ResultFile::removeFetched() const
{
    QFile::remove(fetchedPath());
}

QString partTagOf(const QString &predictionId)
{
    const QByteArray hash =
        QCryptographicHash::hash(predictionId.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex().first(8));
}

void removePartsOf(const QString &predictionId, const QString &folder)
{
    const QString tag = partTagOf(predictionId);
    const QStringList parts{u"*.%1.part"_s.arg(tag), u"*.%1.fetched.recipe-*"_s.arg(tag)};
    QDir dir(folder);
    for (const QString &part : dir.entryList(parts, QDir::Files | QDir::Hidden))
        dir.remove(part);
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
