// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/shownjobs.h"

#include "session/batchdocument.h"

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
        if (m_document->rowOf(id) >= 0)
            known.append(id);
    }
    if (known != m_ids)
        endStep();
    m_ids = known;
}

QList<int> ShownJobs::rows() const
{
    QList<int> rows;
    rows.reserve(m_ids.size());
    for (const batch::JobId id : m_ids) {
        if (const int row = m_document->rowOf(id); row >= 0)
            rows.append(row);
    }
    return rows;
}

const batch::Job &ShownJobs::first() const
{
    return m_document->job(m_document->rowOf(m_ids.constFirst()));
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
    const QList<int> all = rows();
    if (all.size() == 1) {
        const int row = all.constFirst();
        m_document->changeJob(row, change(m_document->job(row)), text, mergeKey);
        return;
    }
    QHash<int, batch::Job> changed;
    changed.reserve(all.size());
    for (const int row : all)
        changed.insert(row, change(m_document->job(row)));
    m_document->changeJobs(changed, text, mergeKey);
}

} // namespace ui
