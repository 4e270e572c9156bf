// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/outputfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace engine {

QString resultFolder(const QString &outputDir, batch::MediaType type)
{
    return QDir(outputDir).filePath(type == batch::MediaType::Image ? u"images"_s : u"videos"_s);
}

QString prepareFolders(const QString &outputDir, const QList<batch::Job> &jobs)
{
    QSet<QString> folders;
    for (const batch::Job &job : jobs)
        folders.insert(resultFolder(outputDir, job.type));
    for (const QString &folder : std::as_const(folders)) {
        const QString shown = QDir::toNativeSeparators(folder);
        if (!QDir().mkpath(folder))
            return QCoreApplication::translate(
                       "engine::OutputFolder",
                       "The folder for the results, %1, can't be made. Choose another one.")
                .arg(shown);
        QTemporaryFile probe(QDir(folder).filePath(u".rushes-XXXXXX"_s));
        if (!probe.open())
            return QCoreApplication::translate(
                       "engine::OutputFolder",
                       "The folder for the results, %1, can't be written to: %2")
                .arg(shown, probe.errorString());
    }
    return {};
}

} // namespace engine
