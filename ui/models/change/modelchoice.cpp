// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/modelchoice.h"

#include "catalog/estimate.h"
#include "catalog/request/modelchange.h"
#include "session/document/batchdocument.h"

namespace ui {

ModelChoice::ModelChoice(BatchDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    const auto tell = [this] {
        m_batchCost.reset();
        emit changed();
    };
    connect(document, &BatchDocument::catalogChanged, this, tell);
    connect(document, &BatchDocument::wasReset, this, tell);
    connect(document, &BatchDocument::allChanged, this, tell);
    connect(document, &BatchDocument::jobChanged, this, tell);
    connect(document, &BatchDocument::jobsInserted, this, tell);
    connect(document, &BatchDocument::jobsRemoved, this, tell);
}

void ModelChoice::setJobs(const QList<batch::JobId> &jobs)
{
    m_jobs = jobs;
}

QHash<int, batch::Job> ModelChoice::rows() const
{
    QHash<int, batch::Job> found;
    for (const batch::JobId id : m_jobs) {
        const int row = m_document->rowOf(id);
        if (row >= 0)
            found.insert(row, m_document->job(row));
    }
    return found;
}

QList<batch::Job> ModelChoice::made() const
{
    QList<batch::Job> jobs;
    const QHash<int, batch::Job> entries = rows();
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        const MadeJobs::Range range = m_document->made(it.key());
        jobs += m_document->batch().jobs.mid(range.first, range.count);
        // An entry that makes none has a model all the same.
        if (range.count == 0)
            jobs.append(it.value());
    }
    return jobs;
}

QSet<QString> ModelChoice::models() const
{
    QSet<QString> models;
    const QList<batch::Job> jobs = made();
    for (const batch::Job &job : jobs)
        models.insert(job.model);
    return models;
}

std::optional<batch::MediaType> ModelChoice::type() const
{
    std::optional<batch::MediaType> type;
    const QList<batch::Job> jobs = made();
    for (const batch::Job &job : jobs) {
        if (type && *type != job.type)
            return std::nullopt;
        type = job.type;
    }
    return type;
}

catalog::ChangeEffect ModelChoice::effectOf(const QString &modelId) const
{
    return catalog::effectOfChange(m_document->catalog(), made(), modelId);
}

batch::Cost ModelChoice::batchCost() const
{
    if (!m_batchCost)
        m_batchCost = catalog::estimate(m_document->catalog(), m_document->batch()).all.total();
    return *m_batchCost;
}

void ModelChoice::apply(const QString &modelId)
{
    QHash<int, batch::Job> jobs = rows();
    for (batch::Job &job : jobs) {
        if (job.model != modelId)
            job = catalog::changeModel(m_document->catalog(), job, modelId).job;
    }
    m_document->changeJobs(jobs, tr("Change model"));
}

} // namespace ui
