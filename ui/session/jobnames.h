// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace ui {

/// The names that are taken in a batch, so that a new job can get one of its own. Taking a
/// thousand names costs a thousand steps, also where all want the same.
class JobNames
{
public:
    explicit JobNames(const QList<batch::Job> &jobs);

    /// `wanted`, or where it is taken the first free one of "Cat 2", "Cat 3", …; a number that it
    /// ends with already is counted on. The name is taken from then on. An empty name stays empty.
    QString take(const QString &wanted);

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_last; ///< the number that was given last, by the name without it
};

} // namespace ui
