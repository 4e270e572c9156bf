// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"

#include "batch/expansion/levels.h"
#include "batch/expansion/making.h"

#include <QHash>
#include <QMultiHash>

#include <algorithm>
#include <utility>

namespace batch {

namespace {

/// Makes the jobs of included files, and of each file the very same one only once.
class IncludedJobs
{
public:
    IncludedJobs(VariationIds &ids, JobBudget budget, Expansion &result)
        : m_ids(ids)
        , m_budget(budget)
        , m_result(result)
    {
    }

    /// `outer` are the variables of the files that include it.
    void make(const Included &file, const QList<const Variables *> &outer)
    {
        const QList<const Variables *> within = outer + QList{&file.vars};
        for (const Included &included : file.included)
            make(included, within);
        if (file.jobs.isEmpty())
            return;
        const Levels levels(file, outer);
        const EntryPlace place{-1, file.path};
        IncludedPart part{file.path, m_result.jobs.size(), 0, {}};
        const qsizetype problems = m_result.problems.size();
        for (const JobSource &entry : file.jobs)
            makeJobs(levels, entry, place, m_ids, m_budget, m_result);
        leaveOutMade(file.path, part.firstJob);
        part.jobs = m_result.jobs.size() - part.firstJob;
        part.problems = m_result.problems.mid(problems);
        if (part.jobs > 0 || !part.problems.isEmpty())
            m_result.included.append(std::move(part));
    }

private:
    /// Of the jobs from `first` on those that the file has made before, by another way to it.
    void leaveOutMade(const QString &path, qsizetype first)
    {
        QList<MadeJob> &jobs = m_result.jobs;
        const auto keyOf = [](const Job &job) { return qHashMulti(0, job.name, job.prompt); };
        QMultiHash<size_t, qsizetype> made;
        QList<Range> &ranges = m_ranges[path];
        for (const Range &range : std::as_const(ranges)) {
            for (qsizetype i = range.first; i < range.end; ++i)
                made.insert(keyOf(jobs[i].job), i);
        }
        const auto isMade = [&](const Job &job) {
            const auto [begin, end] = std::as_const(made).equal_range(keyOf(job));
            return std::any_of(begin, end, [&](qsizetype i) {
                return jobs[i].job.name == job.name && jobs[i].job.sameRequest(job);
            });
        };
        if (!made.isEmpty()) {
            const auto isLeftOut = [&](const MadeJob &each) {
                const bool isDouble = isMade(each.job);
                m_budget.left += isDouble && !each.key.isEmpty() ? 1 : 0;
                return isDouble;
            };
            jobs.erase(std::remove_if(jobs.begin() + first, jobs.end(), isLeftOut), jobs.end());
        }
        ranges.append({first, jobs.size()});
    }

    struct Range
    {
        qsizetype first = 0;
        qsizetype end = 0;
    };

    VariationIds &m_ids;
    JobBudget m_budget;
    Expansion &m_result;
    QHash<QString, QList<Range>> m_ranges; ///< of the jobs that stay, by file
};

void expandOwn(const BatchSource &source, const Levels &levels, qsizetype entry, VariationIds &ids,
               JobBudget budget, Expansion &result)
{
    makeJobs(levels, source.jobs[entry], {entry, {}}, ids, budget, result);
}

void addModels(QMap<QString, ModelOverride> &models, const QList<Included> &files)
{
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        for (const auto &[id, model] : file->models.asKeyValueRange()) {
            if (!models.contains(id))
                models.insert(id, model);
        }
        addModels(models, file->included);
    }
}

} // namespace

QList<Job> Expansion::plainJobs() const
{
    QList<Job> plain;
    plain.reserve(jobs.size());
    for (const MadeJob &made : jobs)
        plain.append(made.job);
    return plain;
}

Expansion expand(const BatchSource &source, VariationIds &ids)
{
    Expansion result;
    result.jobs.reserve(source.jobs.size());
    int left = source.effectiveMaxVariations();
    TextRoom room;
    const JobBudget budget{left, left, room};
    IncludedJobs included(ids, budget, result);
    for (const Included &file : source.included)
        included.make(file, {&source.vars});
    const Levels levels(source);
    for (qsizetype entry = 0; entry < source.jobs.size(); ++entry)
        expandOwn(source, levels, entry, ids, budget, result);
    return result;
}

Expansion expand(const BatchSource &source)
{
    VariationIds ids;
    return expand(source, ids);
}

Expansion expandEntry(const BatchSource &source, qsizetype entry, VariationIds &ids, int &budget)
{
    Expansion result;
    const Levels levels(source);
    TextRoom room;
    expandOwn(source, levels, entry, ids, {source.effectiveMaxVariations(), budget, room}, result);
    return result;
}

BatchSettings madeSettings(const BatchSource &source)
{
    BatchSettings settings = source.settings;
    addModels(settings.models, source.included);
    return settings;
}

} // namespace batch
