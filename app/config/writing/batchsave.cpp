// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "config/writing/writtenfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <optional>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// While it lives, no other save of this program looks at the files of a folder and writes one: a
/// lock that leaves no file behind, and none that can't be had anywhere (some network drives).
class FolderLock
{
public:
    explicit FolderLock(const QString &folder)
        : m_descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC))
    {
        if (m_descriptor >= 0)
            ::flock(m_descriptor, LOCK_EX);
    }
    ~FolderLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    const int m_descriptor;
};

class Saver
{
    Q_DECLARE_TR_FUNCTIONS(config::BatchSave)

public:
    /// Why the file can't be written, or nothing.
    static std::optional<QString> write(const QString &path, const QByteArray &text,
                                        const std::optional<QByteArray> &over)
    {
        const QFileInfo info(path);
        if (path.isEmpty() || info.isDir())
            return tr("This is a folder. Give a file name in it.");
        const QFileInfo folder(info.isSymLink() ? QFileInfo(info.symLinkTarget()).absolutePath()
                                                : info.absolutePath());
        if (!folder.isDir())
            return tr("There is no folder %1.").arg(folder.filePath());

        const FolderLock lock(folder.filePath());
        if (over && !mayBeWrittenOver(path, *over)) {
            return over->isEmpty()
                ? tr("There is a file of this name by now. Nothing was written over it.")
                : tr("Another program changed the file meanwhile. Nothing was written over it: "
                     "look at what it says now.");
        }
        // A symbolic link is followed, the file's permissions are kept, and the old file stays
        // until the new one is whole on disk.
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
            return std::nullopt;
        if (!folder.isWritable())
            return tr("Nothing may be written to the folder %1: look at its permissions.")
                .arg(folder.filePath());
        if (info.exists() && !info.isWritable())
            return tr("The file is write-protected.");
        return tr("The file can't be written (%1). The old one is as it was.")
            .arg(file.errorString());
    }

private:
    static bool mayBeWrittenOver(const QString &path, const QByteArray &known)
    {
        QFile file(path);
        if (!file.exists())
            return true;
        return !known.isEmpty() && file.open(QIODevice::ReadOnly) && file.size() == known.size()
            && file.readAll() == known;
    }
};

} // namespace

tl::expected<BatchFile, QString> saveBatchFile(const batch::BatchSource &source,
                                               const QString &path, const BatchFile *origin,
                                               Layout layout, const std::optional<QByteArray> &over)
{
    auto file = writtenFile(source, formatFor(path), path, origin, layout);
    if (!file)
        return file;
    if (const auto error = Saver::write(path, file->text, over))
        return tl::unexpected(*error);
    return file;
}

Format formatFor(const QString &path)
{
    return path.endsWith(u".json"_s, Qt::CaseInsensitive) ? Format::Json : Format::Yaml;
}

QString outputDirFor(const batch::BatchSettings &settings, const QString &batchPath)
{
    const QString folder = QFileInfo(batchPath).absolutePath();
    return QDir::cleanPath(QDir(folder).absoluteFilePath(settings.effectiveOutputDir()));
}

} // namespace config
