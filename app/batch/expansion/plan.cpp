// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/plan.h"

#include "batch/expansion/fields.h"
#include "batch/expansion/names.h"
#include "batch/expansion/words.h"

#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace batch {

EntryPlan::EntryPlan(const Levels &levels, const JobSource &entry, TextRoom &room)
    : m_levels(levels)
    , m_entry(entry)
    , m_room(room)
    , m_axes(entry.matrix)
{
    for (qsizetype i = 0; i < m_axes.size(); ++i)
        m_axisPlaces.insert(m_axes[i].name, i);
    for (const MediaType type : types())
        readType(type);
    const int takes = std::max(1, entry.count.value_or(1));
    m_total = std::min(m_total, Combinations::most / takes) * takes;
    m_named.append({toKey(Field::Name), EntryNaming(entry.job.name).variables()});
}

void EntryPlan::readType(MediaType type)
{
    const Merged merged = mergedFor(type);
    const JobTexts texts(merged, keyedFields(m_entry.matrix, readAt()), m_room);
    const QList<QStringList> choices = texts.choices();
    const QList<Axis> axes = choiceAxes(choices);
    m_total += std::min(countOf(type), Combinations::most / Combinations::count(axes))
        * Combinations::count(axes);
    m_total = std::min(m_total, Combinations::most);
    m_choices.append(choices);
    m_named.append(texts.variables());
    m_fileVariables.insert(int(type), &m_levels.fileVariables(type));
    for (const Axis &axis : axes) {
        const auto same = m_axisPlaces.constFind(axis.name);
        if (same != m_axisPlaces.constEnd()) {
            m_axes[*same].values.append(axis.values);
            continue;
        }
        m_axisPlaces.insert(axis.name, m_axes.size());
        m_axes.append(axis);
    }
}

QList<MediaType> EntryPlan::types() const
{
    const QStringList *values = typeValues();
    if (!values)
        return {m_levels.typeOf(m_entry)};
    QList<MediaType> types;
    for (const QString &value : *values) {
        const MediaType type = *mediaTypeFromKey(value); // the matrix is sound
        if (!types.contains(type))
            types.append(type);
    }
    return types;
}

const QStringList *EntryPlan::typeValues() const
{
    const auto axis = std::find_if(m_entry.matrix.begin(), m_entry.matrix.end(),
                                   [](const Axis &each) { return each.name == u"type"; });
    return axis == m_entry.matrix.end() ? nullptr : &axis->values;
}

/// How many combinations of the matrix are of that type.
qint64 EntryPlan::countOf(MediaType type) const
{
    const qint64 all = Combinations::count(m_entry.matrix);
    const QStringList *values = typeValues();
    if (!values || all == Combinations::most)
        return all;
    return all / values->size() * values->count(toKey(type));
}

/// Where the matrix stands so that every text is read which any of the jobs has: an axis with an
/// empty value leaves that to the entry.
std::vector<qsizetype> EntryPlan::readAt() const
{
    std::vector<qsizetype> at;
    for (const Axis &axis : m_entry.matrix)
        at.push_back(std::max(qsizetype(0), axis.values.indexOf(QString())));
    return at;
}

Merged EntryPlan::mergedFor(MediaType type) const
{
    if (!hasKeyedAxis(m_entry.matrix))
        return m_levels.merged(m_entry);
    JobDefaults level = keyedValues(m_entry.matrix, readAt());
    level.job.type = type;
    level.saysType = true;
    return m_levels.merged(m_entry, &level);
}

const QString *EntryPlan::variable(const QString &name, MediaType type) const
{
    const Variables *file = m_fileVariables.value(int(type));
    for (const Variables *all : {&m_entry.vars, file}) {
        const auto value = all ? all->constFind(name) : Variables::const_iterator();
        if (all && value != all->constEnd())
            return &*value;
    }
    return nullptr;
}

/// All that texts may name; nothing where that is too much to look through.
QStringList EntryPlan::known() const
{
    qint64 count = m_axes.size() + m_entry.vars.size();
    for (const Variables *variables : m_fileVariables)
        count += variables->size();
    if (!m_room.mayGuess(count))
        return {};
    QStringList known;
    for (const Axis &axis : m_axes)
        known.append(axis.name);
    known.append(m_entry.vars.keys());
    for (const Variables *variables : m_fileVariables)
        known.append(variables->keys());
    return known;
}

bool EntryPlan::isKnown(const QString &name) const
{
    return name == u"take" || m_axisPlaces.contains(name) || m_entry.vars.contains(name)
        || std::any_of(m_fileVariables.begin(), m_fileVariables.end(),
                       [&name](const Variables *all) { return all->contains(name); });
}

/// Axes that make no difference: their jobs ask for the same.
QList<EntryProblem> EntryPlan::idleAxes() const
{
    QSet<QString> used;
    for (const auto &[key, variables] : m_named) {
        if (key != toKey(Field::Name))
            used.unite({variables.begin(), variables.end()});
    }
    QList<EntryProblem> problems;
    for (const Axis &axis : m_entry.matrix) {
        if (problems.size() >= mostSaid)
            break;
        if (used.contains(axis.name) || hasKeyedAxis({axis}))
            continue;
        EntryProblem problem;
        problem.key = u"matrix."_s + axis.name;
        problem.problem.severity = Severity::Warning;
        problem.problem.message = expansionwords::idleAxis(axis.name, keyedAxes());
        problems.append(problem);
    }
    return problems;
}

QList<EntryProblem> EntryPlan::unknownNames() const
{
    QList<EntryProblem> problems;
    QStringList names;
    QSet<std::pair<QString, QString>> seen; // two types may share their texts
    const bool noneIsKnown = m_axes.isEmpty() && m_entry.vars.isEmpty()
        && std::all_of(m_fileVariables.begin(), m_fileVariables.end(),
                       std::mem_fn(&Variables::isEmpty));
    for (const auto &[key, variables] : m_named) {
        for (const QString &name : variables) {
            if (isKnown(name) || seen.contains({key, name}))
                continue;
            if (problems.size() >= mostSaid)
                return problems;
            if (problems.isEmpty())
                names = known();
            else if (!m_room.mayGuess(names.size()))
                names.clear();
            seen.insert({key, name});
            EntryProblem problem;
            problem.key = key;
            problem.problem.field = fieldOf(key);
            problem.problem.severity = noneIsKnown ? Severity::Warning : Severity::Error;
            problem.problem.message = noneIsKnown ? expansionwords::bracesStay(name)
                                                  : expansionwords::unknownVariable(name, names);
            problems.append(problem);
        }
    }
    return problems;
}

QList<EntryProblem> EntryPlan::problems() const
{
    const QList<EntryProblem> problems = checkChoices(m_choices) + unknownNames();
    // A misspelled name is why its axis looks idle.
    return problems.isEmpty() ? idleAxes() : problems;
}

} // namespace batch
