// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/shownjobs.h"

#include "session/document/batchdocument.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace ui {

ShownJobs::ShownJobs(BatchDocument *document)
    : m_document(document)
{
}

void ShownJobs::set(const QList<batch::JobId> &ids)
{
    QList<batch::JobId> known;
    known.reserve(ids.size());
    for (const batch::JobId id : ids) {
        const int row = m_document->rowOf(id);
        if (row >= 0 && m_document->entry(row).id() == id)
            known.append(id);
    }
    if (known != m_ids)
        endStep();
    m_ids = known;
    lookAgain();
}

ShownJobs::Seen &ShownJobs::seen() const
{
    if (m_seen)
        return *m_seen;
    m_seen.emplace();
    m_seen->rows.reserve(m_ids.size());
    m_seen->jobs.reserve(m_ids.size());
    for (const batch::JobId id : m_ids) {
        const int row = m_document->rowOf(id);
        if (row < 0)
            continue;
        m_seen->rows.append(row);
        m_seen->jobs.append(m_document->job(row));
    }
    return *m_seen;
}

const QList<catalog::Parameters> &ShownJobs::requests(const catalog::Model &model) const
{
    Seen &seen = this->seen();
    if (!seen.requests) {
        seen.requests.emplace();
        seen.requests->reserve(seen.jobs.size());
        for (const batch::Job &job : std::as_const(seen.jobs))
            seen.requests->append(catalog::parametersFor(job, &model));
    }
    return *seen.requests;
}

const QList<SharedProblem> &ShownJobs::problems() const
{
    Seen &seen = this->seen();
    if (seen.problems)
        return *seen.problems;
    QList<SharedProblem> &all = seen.problems.emplace();
    QHash<QString, QList<qsizetype>> byMessage;
    for (const int row : std::as_const(seen.rows)) {
        const QList<batch::Problem> problems = m_document->problems(row);
        for (const batch::Problem &problem : problems) {
            QList<qsizetype> &alike = byMessage[problem.message];
            const auto known = std::find_if(alike.begin(), alike.end(), [&](qsizetype index) {
                return all.at(index).problem == problem;
            });
            if (known != alike.end()) {
                ++all[*known].jobs;
                continue;
            }
            alike.append(all.size());
            all.append({problem, 1});
        }
    }
    return all;
}

QString ShownJobs::modelOf(int row) const
{
    const MadeJobs::Range made = m_document->made(row);
    const auto &jobs = m_document->batch().jobs;
    const QString model = made.count > 0 ? jobs.at(made.first).model : m_document->job(row).model;
    const auto begin = jobs.begin() + made.first;
    const bool same = std::all_of(begin, begin + made.count,
                                  [&model](const batch::Job &job) { return job.model == model; });
    return same ? model : m_document->job(row).model;
}

int ShownJobs::mergeKeyFor(const QString &part, bool continuing)
{
    if (!continuing) {
        endStep();
        return -1;
    }
    if (part != m_part) {
        m_part = part;
        ++m_mergeKey;
    }
    return m_mergeKey;
}

void ShownJobs::change(const Change &change, const QString &text, const QString &part,
                       bool continuing)
{
    const int mergeKey = mergeKeyFor(part, continuing);
    lookAgain();
    const Seen now = seen();
    lookAgain(); // whoever hears of the change looks at what it made
    if (now.rows.size() == 1) {
        m_document->changeJob(now.rows.constFirst(), change(now.jobs.constFirst()), text, mergeKey);
        return;
    }
    QHash<int, batch::Job> changed;
    changed.reserve(now.rows.size());
    for (qsizetype i = 0; i < now.rows.size(); ++i)
        changed.insert(now.rows.at(i), change(now.jobs.at(i)));
    m_document->changeJobs(changed, text, mergeKey);
}

} // namespace ui
