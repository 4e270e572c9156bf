// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/making.h"

#include "batch/expansion/axes.h"
#include "batch/expansion/doubles.h"
#include "batch/expansion/exclusion.h"
#include "batch/expansion/fields.h"
#include "batch/expansion/names.h"
#include "batch/expansion/plan.h"
#include "batch/expansion/words.h"

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

/// What the walk through an entry's combinations stands at.
struct Step
{
    const JobTexts &texts;
    const Variables &variables; ///< but for the axes'
    QMap<QString, QString> values;
    QStringList axes; ///< their names, in their order
};

void noteProblem(EntryProblem problem, const JobSource &entry, const EntryPlace &place,
                 Expansion &result)
{
    problem.entry = place.entry;
    problem.includedFrom = place.includedFrom;
    problem.job = entry.job.name;
    problem.source = entry.id();
    result.problems.append(std::move(problem));
}

/// Says so where there is none. The entry then makes no jobs at all.
bool lacksRoom(TextRoom &room, const JobSource &entry, const EntryPlace &place, Expansion &result)
{
    const auto problem = room.takeProblem();
    if (problem)
        noteProblem(*problem, entry, place, result);
    return problem.has_value();
}

class Making
{
public:
    Making(const Levels &levels, const JobSource &entry, const EntryPlace &place, VariationIds &ids,
           JobBudget budget, Expansion &result)
        : m_levels(levels)
        , m_entry(entry)
        , m_place(place)
        , m_ids(ids)
        , m_budget(budget)
        , m_room(budget.room)
        , m_result(result)
        , m_takes(std::max(1, entry.count.value_or(1)))
        , m_exclusion(entry.exclude)
        , m_names(entry.job.name)
    {
    }

    void make()
    {
        if (hasErrors(checkMatrix(m_entry.matrix)))
            return;
        const EntryPlan plan(m_levels, m_entry, m_room);
        if (lacksRoom(m_room, m_entry, m_place, m_result))
            return;
        m_total = plan.total();
        const QList<EntryProblem> found = plan.problems();
        if (hasErrors(found) || !fits())
            return;
        note(m_exclusion.problems(plan.axes(), m_takes));
        const qsizetype first = m_result.jobs.size();
        makeAll(plan);
        if (lacksRoom(m_room, m_entry, m_place, m_result))
            return takeBack(first);
        note(tellNamesApart(m_result.jobs, first, plan.axes()));
        // Axes that make no difference were reported already.
        if (m_total > 1 && payTwice(first, found.isEmpty()))
            return takeBack(first);
        m_ids.give(m_entry.id(), m_result.jobs, first);
    }

private:
    void takeBack(qsizetype first)
    {
        m_result.jobs.remove(first, m_result.jobs.size() - first);
        m_budget.left += m_total > 1 ? int(m_total) : 0;
    }

    /// Whether jobs are the same by mistake. What only looks like one is said if `warns`.
    bool payTwice(qsizetype first, bool warns)
    {
        auto problem = findSameRequest(m_result.jobs, first, m_takes);
        if (!problem)
            return false;
        if (m_entry.matrix.isEmpty())
            problem->key = toKey(Field::Prompt);
        const bool isError = problem->problem.severity == Severity::Error;
        if (isError || warns)
            note({*problem});
        return isError;
    }

    bool fits()
    {
        if (m_total == 1)
            return true;
        if (m_total <= m_budget.left) {
            m_budget.left -= int(m_total);
            return true;
        }
        EntryProblem problem;
        if (!m_entry.matrix.isEmpty())
            problem.key = u"matrix"_s;
        else
            problem.key = m_takes > 1 ? u"count"_s : u"prompt"_s;
        problem.problem.message =
            expansionwords::tooMany(m_entry.job.name, m_total, m_budget.limit, m_budget.left);
        problem.refused = {m_total, m_budget.left};
        note({problem});
        return false;
    }

    void makeAll(const EntryPlan &plan)
    {
        Combinations matrix(m_entry.matrix);
        if (!hasKeyedAxis(m_entry.matrix)) {
            const Merged merged = m_levels.merged(m_entry);
            const JobTexts texts(merged, {}, m_room);
            const Variables variables = named(plan, texts, merged.job.type);
            do
                makeChoices(texts, variables, matrix.at());
            while (!m_room.isShort() && matrix.next());
            return;
        }
        // All is read anew for each combination.
        const qint64 weight = m_levels.weight() + weightToRead(m_entry.job);
        do {
            if (!m_room.takeWeight(weight, u"matrix"_s))
                return;
            const JobDefaults level = keyedValues(m_entry.matrix, matrix.at());
            const Merged merged = m_levels.merged(m_entry, &level);
            const JobTexts texts(merged, keyedFields(m_entry.matrix, matrix.at()), m_room);
            makeChoices(texts, named(plan, texts, merged.job.type), matrix.at());
        } while (!m_room.isShort() && matrix.next());
    }

    /// Of the variables those that the texts name: a file may have many.
    Variables named(const EntryPlan &plan, const JobTexts &texts, MediaType type) const
    {
        Variables variables;
        const auto add = [&](const QStringList &names) {
            for (const QString &name : names) {
                if (const QString *value = plan.variable(name, type))
                    variables.insert(name, *value);
            }
        };
        add(m_names.variables());
        for (const auto &[key, names] : texts.variables())
            add(names);
        return variables;
    }

