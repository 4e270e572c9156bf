// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/findings.h"

#include "batch/references/references.h"
#include "catalog/modelcheck.h"
#include "catalog/referencecheck.h"

#include <optional>
#include <tuple>
#include <utility>

namespace ui {

namespace {

bool costSame(const std::optional<catalog::Price> &a, const std::optional<catalog::Price> &b)
{
    return a.has_value() == b.has_value()
        && (!a
            || (a->each == b->each && a->unit == b->unit && a->unitIsAssumed == b->unitIsAssumed
                && a->byResolution == b->byResolution));
}

/// What another catalog changes of what was found out with a model.
struct Change
{
    Change(const catalog::Model *before, const catalog::Model *after)
    {
        if (!before && !after)
            return;
        const bool both = before && after;
        const bool same = both && catalog::haveSameParameters(*before, *after);
        check =
            !same || before->displayName != after->displayName || before->listed != after->listed;
        cost = !same || !costSame(before->price, after->price);
        if (!cost && before->price != after->price)
            origin = after->price;
    }

    bool check = false;
    bool cost = false;
    std::optional<catalog::Price> origin; ///< the same price from elsewhere, or of another day
};

} // namespace

QList<batch::Problem> Findings::problemsOf(const catalog::Catalog &catalog, const batch::Job &job)
{
    auto known = m_checks.constFind(job.id);
    if (known == m_checks.constEnd())
        known = m_checks.insert(job.id, catalog::check(catalog, job));
    const auto references = m_references.constFind(job.id);
    return references == m_references.constEnd() ? *known : *known + *references;
}

catalog::Estimate Findings::estimateOf(const catalog::Catalog &catalog, const batch::Job &job)
{
    const auto known = m_estimates.constFind(job.id);
    if (known != m_estimates.constEnd())
        return *known;
    return *m_estimates.insert(job.id, catalog::estimate(catalog, job));
}

void Findings::forget(batch::JobId job)
{
    m_checks.remove(job);
    m_estimates.remove(job);
}

void Findings::noteCame(const batch::Job &job)
{
    if (!batch::referredJobs(job).isEmpty())
        m_referring.insert(job.id);
    m_isStale = m_isStale || !m_referring.isEmpty();
}

void Findings::noteGone(const batch::Job &job)
{
    forget(job.id);
    m_isStale = m_isStale || !m_referring.isEmpty();
    m_referring.remove(job.id);
}

void Findings::noteChange(const batch::Job &before, const batch::Job &after)
{
    forget(after.id);
    const auto named = [](const batch::Job &job) { return std::tie(job.name, job.type); };
    const auto asks = [](const batch::Job &job) {
        return std::tie(job.model, job.image, job.imageUrl, job.params);
    };
    if (named(before) != named(after))
        m_isStale = m_isStale || !m_referring.isEmpty();
    if (asks(before) == asks(after))
        return;
    const bool referred = m_referring.remove(after.id);
    const bool refers = !batch::referredJobs(after).isEmpty();
    if (refers)
        m_referring.insert(after.id);
    m_isStale = m_isStale || referred || refers;
}

void Findings::noteCatalog(const catalog::Catalog &before, const catalog::Catalog &after,
                           const QList<batch::Job> &jobs)
{
    QHash<QString, Change> changes;
    for (const batch::Job &job : jobs) {
        auto change = changes.constFind(job.model);
        if (change == changes.constEnd())
            change =
                changes.insert(job.model, Change(before.find(job.model), after.find(job.model)));
        if (change->check)
            m_checks.remove(job.id);
        if (change->cost) {
            m_estimates.remove(job.id);
        } else if (const auto known = m_estimates.find(job.id);
                   change->origin && known != m_estimates.end()) {
            known->source = change->origin->source;
            known->asOf = change->origin->asOf;
        }
    }
    m_isStale = m_isStale || !m_referring.isEmpty();
}

void Findings::clear()
{
    m_checks.clear();
    m_estimates.clear();
    m_referring.clear();
    m_references.clear();
    m_isStale = false;
}

QList<batch::JobId> Findings::settleReferences(const catalog::Catalog &catalog,
                                               const QList<batch::Job> &jobs)
{
    if (!std::exchange(m_isStale, false))
        return {};
    const auto before = std::exchange(
        m_references,
        m_referring.isEmpty() ? decltype(m_references)() : catalog::checkReferences(catalog, jobs));
    QList<batch::JobId> changed;
    for (auto it = m_references.cbegin(); it != m_references.cend(); ++it) {
        if (before.value(it.key()) != *it)
            changed.append(it.key());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!m_references.contains(it.key()))
            changed.append(it.key());
    }
    return changed;
}

} // namespace ui
