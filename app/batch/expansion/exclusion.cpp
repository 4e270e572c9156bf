// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/exclusion.h"

#include "batch/expansion/axes.h"
#include "batch/expansion/names.h"
#include "batch/expansion/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

EntryProblem warning(const QString &message)
{
    EntryProblem result;
    result.key = u"exclude"_s;
    result.problem = {Field::Name, Severity::Warning, message};
    return result;
}

} // namespace

Exclusion::Exclusion(const QList<Combination> &exclude)
    : m_exclude(exclude)
{
    QHash<std::pair<QStringList, bool>, qsizetype> known;
    for (qsizetype i = 0; i < exclude.size(); ++i) {
        const Combination &each = exclude[i];
        // One that names nothing switches nothing off.
        if (each.values.isEmpty() && !each.take)
            continue;
        const std::pair names(each.values.keys(), each.take.has_value());
        const auto group = known.constFind(names);
        const qsizetype place = group == known.constEnd() ? m_groups.size() : *group;
        if (place == m_groups.size()) {
            known.insert(names, place);
            m_groups.append({names.first, names.second, {}});
        }
        m_groups[place].places[combinationKey(each.values, each.take.value_or(1))].append(i);
    }
}

template <typename Found>
bool Exclusion::anyCovering(const Combination &job, Found found) const
{
    for (const Group &group : m_groups) {
        QMap<QString, QString> named;
        for (const QString &axis : group.axes) {
            const auto value = job.values.constFind(axis);
            if (value != job.values.constEnd())
                named.insert(axis, *value);
        }
        if (named.size() < group.axes.size())
            continue;
        const int take = group.namesTake ? job.take.value_or(1) : 1;
        const auto places = group.places.constFind(combinationKey(named, take));
        if (places != group.places.constEnd() && found(*places))
            return true;
    }
    return false;
}

bool Exclusion::excludes(const Combination &job) const
{
    return anyCovering(job, [](const QList<qsizetype> &) { return true; });
}

QList<qsizetype> Exclusion::covering(const Combination &job) const
{
    QList<qsizetype> all;
    anyCovering(job, [&all](const QList<qsizetype> &places) {
        all += places;
        return false;
    });
    return all;
}

QList<EntryProblem> Exclusion::problems(const QList<Axis> &axes, int takes) const
{
    if (m_exclude.isEmpty())
        return {};
    QStringList names = {u"take"_s};
    QHash<QString, QSet<QString>> values;
    for (const Axis &axis : axes) {
        names.append(axis.name);
        values[axis.name].unite({axis.values.begin(), axis.values.end()});
    }
    QList<EntryProblem> problems;
    for (const Combination &excluded : m_exclude) {
        if (problems.size() >= mostSaid)
            break;
        if (excluded.values.isEmpty() && !excluded.take)
            problems.append(warning(expansionwords::excludesNothing()));
        if (excluded.take && (*excluded.take < 1 || *excluded.take > takes))
            problems.append(warning(expansionwords::noSuchTake(*excluded.take, takes)));
        for (const auto &[name, value] : excluded.values.asKeyValueRange()) {
            const auto known = values.constFind(name);
            if (known == values.constEnd())
                problems.append(warning(expansionwords::noSuchAxis(name, names)));
            else if (!known->contains(value))
                problems.append(warning(expansionwords::noSuchValue(name, value)));
        }
    }
    return problems;
}

} // namespace batch
