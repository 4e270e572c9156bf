// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace batch {

/// The names that are taken in a batch, so that a new job can get one of its own. Taking a
/// thousand names costs a thousand steps, also where all want the same.
class FreeNames
{
public:
    FreeNames() = default;
    explicit FreeNames(const QList<Job> &jobs);

    /// One more that is taken.
    void note(const QString &name) { m_taken.insert(name); }
    bool isTaken(const QString &name) const { return m_taken.contains(name); }

    /// `wanted`, or where it is taken the first free one of "Cat 2", "Cat 3", …; a number that it
    /// ends with already is counted on. The name is taken from then on. An empty name stays empty.
    QString take(const QString &wanted);
    /// The next of "Cat 2", "Cat 3", … that nobody has, whether or not `wanted` is free; it is not
    /// given again. `wanted` is not empty.
    QString nextNumbered(const QString &wanted);

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_last; ///< the number that was given last, by the name without it
};

} // namespace batch
