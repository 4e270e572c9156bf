// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/reading/filereading.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace config {

/// Reads the files that a batch file includes, and those that they include. What keeps a file from
/// being included is an error of the file that says so, at its line; single jobs of included files
/// may have errors of their own.
class Includes
{
public:
    /// An entry of an included file, with the file.
    struct Place
    {
        FileReading *file = nullptr;
        const ReadEntry *entry = nullptr;
    };

    /// `batchPath`: the batch file's.
    explicit Includes(const QString &batchPath);

    /// What `file` includes. Its errors are in its findings.
    QList<batch::Included> read(FileReading &file);

    /// All files that were read, absolute, each once.
    const QStringList &files() const { return m_paths; }
    /// Where the entry with this id stands.
    Place placeOf(batch::JobId entry) const { return m_places.value(entry); }
    QList<Diagnostic> takeErrors();
    QList<Diagnostic> takeWarnings();

private:
    std::optional<batch::Included> readFile(FileReading &from, const FileKeys::Include &include);
    std::unique_ptr<FileReading> open(const QString &path, QString &problem);
    QList<Diagnostic> takeAll(QList<Diagnostic> (Findings::*take)());

    QString m_folder;   ///< the batch file's
    QStringList m_open; ///< canonical paths of the files that are being read
    std::vector<std::unique_ptr<FileReading>> m_files;
    QStringList m_paths;
    QHash<QString, QString> m_firstPaths; ///< by canonical path
    QHash<batch::JobId, Place> m_places;
    int m_count = 0;
    qint64 m_size = 0; ///< bytes
};

} // namespace config
