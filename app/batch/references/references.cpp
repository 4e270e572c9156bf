// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/references/references.h"

#include <QDir>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

constexpr auto scheme = "job:"_L1;
constexpr qsizetype longestPath = 4096; // characters; what is longer is a picture's content itself

void collect(const QJsonValue &value, const QString &parameter, QList<Reference> &found)
{
    if (value.isString()) {
        if (const auto name = referredJob(value.toString()))
            found.append({*name, Field::Params, parameter});
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &each : list)
            collect(each, parameter, found);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &each : object)
            collect(each, parameter, found);
    }
}

using Naming = std::function<QString(const QString &)>;

QString withName(const QString &address, const Naming &name)
{
    const auto referred = referredJob(address);
    const QString now = referred ? name(*referred) : QString();
    return !referred || now == *referred ? address : referenceTo(now);
}

QJsonValue withNames(const QJsonValue &value, const Naming &name)
{
    if (value.isString())
        return withName(value.toString(), name);
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = withNames(QJsonValue(array.at(i)), name);
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = withNames(QJsonValue(*it), name);
        return object;
    }
    return value;
}

} // namespace

std::optional<QString> referredJob(QStringView address)
{
    const QStringView plain = address.trimmed();
    if (!plain.startsWith(scheme))
        return std::nullopt;
    return plain.sliced(scheme.size()).trimmed().toString();
}

QString referenceTo(const QString &name)
{
    return scheme + name;
}

bool isLocalFile(QStringView address)
{
    const QStringView plain = address.trimmed();
    if (plain.isEmpty() || plain.size() > longestPath || plain.startsWith(scheme))
        return false;
    if (plain.startsWith("file:"_L1, Qt::CaseInsensitive))
        return true;
    for (const QLatin1StringView web : {"http:"_L1, "https:"_L1, "data:"_L1}) {
        if (plain.startsWith(web, Qt::CaseInsensitive))
            return false;
    }
    const qsizetype end = plain.indexOf("://"_L1);
    if (end <= 0)
        return true;
    return !std::all_of(plain.begin(), plain.begin() + end, [](QChar each) {
        return (each.unicode() < 0x80 && each.isLetterOrNumber()) || each == u'+' || each == u'-'
            || each == u'.';
    });
}

QString localFile(QStringView address, const QString &folder)
{
    const QString plain = address.trimmed().toString();
    QString path = plain;
    if (plain.startsWith("file:"_L1, Qt::CaseInsensitive)) {
        const QUrl url(plain);
        // A relative one, and one with signs that stand for themselves, is taken by its letters.
        path =
            url.isLocalFile() && url.path().startsWith(u'/') ? url.toLocalFile() : plain.sliced(5);
    }
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

QList<Reference> referencesOf(const Job &job)
{
    QList<Reference> found;
    if (const auto name = job.image ? referredJob(*job.image) : std::nullopt)
        found.append({*name, Field::Image});
    if (const auto name = job.imageUrl ? referredJob(*job.imageUrl) : std::nullopt)
        found.append({*name, Field::ImageUrl});
    for (auto it = job.params.begin(); it != job.params.end(); ++it)
        collect(it.value(), it.key(), found);
    return found;
}

QStringList referredJobs(const Job &job)
{
    QStringList names;
    const QList<Reference> references = referencesOf(job);
    for (const Reference &each : references) {
        if (!names.contains(each.job))
            names.append(each.job);
    }
    return names;
}

Job withReferences(Job job, const std::function<QString(const QString &)> &name)
{
    for (std::optional<QString> *address : {&job.image, &job.imageUrl}) {
        if (*address)
            *address = withName(**address, name);
    }
    if (!job.params.isEmpty())
        job.params = withNames(QJsonValue(job.params), name).toObject();
    return job;
}

JobNames jobsByName(const QList<Job> &jobs)
{
    JobNames found;
    QSet<QString> shared;
    found.reserve(jobs.size());
    for (const Job &job : jobs) {
        if (found.contains(job.name))
            shared.insert(job.name);
        found.insert(job.name, job.id);
    }
    for (const QString &name : std::as_const(shared))
        found.remove(name);
    return found;
}

JobNames sourcesOf(const Job &job, const JobNames &names)
{
    JobNames sources;
    const QStringList referred = referredJobs(job);
    for (const QString &name : referred) {
        if (const auto found = names.constFind(name); found != names.constEnd())
            sources.insert(name, *found);
    }
    return sources;
}

QSet<JobId> followersOf(const QList<Job> &jobs, const QSet<JobId> &sources,
                        const std::function<bool(const Job &)> &counts)
{
    QHash<QString, QList<const Job *>> followers; // by the name of what they start from
    QStringList names;
    for (const Job &job : jobs) {
        if (sources.contains(job.id))
            names.append(job.name);
        else if (const QStringList referred = referredJobs(job); !referred.isEmpty() && counts(job))
            for (const QString &each : referred)
                followers[each].append(&job);
    }
    QSet<JobId> found;
    while (!names.isEmpty()) {
        const QList<const Job *> next = followers.take(names.takeLast());
        for (const Job *job : next) {
            if (!found.contains(job->id))
                names.append(job->name);
            found.insert(job->id);
        }
    }
    return found;
}

} // namespace batch
