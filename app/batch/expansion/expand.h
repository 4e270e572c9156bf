// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"
#include "batch/source.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace batch {

/// One job that an entry makes.
struct MadeJob
{
    Job job;
    /// The entry in BatchSource::jobs; -1: it comes from an included file.
    qsizetype entry = -1;
    QString includedFrom;    ///< that file's path
    Combination combination; ///< the value of every axis and choice; the take where there are more
    QString key; ///< its combination in one text, unique within the entry; empty for the only job
    JobId source = JobId{0}; ///< JobSource::id of the entry
};

/// Something wrong with an entry. Of one kind not more than a few are said of each.
struct EntryProblem
{
    qsizetype entry = -1; ///< in BatchSource::jobs; -1: in the included file
    QString includedFrom;
    QString job;             ///< its name
    Problem problem;         ///< an error means that the entry makes no jobs
    QString key;             ///< where it stands, by the file's keys: "prompt", "matrix.product"
    JobId source = JobId{0}; ///< JobSource::id of the entry

    /// The limit on variations is in the way.
    struct Refused
    {
        qint64 jobs = 0; ///< that the entry would make
        int left = 0;    ///< what the entries before it left of the limit

        friend bool operator==(const Refused &, const Refused &) = default;
    };
    std::optional<Refused> refused = std::nullopt;
};

/// Keeps the ids of the jobs that entries make, so that a job keeps its own, and what was made and
/// paid for with it, when its entry is edited and its lists grow or shrink.
///
/// A job is known by its combination. One that is new has the id of the job that was last called
/// the same, where that one is gone: its list got another name. What an entry makes without axes
/// has the entry's own id, and so has the first that it makes alone; all others get new ones.
class VariationIds
{
public:
    /// Gives ids to what an entry makes: the jobs from `first` to the end.
    void give(JobId entry, QList<MadeJob> &jobs, qsizetype first);

private:
    struct Variation
    {
        JobId id{};
        QString name; ///< when it was made last
    };
    struct Known
    {
        QHash<QString, Variation> byKey; ///< all that it ever made by axes
        QHash<QString, JobId> byName;
    };

    static void note(Known &known, const QString &key, const Variation &variation);

    QHash<JobId, Known> m_known; ///< by entry
};

/// The jobs of an included file as they stand in an Expansion, and what is wrong with its entries.
/// A file that two others include makes its jobs once, and those that their variables make others.
struct IncludedPart
{
    QString path;
    qsizetype firstJob = 0;
    qsizetype jobs = 0;
    QList<EntryProblem> problems; ///< they are in Expansion::problems, too
};

/// What a batch's entries make.
struct Expansion
{
    QList<MadeJob> jobs; ///< those of included files first, then the entries' in their order
    QList<EntryProblem> problems;
    QList<IncludedPart> included; ///< those with jobs or problems, in the order of their jobs

    QList<Job> plainJobs() const;
};

/// Makes of every entry its jobs: defaults and variables put in, one for each combination of its
/// matrix, of the `{this|that}` in its prompt, and each take. The names are made of the values, so
/// that a job keeps its name when its entry grows; where some would have the same one, none has it
/// bare (tellApart). The order is the entry's.
///
/// A file that is included over several ways brings the very same job, by name and request, once.
Expansion expand(const BatchSource &source, VariationIds &ids);
Expansion expand(const BatchSource &source);

/// One entry alone, as the above does it. `budget` is how many jobs entries with variations may
/// still make, and is lessened by what this one makes.
Expansion expandEntry(const BatchSource &source, qsizetype entry, VariationIds &ids, int &budget);

/// What holds for the batch as a whole: the settings with what included files say of models. Not
/// for writing.
BatchSettings madeSettings(const BatchSource &source);

/// An entry that makes exactly this job, in a file without variables: braces in its texts that
/// would mean something are doubled. Keeps the id.
JobSource asEntry(const Job &made);

/// The entry with what the defaults say in it, its texts as they were written: what a person sees
/// and edits of it.
Job withDefaults(const BatchSource &source, const JobSource &entry);

/// What the texts of the entry may name: its own variables, the file's, and those of the files
/// that it includes. Axes, choices and takes are not among them.
Variables variablesFor(const BatchSource &source, const JobSource &entry);

/// The entry after a person changed it from `before`, which is withDefaults() of it, to `after`:
/// what they changed it now says itself, all else stays unsaid.
JobSource withEdit(JobSource entry, const Job &before, const Job &after);

} // namespace batch