    void makeChoices(const JobTexts &texts, const Variables &variables,
                     const std::vector<qsizetype> &at)
    {
        const QList<Axis> axes = choiceAxes(texts.choices());
        Combinations choices(axes);
        do {
            if (!takeStep(axes.size()))
                return;
            Step step{texts, variables, {}, {}};
            const auto put = [&step](const Axis &axis, qsizetype value) {
                step.values.insert(axis.name, axis.values[value]);
                step.axes.append(axis.name);
            };
            for (qsizetype i = 0; i < m_entry.matrix.size(); ++i)
                put(m_entry.matrix[i], at[size_t(i)]);
            for (qsizetype i = 0; i < axes.size(); ++i)
                put(axes[i], choices.at()[size_t(i)]);
            makeTakes(step);
        } while (!m_room.isShort() && choices.next());
    }

    /// The room for what a combination takes beside its texts.
    bool takeStep(qsizetype choices)
    {
        constexpr qint64 each = 80; // value of an axis
        const qint64 axes = m_entry.matrix.size() + choices;
        return m_room.takeWeight(axes * each, u"matrix"_s);
    }

    void makeTakes(const Step &step)
    {
        Variables variables = step.variables;
        variables.insert(step.values);
        // A job's key says all of its values, and its name something of each.
        constexpr qint64 ofName = 160;
        qint64 key = 0;
        for (const auto &[axis, value] : step.values.asKeyValueRange())
            key += axis.size() + value.size() + ofName;
        for (int take = 1; take <= m_takes; ++take) {
            variables.insert(u"take"_s, QString::number(take));
            const bool hasRoom = m_room.take(m_names.sizeWith(variables), toKey(Field::Name))
                && m_room.takeWeight(key + m_exclusion.groupCount() * 32, u"matrix"_s);
            std::optional<Job> job = hasRoom ? step.texts.with(variables, m_room) : std::nullopt;
            if (!job)
                return;
            // A seed among the parameters makes each take a copy of them.
            const QString params = toKey(Field::Params);
            const bool hasSeed = take > 1 && job->params.contains(toKey(Field::Seed));
            if (hasSeed && !m_room.takeWeight(weightOf(job->params), params))
                return;
            job->name = m_names.of(variables, step.axes, take);
            if (take > 1)
                setSeed(*job, take);
            append(*std::move(job), step.values, take);
        }
    }

    /// The seed of a later take. One that stands among the model's own parameters counts as well.
    static void setSeed(Job &job, int take)
    {
        const auto further = [take](qint64 seed) {
            const qint64 step = take - 1;
            const qint64 most = std::numeric_limits<qint64>::max();
            return seed <= most - step ? seed + step : step - (most - seed);
        };
        const QString key = toKey(Field::Seed);
        if (job.seed)
            job.seed = further(*job.seed);
        else if (job.params.value(key).isDouble())
            job.params.insert(key, further(job.params.value(key).toInteger()));
        else
            job.seed = seedFor(job.prompt, take);
    }

    void append(Job job, const QMap<QString, QString> &values, int take)
    {
        MadeJob made{std::move(job), m_place.entry, m_place.includedFrom, {}, {}, m_entry.id()};
        made.combination.values = values;
        if (m_takes > 1)
            made.combination.take = take;
        made.job.enabled = made.job.enabled && !m_exclusion.excludes(made.combination);
        if (m_total > 1) {
            const QString key = combinationKey(values, take);
            made.key = key.isEmpty() ? u"take=1"_s : key;
        }
        m_result.jobs.append(std::move(made));
    }

    void note(const QList<EntryProblem> &problems)
    {
        for (const EntryProblem &problem : problems)
            noteProblem(problem, m_entry, m_place, m_result);
    }

    bool hasErrors(const QList<EntryProblem> &problems)
    {
        note(problems);
        return std::any_of(problems.begin(), problems.end(), [](const EntryProblem &each) {
            return each.problem.severity == Severity::Error;
        });
    }

    const Levels &m_levels;
    const JobSource &m_entry;
    const EntryPlace &m_place;
    VariationIds &m_ids;
    JobBudget m_budget;
    TextRoom &m_room;
    Expansion &m_result;
    const int m_takes;
    const Exclusion m_exclusion;
    const EntryNaming m_names;
    qint64 m_total = 1;
};

/// Whether the entry is one job with nothing to put in: the common case, at next to no cost.
bool isOneAsItStands(const JobSource &entry, const Merged &merged)
{
    const Job &job = merged.job;
    const auto hasBrace = [&job](Field field) { return textOf(job, field).contains(u'{'); };
    return entry.count.value_or(1) <= 1 && entry.exclude.isEmpty() && merged.imageFolder.isEmpty()
        && merged.imageUrlFolder.isEmpty() && merged.paramFolders.isEmpty()
        && !job.name.contains(u'{') && !hasBracedTexts(job.params)
        && std::none_of(std::begin(bracedFields), std::end(bracedFields), hasBrace);
}

} // namespace

void makeJobs(const Levels &levels, const JobSource &entry, const EntryPlace &place,
              VariationIds &ids, JobBudget budget, Expansion &result)
{
    budget.room.takeWeight(levels.weight(), toKey(Field::Prompt));
    if (lacksRoom(budget.room, entry, place, result))
        return;
    if (entry.matrix.isEmpty()) {
        Merged merged = levels.merged(entry);
        takeToRead(merged.job, budget.room);
        if (lacksRoom(budget.room, entry, place, result))
            return;
        if (isOneAsItStands(entry, merged)) {
            result.jobs.append(MadeJob{
                std::move(merged.job), place.entry, place.includedFrom, {}, {}, entry.id()});
            return;
        }
    }
    Making(levels, entry, place, ids, budget, result).make();
}

} // namespace batch
