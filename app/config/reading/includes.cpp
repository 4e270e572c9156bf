// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/includes.h"

#include "config/reading/filetext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr int maxDepth = 8;
constexpr int maxFiles = 200;
constexpr qint64 maxMegabytes = 64;
constexpr qsizetype mostFindings = 100; // of each file

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(config::Includes)
};

QString canonical(const QString &path)
{
    const QString found = QFileInfo(path).canonicalFilePath();
    return found.isEmpty() ? QFileInfo(path).absoluteFilePath() : found;
}

QString namesOf(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names.append(QFileInfo(path).fileName());
    return names.join(u" → "_s);
}

} // namespace

Includes::Includes(const QString &batchPath)
    : m_folder(QFileInfo(batchPath).absolutePath())
    , m_open{canonical(batchPath)}
{
}

QList<batch::Included> Includes::read(FileReading &file)
{
    QList<batch::Included> included;
    QStringList paths;
    const QDir folder = QFileInfo(file.path()).absoluteDir();
    for (const FileKeys::Include &include : file.keys().include) {
        if (include.path.isEmpty())
            continue; // reported already
        const QString path = canonical(folder.absoluteFilePath(include.path));
        if (paths.contains(path)) {
            file.findings().error(include.at, include.key,
                                  Words::tr("%1 is included twice: its jobs would be made and paid "
                                            "for twice. Take one out.")
                                      .arg(include.path));
            continue;
        }
        paths.append(path);
        if (const auto found = readFile(file, include))
            included.append(*found);
    }
    return included;
}

std::optional<batch::Included> Includes::readFile(FileReading &from,
                                                  const FileKeys::Include &include)
{
    const QString path =
        QDir::cleanPath(QFileInfo(from.path()).absoluteDir().absoluteFilePath(include.path));
    const auto refuse = [&](const QString &problem) {
        from.findings().error(include.at, include.key,
                              Words::tr("%1 can't be included. %2").arg(include.path, problem));
        return std::nullopt;
    };
    QString problem;
    auto opened = open(path, problem);
    if (!opened)
        return refuse(problem);
    FileReading &file = *opened;
    m_files.push_back(std::move(opened));

    batch::Included included;
    m_open.append(canonical(path));
    if (file.parse()) {
        file.readKeys(false);
        included.included = read(file);
    }
    m_open.removeLast();
    if (file.findings().errorCount() > 0) {
        Diagnostic first = file.findings().takeErrors().constFirst();
        first.file = QFileInfo(path).fileName();
        return refuse(first.toText());
    }
    // Over a link it is the same file, whose jobs are not to be made twice (batch::expand).
    QString &known = m_firstPaths[canonical(path)];
    if (known.isEmpty())
        known = path;
    included.path = known;
    included.folder = QDir(m_folder).relativeFilePath(QFileInfo(path).absolutePath());
    if (included.folder == u".")
        included.folder.clear();
    included.vars = file.keys().vars;
    included.defaults = file.keys().defaults;
    included.models = file.keys().settings.models;
    const batch::Levels levels(included, {});
    file.readEntries(&levels);
    included.jobs = file.takeSources();
    for (qsizetype i = 0; i < included.jobs.size(); ++i)
        m_places.insert(included.jobs[i].id(), {&file, &file.entries()[i]});
    return included;
}

/// Null: `problem` says why.
std::unique_ptr<FileReading> Includes::open(const QString &path, QString &problem)
{
    const QFileInfo info(path);
    const qsizetype same = m_open.indexOf(canonical(path));
    if (!info.exists())
        problem = Words::tr("There is no such file: %1.").arg(path);
    else if (info.isDir())
        problem = Words::tr("This is a folder. Give the file in it.");
    else if (!info.isFile())
        problem = Words::tr("This is no ordinary file.");
    else if (same >= 0)
        problem = Words::tr("It includes itself: %1.")
                      .arg(namesOf(m_open.sliced(same) + QStringList{canonical(path)}));
    else if (m_open.size() > maxDepth)
        problem = Words::tr("Files are included over more than %1 levels.").arg(maxDepth);
    else if (++m_count > maxFiles)
        problem = Words::tr("More than %1 files are included in all.").arg(maxFiles);
    else if ((m_size += info.size()) > maxMegabytes * 1024 * 1024)
        problem = Words::tr("The included files are larger than %1 MB together.").arg(maxMegabytes);
    if (!problem.isEmpty())
        return nullptr;
    const auto text = readFileText(path);
    if (!text) {
        problem = text.error();
        return nullptr;
    }
    if (!m_paths.contains(path))
        m_paths.append(path);
    return std::make_unique<FileReading>(*text, formatFor(path), path, mostFindings);
}

QList<Diagnostic> Includes::takeErrors()
{
    return takeAll(&Findings::takeErrors);
}

QList<Diagnostic> Includes::takeWarnings()
{
    return takeAll(&Findings::takeWarnings);
}

/// A file that was read several times says the same once.
QList<Diagnostic> Includes::takeAll(QList<Diagnostic> (Findings::*take)())
{
    QList<Diagnostic> all;
    QSet<QString> said;
    for (const auto &file : m_files) {
        for (const Diagnostic &each : (file->findings().*take)()) {
            const qsizetype before = said.size();
            said.insert(each.toText());
            if (said.size() > before)
                all.append(each);
        }
    }
    return all;
}

} // namespace config
