// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/problem.h"
#include "catalog/catalog.h"
#include "catalog/estimate.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace ui {

/// What was found out about jobs, kept until it may be otherwise: what is wrong with each, what
/// it costs, and how it stands with the jobs that it refers to. Whoever changes jobs says so.
class Findings
{
public:
    /// What is wrong with the job, by itself and in what it refers to.
    QList<batch::Problem> problemsOf(const catalog::Catalog &catalog, const batch::Job &job);
    catalog::Estimate estimateOf(const catalog::Catalog &catalog, const batch::Job &job);

    void noteCame(const batch::Job &job);
    void noteGone(const batch::Job &job);
    void noteChange(const batch::Job &before, const batch::Job &after);
    /// What is known of the models is another: what hangs on a model that changed is dropped. Looks
    /// at no job twice, and checks none.
    void noteCatalog(const catalog::Catalog &before, const catalog::Catalog &after,
                     const QList<batch::Job> &jobs);
    /// All jobs are others.
    void clear();

    /// The jobs that refer to others. Changes that touch none of these, and no name, cost nothing.
    const QSet<batch::JobId> &referring() const { return m_referring; }
    /// Looks at all references anew, where what was noted may have changed them. Answers the jobs
    /// with which something else is wrong than before.
    QList<batch::JobId> settleReferences(const catalog::Catalog &catalog,
                                         const QList<batch::Job> &jobs);

private:
    void forget(batch::JobId job);

    QHash<batch::JobId, QList<batch::Problem>> m_checks;
    QHash<batch::JobId, catalog::Estimate> m_estimates;
    QSet<batch::JobId> m_referring;
    QHash<batch::JobId, QList<batch::Problem>> m_references; ///< wrong with what they refer to
    bool m_isStale = false;                                  ///< m_references
};

} // namespace ui
