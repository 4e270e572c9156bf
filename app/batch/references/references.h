// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/problem.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// Addresses of pictures and clips that a job starts from: `job:NAME`, a file of this computer, or
/// one that the service reads by itself.
///
/// What a job asks for is told by these words (Job::sameRequest), not by what they lead to. So a
/// still that is made anew doesn't have its videos made anew, nor does a picture file that has
/// another content by now: whoever wants that says so ("again"). Nor does a still that is renamed:
/// whoever compares what was asked for at different times puts the names of now in
/// (withReferences).
namespace batch {

/// The job that an address of a picture or clip names, `job:NAME`; nothing for any other address.
std::optional<QString> referredJob(QStringView address);
/// `job:NAME`.
QString referenceTo(const QString &name);

/// Whether an address means a file of this computer: neither a reference nor one with a scheme
/// that the service reads by itself (http, https, data, or any other with `://`, such as an asset
/// of the service), nor a picture's content in Base64. `file:` URLs are files.
bool isLocalFile(QStringView address);
/// The file that it means: relative ones count from `folder`. Absolute.
QString localFile(QStringView address, const QString &folder);

/// One `job:NAME` in a job.
struct Reference
{
    QString job;            ///< the name
    Field field;            ///< where it stands: Image, ImageUrl or Params
    QString parameter = {}; ///< under which key of `params`

    friend bool operator==(const Reference &, const Reference &) = default;
};

/// In `image`, `image_url`, and the texts in `params`, those in its lists and mappings too.
QList<Reference> referencesOf(const Job &job);
/// The names in them, each once.
QStringList referredJobs(const Job &job);
/// The job with other names in its references: what `name` makes of each, asked for one by one.
Job withReferences(Job job, const std::function<QString(const QString &)> &name);

/// Which job each name means.
using JobNames = QHash<QString, JobId>;
/// The jobs by their names: those that no other one shares.
JobNames jobsByName(const QList<Job> &jobs);
/// Of these names those that are in the job's references.
JobNames sourcesOf(const Job &job, const JobNames &names);
/// Those that start from a result of one of `sources`, and in turn those that start from theirs.
/// Where `counts` says no, a job is left out, and so are those that come by way of it.
QSet<JobId> followersOf(const QList<Job> &jobs, const QSet<JobId> &sources,
                        const std::function<bool(const Job &)> &counts);

/// What is wrong with the references among these jobs: a name that no job has, or several; a job
/// that refers to itself or to one that waits for it. By job; those without fault are not in it.
/// Disabled jobs may be referred to: whether they have a result is known only to a run.
QHash<JobId, QList<Problem>> checkReferences(const QList<Job> &jobs);

} // namespace batch
