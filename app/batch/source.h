// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace batch {

/// Texts by name, for the `{name}` in a job's texts. A file's numbers and switches are taken as
/// their text.
using Variables = QMap<QString, QString>;

/// One line of a `matrix`: a name and what it takes in turn, in the order of the file.
struct Axis
{
    QString name;
    QStringList values;

    friend bool operator==(const Axis &, const Axis &) = default;
};

/// One of the jobs that an entry makes, or all that fit: the values of some of its axes, and the
/// number of the take.
struct Combination
{
    QMap<QString, QString> values; ///< by axis; those that are not named fit with any value
    std::optional<int> take;       ///< from 1

    friend bool operator==(const Combination &, const Combination &) = default;
};

/// One entry of a batch file's `jobs`, as a person wrote it: it makes one job or many.
struct JobSource
{
    /// What the entry says itself, under the id that it keeps while it is edited and moved. What
    /// the defaults say is not in it: an empty model or prompt is not said. Its texts hold
    /// `{variables}`, and its prompt `{this|that}`, as they were written.
    Job job;
    bool saysType = true; ///< else the defaults say `job.type`
    Variables vars;
    QList<Axis> matrix;         ///< one job for each combination
    std::optional<int> count;   ///< takes of each
    QList<Combination> exclude; ///< those that are switched off

    JobSource() = default;
    /// A plain job is an entry of its own.
    JobSource(Job plain)
        : job(std::move(plain))
    {
    }

    JobId id() const { return job.id; }
    /// Everything but the id.
    bool sameContent(const JobSource &other) const;
    friend bool operator==(const JobSource &, const JobSource &) = default;
};

/// What holds for jobs that don't say it themselves.
struct JobDefaults
{
    Job job; ///< an empty name; an empty model or prompt is not said
    bool saysType = false;
    Variables vars;

    bool isEmpty() const;
    /// Everything but the id.
    friend bool operator==(const JobDefaults &a, const JobDefaults &b);
};

/// A file's `defaults`: for all jobs, and for those of one type.
struct Defaults
{
    JobDefaults all;
    JobDefaults image; ///< of type image: wins over `all`
    JobDefaults video; ///< of type video

    bool isEmpty() const;
    friend bool operator==(const Defaults &, const Defaults &) = default;
};

/// What a file that the batch file includes brought when both were read. Never written.
struct Included
{
    QString path;   ///< absolute
    QString folder; ///< its folder, as seen from the batch file's; empty: the same
    Variables vars;
    Defaults defaults;
    QMap<QString, ModelOverride> models;
    QList<JobSource> jobs;
    QList<Included> included; ///< by that file, in its order

    /// Everything but the ids of its entries, which are others whenever it is read.
    friend bool operator==(const Included &a, const Included &b);
};

/// A batch as its file says it: what a person edits and what a save writes. What it makes is a
/// Batch (expansion/expand.h).
struct BatchSource
{
    /// How many jobs entries with variations may make together, unless the file says otherwise.
    static constexpr int defaultMaxVariations = 1000;
    /// What the file may say at most.
    static constexpr int mostMaxVariations = 100'000;

    BatchSettings settings;
    QStringList include; ///< as written: relative paths count from the batch file
    Variables vars;
    Defaults defaults;
    std::optional<int> maxVariations;
    QList<JobSource> jobs;

    QList<Included> included; ///< what `include` brought, in its order

    BatchSource() = default;
    /// A plain batch is its own source.
    BatchSource(const Batch &plain);

    int effectiveMaxVariations() const { return maxVariations.value_or(defaultMaxVariations); }
    friend bool operator==(const BatchSource &, const BatchSource &) = default;
};

/// Whether both say the same, entry by entry, whatever their ids, and whatever the included files
/// hold.
bool sameContent(const BatchSource &a, const BatchSource &b);

} // namespace batch

Q_DECLARE_METATYPE(batch::JobSource)
Q_DECLARE_METATYPE(batch::BatchSource)
