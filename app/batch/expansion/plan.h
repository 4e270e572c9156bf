// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/axes.h"
#include "batch/expansion/expand.h"
#include "batch/expansion/levels.h"
#include "batch/expansion/textroom.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <vector>

namespace batch {

/// What an entry varies by, found out before any of its jobs is made. Its matrix is sound
/// (checkMatrix). Only an axis of types, by the defaults of each, can make the texts of its jobs
/// differ.
class EntryPlan
{
public:
    /// Where `room` is short afterwards, the entry is not read to its end.
    EntryPlan(const Levels &levels, const JobSource &entry, TextRoom &room);

    /// The matrix, then the choices of the prompt.
    const QList<Axis> &axes() const { return m_axes; }
    /// What a name in the texts of its jobs of that type stands for; null: it is no variable, or
    /// one of axes, choices and takes.
    const QString *variable(const QString &name, MediaType type) const;
    /// How many jobs it makes; at most Combinations::most.
    qint64 total() const { return m_total; }
    /// What its texts name and nobody says, what stands twice, and axes that nothing names.
    QList<EntryProblem> problems() const;

private:
    void readType(MediaType type);
    QList<MediaType> types() const;
    const QStringList *typeValues() const;
    qint64 countOf(MediaType type) const;
    std::vector<qsizetype> readAt() const;
    Merged mergedFor(MediaType type) const;
    QStringList known() const;
    bool isKnown(const QString &name) const;
    QList<EntryProblem> unknownNames() const;
    QList<EntryProblem> idleAxes() const;

    const Levels &m_levels;
    const JobSource &m_entry;
    TextRoom &m_room;
    QList<Axis> m_axes;
    QHash<QString, qsizetype> m_axisPlaces; ///< in m_axes, by name
    QList<QStringList> m_choices;
    QMap<int, const Variables *> m_fileVariables;   ///< by type
    QList<std::pair<QString, QStringList>> m_named; ///< variables in texts, by key
    qint64 m_total = 0;
};

} // namespace batch
