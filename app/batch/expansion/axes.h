// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"
#include "batch/source.h"

#include <QList>
#include <QString>

#include <vector>

namespace batch {

/// How many problems of one kind are looked for in an entry: it may have thousands.
inline constexpr qsizetype mostSaid = 20;

/// What an entry's axes can't be: without values, with one twice, of a name that no text can say,
/// of a value that the key of that name can't have. The entry and its name are for the caller.
QList<EntryProblem> checkMatrix(const QList<Axis> &matrix);
/// Likewise the choices of a prompt.
QList<EntryProblem> checkChoices(const QList<QStringList> &choices);

/// The names of axes that set a job's key.
QStringList keyedAxes();
/// Whether any axis sets a job's key.
bool hasKeyedAxis(const QList<Axis> &matrix);
/// The fields that axes of these names set where each stands at that value; an empty text says
/// nothing, and leaves the field to the entry.
QList<Field> keyedFields(const QList<Axis> &matrix, const std::vector<qsizetype> &at);
/// What those axes say of them, as a level above the entry. The values are sound (checkMatrix).
JobDefaults keyedValues(const QList<Axis> &matrix, const std::vector<qsizetype> &at);

/// The choices as axes, each under its name.
QList<Axis> choiceAxes(const QList<QStringList> &choices);

/// Walks all combinations of lists: the last one changes fastest.
class Combinations
{
public:
    explicit Combinations(const QList<Axis> &axes);

    /// Where each axis stands.
    const std::vector<qsizetype> &at() const { return m_at; }
    /// False: that was the last one.
    bool next();
    /// How many there are; at most `most`, so that it can't overflow.
    static qint64 count(const QList<Axis> &axes);
    static constexpr qint64 most = 1'000'000'000'000;

private:
    const QList<Axis> &m_axes;
    std::vector<qsizetype> m_at;
};

} // namespace batch
