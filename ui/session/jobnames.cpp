// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/jobnames.h"

namespace ui {

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

JobNames::JobNames(const QList<batch::Job> &jobs)
{
    m_taken.reserve(jobs.size());
    for (const batch::Job &job : jobs)
        m_taken.insert(job.name);
}

QString JobNames::take(const QString &wanted)
{
    if (wanted.isEmpty())
        return wanted;
    QString name = wanted;
    if (m_taken.contains(name)) {
        const QString base = withoutNumber(wanted);
        int &last = m_last[base];
        last = qMax(last, 1);
        do {
            name = u"%1 %2"_s.arg(base).arg(++last);
        } while (m_taken.contains(name));
    }
    m_taken.insert(name);
    return name;
}

} // namespace ui
