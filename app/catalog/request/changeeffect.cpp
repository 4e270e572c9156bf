// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/changeeffect.h"

#include "catalog/estimate.h"
#include "catalog/modelcheck.h"
#include "catalog/request/counterparts.h"
#include "catalog/request/modelchange.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace catalog {

namespace {

/// What a job costs and takes with a model.
struct Figures
{
    Estimate estimate;
    TypicalTime time;
};

Figures figuresOf(const Catalog &catalog, const batch::Job &job)
{
    return {estimate(catalog, job), typicalTime(catalog, job)};
}

/// What the change does to a job, and to all that are alike but for their names and prompts.
struct Outcome
{
    batch::Job shape; ///< the job without what it shares with no other
    QString fault;    ///< what the new model says against its prompt
    bool named = false;
    bool prompted = false;
    Figures before;
    Figures after;
    batch::MediaType type = batch::MediaType::Image; ///< that it has then
    QStringList dropped;
    QSet<QString> errors;
};

/// Reckons each shape of job once: the jobs of a batch are mostly alike, and ten thousand of them
/// are to be reckoned while a person looks.
class Outcomes
{
public:
    Outcomes(const Catalog &catalog, const QString &modelId)
        : m_catalog(catalog)
        , m_modelId(modelId)
    {
        const Model *model = catalog.find(modelId);
        m_prompt = model ? counterpart(*model, CommonName::Prompt) : nullptr;
        m_seed = model ? counterpart(*model, CommonName::Seed) : nullptr;
    }

    const Outcome &of(const batch::Job &job)
    {
        Outcome wanted;
        wanted.shape = job;
        wanted.shape.name.clear();
        wanted.shape.prompt.clear();
        wanted.fault = m_prompt ? fault(*m_prompt, job.prompt) : QString();
        // Takes differ in their seeds alone.
        if (job.seed) {
            wanted.shape.seed = 0;
            wanted.fault += m_seed ? fault(*m_seed, *job.seed) : QString();
        }
        wanted.named = !job.name.trimmed().isEmpty();
        wanted.prompted = !job.prompt.trimmed().isEmpty();
        for (const Outcome &known : m_known) {
            if (known.fault == wanted.fault && known.named == wanted.named
                && known.prompted == wanted.prompted && known.shape.sameContent(wanted.shape))
                return known;
        }
        reckon(wanted, job);
        if (m_known.size() == most)
            m_known.removeFirst();
        return m_known.emplaceBack(std::move(wanted));
    }

private:
    static constexpr qsizetype most = 16; ///< to be compared with

    void reckon(Outcome &outcome, const batch::Job &job) const
    {
        const ModelChange change = changeModel(m_catalog, job, m_modelId);
        outcome.before = figuresOf(m_catalog, job);
        outcome.after = figuresOf(m_catalog, change.job);
        outcome.type = change.job.type;
        for (const Dropped &each : change.dropped)
            outcome.dropped.append(each.name);
        for (const batch::Problem &problem : check(m_catalog, change.job)) {
            if (problem.severity == batch::Severity::Error)
                outcome.errors.insert(problem.message);
        }
    }

    const Catalog &m_catalog;
    const QString m_modelId;
    const Parameter *m_prompt = nullptr;
    const Parameter *m_seed = nullptr;
    QList<Outcome> m_known;
};

void add(ChangeEffect::Sums &sums, const Figures &figures, bool enabled)
{
    sums.cost += figures.estimate.cost;
    if (enabled)
        sums.enabledCost += figures.estimate.cost;
    sums.guess = sums.guess || figures.estimate.guess;
    const bool first = sums.each.most <= 0;
    sums.each.least = first ? figures.time.least : std::min(sums.each.least, figures.time.least);
    sums.each.most = std::max(sums.each.most, figures.time.most);
}

QList<ChangeEffect::Shared> byNumber(const QHash<QString, int> &counts)
{
    QList<ChangeEffect::Shared> shared;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        shared.append({it.key(), it.value()});
    std::ranges::sort(shared, [](const auto &a, const auto &b) {
        return a.jobs != b.jobs ? a.jobs > b.jobs : a.what < b.what;
    });
    return shared;
}

} // namespace

ChangeEffect effectOfChange(const Catalog &catalog, const QList<batch::Job> &jobs,
                            const QString &modelId)
{
    ChangeEffect effect;
    effect.jobs = static_cast<int>(jobs.size());
    QHash<QString, int> dropped;
    QHash<QString, int> errors;
    Outcomes outcomes(catalog, modelId);
    for (const batch::Job &job : jobs) {
        const Outcome &outcome = outcomes.of(job);
        const bool changes = job.model != modelId;
        add(effect.before, outcome.before, job.enabled);
        add(effect.after, changes ? outcome.after : outcome.before, job.enabled);
        if (!changes)
            continue;
        ++effect.changed;
        if (outcome.type != job.type)
            effect.becomes = outcome.type;
        for (const QString &name : outcome.dropped)
            ++dropped[name];
        effect.jobsWithErrors += !outcome.errors.isEmpty();
        for (const QString &message : outcome.errors)
            ++errors[message];
    }
    effect.dropped = byNumber(dropped);
    effect.errors = byNumber(errors);
    return effect;
}

} // namespace catalog
