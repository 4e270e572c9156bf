// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/texts.h"
#include "batch/source.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace batch {

/// What the jobs of one entry are called: the entry's name with the values that it doesn't name
/// itself behind it, and from the second take on its number. A name follows from its own job alone,
/// so that it stays when other values come, as long as none of these makes the same (tellApart).
class EntryNaming
{
public:
    /// `name` is the entry's, as written.
    explicit EntryNaming(const QString &name);

    /// `values` are all variables that the name may refer to, with those of the axes; `axes` the
    /// names of the axes in their order.
    QString of(const Variables &values, const QStringList &axes, int take) const;

    /// How many characters of it the entry's name alone makes.
    qint64 sizeWith(const Variables &values) const { return m_name.sizeWith(values); }

    /// The variables that the entry's name refers to.
    const QStringList &variables() const { return m_variables; }

private:
    QString stem(const Variables &values, const QStringList &axes, const QString &take) const;

    BracedText m_name;
    QStringList m_variables;
};

/// Tells names of one entry's jobs apart where some are the same: by digits made of their `keys`,
/// behind all of these. None keeps the bare name: who says "job:NAME" must not get another job than
/// before because a list has grown. The answer is the places of those that had each such name.
QList<QList<qsizetype>> tellApart(QStringList &names, const QStringList &keys);

/// A combination in one text: equal for equal ones alone. The first take is not in it, as it is
/// what the job was before it had others.
QString combinationKey(const QMap<QString, QString> &values, int take);

/// What takes from the second on have for a seed where the entry says none. It follows from what
/// they ask for, not from what they are called: a job that is renamed is the same request.
qint64 seedFor(const QString &prompt, int take);

} // namespace batch
