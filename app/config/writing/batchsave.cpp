// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "config/writing/batchsame.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace config {

namespace {

class Saver
{
    Q_DECLARE_TR_FUNCTIONS(config::BatchSave)

public:
    /// Errors that the origin was read with would be written away.
    static QString brokenJobs(const QList<Diagnostic> &errors)
    {
        constexpr qsizetype shown = 5;
        QStringList lines;
        for (const Diagnostic &error : errors) {
            const QString line = QString::number(error.line);
            if (!lines.contains(line))
                lines.append(line);
        }
        const bool isLong = lines.size() > shown;
        const QString list = lines.mid(0, shown).join(u", "_s) + (isLong ? u", …"_s : QString());
        return tr("Some jobs of this file could not be read and would be lost. Mend them in a text "
                  "editor first (line %1), then open the file again.")
            .arg(list);
    }

    static QString unreadable(const QList<Diagnostic> &errors)
    {
        if (errors.isEmpty())
            return tr("The batch holds something that the file format can't say. Nothing was "
                      "written.");
        Diagnostic first = errors.first();
        first.file.clear();
        first.line = 0;
        return tr("The batch can't be saved like this. %1").arg(first.toText());
    }

    /// Why the file can't be written, or nothing.
    static std::optional<QString> write(const QString &path, const QByteArray &text)
    {
        const QFileInfo info(path);
        if (path.isEmpty() || info.isDir())
            return tr("This is a folder. Give a file name in it.");
        const QFileInfo folder(info.isSymLink() ? QFileInfo(info.symLinkTarget()).absolutePath()
                                                : info.absolutePath());
        if (!folder.isDir())
            return tr("There is no folder %1.").arg(folder.filePath());

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
};

} // namespace

tl::expected<BatchFile, QString> saveBatchFile(const batch::Batch &batch, const QString &path,
                                               const BatchFile *origin)
{
    if (origin && !origin->jobErrors.isEmpty())
        return tl::unexpected(Saver::brokenJobs(origin->jobErrors));
    const Format format = formatFor(path);
    const QByteArray text = writeBatch(batch, format, origin);

    // Nothing reaches the disk that would not come back as what was meant.
    auto saved = readBatch(text, format, path);
    if (!saved)
        return tl::unexpected(Saver::unreadable(saved.error()));
    if (!saved->jobErrors.isEmpty() || !sameContent(saved->batch, batch))
        return tl::unexpected(Saver::unreadable(saved->jobErrors));
    if (const auto error = Saver::write(path, text))
        return tl::unexpected(*error);
    for (qsizetype i = 0; i < batch.jobs.size(); ++i)
        saved->batch.jobs[i].id = batch.jobs[i].id;
    return *saved;
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
