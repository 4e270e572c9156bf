// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/freenames.h"

namespace batch {

using namespace Qt::StringLiterals;

namespace {

/// "Cat" of "Cat 12"; the whole name where it ends with no number.
QString withoutNumber(const QString &name)
{
    qsizetype end = name.size();
    while (end > 0 && name.at(end - 1).isDigit())
        --end;
    const bool numbered = end < name.size() && end > 1 && name.at(end - 1) == u' ';
    return numbered ? name.first(end - 1) : name;
}

} // namespace

FreeNames::FreeNames(const QList<Job> &jobs)
{
    m_taken.reserve(jobs.size());
    for (const Job &job : jobs)
        m_taken.insert(job.name);
}

QString FreeNames::take(const QString &wanted)
{
    if (wanted.isEmpty())
        return wanted;
    const QString name = isTaken(wanted) ? nextNumbered(wanted) : wanted;
    note(name);
    return name;
}

QString FreeNames::nextNumbered(const QString &wanted)
{
    const QString base = withoutNumber(wanted);
    int &last = m_last[base];
    last = qMax(last, 1);
    QString name;
    do {
        name = u"%1 %2"_s.arg(base).arg(++last);
    } while (isTaken(name));
    return name;
}

} // namespace batch
