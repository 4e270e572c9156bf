// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"
#include "batch/source.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace batch {

/// What an entry excludes, sorted by what each exclusion names: to ask after a job costs the same
/// whether there are three or a thousand of them.
class Exclusion
{
public:
    explicit Exclusion(const QList<Combination> &exclude);

    bool excludes(const Combination &job) const;
    /// How many different sets of names there are: so many times a job is looked at.
    qsizetype groupCount() const { return m_groups.size(); }
    /// Where in the entry's `exclude` those stand that switch the job off. The job names all of its
    /// values; without a take it is the only one.
    QList<qsizetype> covering(const Combination &job) const;
    /// Those that are in vain. `axes`: all that the entry has, with the choices.
    QList<EntryProblem> problems(const QList<Axis> &axes, int takes) const;

private:
    /// Exclusions that name the same axes, and all a take or none.
    struct Group
    {
        QStringList axes;
        bool namesTake = false;
        QHash<QString, QList<qsizetype>> places; ///< by their values in one text
    };

    template <typename Found>
    bool anyCovering(const Combination &job, Found found) const;

    QList<Combination> m_exclude;
    QList<Group> m_groups;
};

} // namespace batch
