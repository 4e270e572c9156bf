// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/references/relocation.h"

#include "batch/expansion/expand.h"
#include "batch/expansion/fields.h"
#include "batch/references/references.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace batch {

using namespace Qt::StringLiterals;

namespace {

bool isRelativeFile(const QString &address)
{
    return isLocalFile(address) && !QDir::isAbsolutePath(address.trimmed())
        && !address.trimmed().startsWith("file:"_L1, Qt::CaseInsensitive);
}

/// Writes paths for another folder.
class Paths
{
public:
    Paths(const QString &from, const QString &to)
        : m_from(from)
        , m_to(to)
        , m_between(to.isEmpty() ? from : QDir(to).relativeFilePath(from))
    {
    }

    QString moved(const QString &path) const
    {
        const QString whole = QDir::cleanPath(QDir(m_from).absoluteFilePath(path));
        return m_to.isEmpty() ? whole : QDir(m_to).relativeFilePath(whole);
    }

    /// A text that may hold variables; `values`: what it makes.
    QString movedText(const QString &text, const QStringList &values) const
    {
        if (!text.contains(u'{'))
            return isRelativeFile(text) ? withoutMeaning(moved(text), Braces::Names) : text;
        const bool isOpen = text.startsWith(u'{');
        const bool isPath = isOpen
            ? !values.isEmpty() && std::ranges::all_of(values, isRelativeFile)
            : isRelativeFile(text);
        return isPath ? withoutMeaning(m_between, Braces::Names) + u'/' + text : text;
    }

    QJsonValue movedParam(const QJsonValue &value) const
    {
        if (value.isString() && looksLikeMedia(value.toString()))
            return movedText(value.toString(), {});
        if (value.isArray()) {
            QJsonArray list;
            for (const QJsonValue &each : value.toArray())
                list.append(movedParam(each));
            return list;
        }
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            member.value() = movedParam(member.value());
        return value.isObject() ? QJsonValue(object) : value;
    }

    /// `made`: the jobs that it is for.
    void move(Job &job, const QList<const Job *> &made) const
    {
        moveText(job.image, &Job::image, made);
        moveText(job.imageUrl, &Job::imageUrl, made);
        if (!job.params.isEmpty())
            job.params = movedParam(QJsonValue(job.params)).toObject();
    }

    void move(QList<Included> &files) const
    {
        for (Included &file : files) {
            file.folder = QDir(m_to).relativeFilePath(QFileInfo(file.path).absolutePath());
            if (file.folder == u"."_s)
                file.folder.clear();
            move(file.included);
        }
    }

private:
    void moveText(std::optional<QString> &text, std::optional<QString> Job::*field,
                  const QList<const Job *> &made) const
    {
        if (!text)
            return;
        QStringList values;
        for (const Job *job : made) {
            if (job->*field)
                values.append(*(job->*field));
        }
        text = movedText(*text, values);
    }

    QString m_from;
    QString m_to;
    QString m_between; ///< `from` as seen from `to`
};

void collectFiles(const QJsonValue &value, const QString &folder, QStringList &files)
{
    if (value.isString() && looksLikeMedia(value.toString()) && isLocalFile(value.toString()))
        files.append(localFile(value.toString(), folder));
    for (const QJsonValue &each : value.toArray())
        collectFiles(each, folder, files);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &each : object)
        collectFiles(each, folder, files);
}

/// What a job starts from, absolute.
QStringList filesOf(const Job &job, const QString &folder)
{
    QStringList files;
    for (const auto &picture : {job.image, job.imageUrl}) {
        if (picture && isLocalFile(*picture))
            files.append(localFile(*picture, folder));
    }
    collectFiles(job.params, folder, files);
    return files;
}

} // namespace

Relocation relocated(const BatchSource &source, const QString &from, const QString &to)
{
    const Paths paths(from, to);
    const QList<MadeJob> before = expand(source).jobs;
    QHash<qsizetype, QList<const Job *>> byEntry;
    QList<const Job *> own;
    for (const MadeJob &made : before) {
        byEntry[made.entry].append(&made.job);
        if (made.entry >= 0)
            own.append(&made.job);
    }

    Relocation result{source, {}};
    for (QString &include : result.source.include) {
        if (!QDir::isAbsolutePath(include))
            include = paths.moved(include);
    }
    paths.move(result.source.included);
    Defaults &defaults = result.source.defaults;
    for (JobDefaults *each : {&defaults.all, &defaults.image, &defaults.video})
        paths.move(each->job, own);
    for (qsizetype i = 0; i < result.source.jobs.size(); ++i)
        paths.move(result.source.jobs[i].job, byEntry.value(i));

    const QList<MadeJob> after = expand(result.source).jobs;
    for (qsizetype i = 0; i < std::min(before.size(), after.size()); ++i) {
        if (filesOf(before.at(i).job, from) != filesOf(after.at(i).job, to))
            result.otherwise.append(after.at(i).job.name);
    }
    return result;
}

} // namespace batch
