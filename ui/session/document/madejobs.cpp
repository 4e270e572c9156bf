// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/madejobs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ui {

std::optional<batch::EntryProblem::Refused> EntryYield::refused() const
{
    for (const batch::EntryProblem &problem : problems) {
        if (problem.refused)
            return problem.refused;
    }
    return std::nullopt;
}

int MadeJobs::indexOf(batch::JobId id) const
{
    if (m_indexes.isEmpty()) {
        m_indexes.reserve(m_batch.jobs.size());
        for (int index = 0; index < m_batch.jobs.size(); ++index)
            m_indexes.insert(m_batch.jobs.at(index).id, index);
    }
    return m_indexes.value(id, -1);
}

void MadeJobs::makeAll(const batch::BatchSource &source)
{
    batch::Expansion all = batch::expand(source, m_ids);
    m_batch = {source.settings, {}};
    m_batch.jobs.reserve(all.jobs.size());
    m_first.clear();
    m_combinations.clear();
    m_problems.clear();
    m_usages.clear();
    m_indexes.clear();
    m_used = 0;
    m_refused = 0;

    takeIncluded(&all);
    QList<EntryYield> yields(source.jobs.size());
    for (batch::EntryProblem &problem : all.problems) {
        if (problem.entry >= 0)
            yields[problem.entry].problems.append(std::move(problem));
    }
    for (batch::MadeJob &made : all.jobs) {
        if (made.entry >= 0)
            yields[made.entry].jobs.append(std::move(made));
    }
    m_first.append(static_cast<int>(m_batch.jobs.size()));
    for (int row = 0; row < yields.size(); ++row) {
        EntryYield &yield = yields[row];
        yield.used = yield.jobs.size() > 1 ? static_cast<int>(yield.jobs.size()) : 0;
        note(source.jobs.at(row).id(), yield);
        for (batch::MadeJob &made : yield.jobs)
            m_batch.jobs.append(std::move(made.job));
        m_first.append(static_cast<int>(m_batch.jobs.size()));
    }
    m_isUnsettled = false;
}

void MadeJobs::takeIncluded(batch::Expansion *all)
{
    m_includedFiles.clear();
    QHash<QString, int> numbers;
    for (const batch::IncludedPart &part : std::as_const(all->included)) {
        const Range made{static_cast<int>(part.firstJob), static_cast<int>(part.jobs)};
        m_includedFiles.append({part.path, numbers[part.path]++, made, part.problems});
        for (int i = made.first; i < made.first + made.count; ++i) {
            batch::MadeJob &each = all->jobs[i];
            m_used += each.key.isEmpty() ? 0 : 1;
            if (each.combination != batch::Combination())
                m_combinations.insert(each.job.id, each.combination);
            m_batch.jobs.append(std::move(each.job));
        }
    }
    m_usedByIncluded = m_used;
}

QList<EntryYield> MadeJobs::yieldsOf(const batch::BatchSource &source, const QList<int> &rows)
{
    int used = m_used;
    for (const int row : rows)
        used -= m_usages.value(source.jobs.at(row).id()).used;
    int budget = std::max(0, source.effectiveMaxVariations() - used);
    QList<EntryYield> yields;
    yields.reserve(rows.size());
    for (const int row : rows)
        yields.append(yieldWithin(source, row, budget));
    return yields;
}

EntryYield MadeJobs::yieldWithin(const batch::BatchSource &source, int row, int &budget)
{
    const int before = budget;
    batch::Expansion made = batch::expandEntry(source, row, m_ids, budget);
    return {std::move(made.jobs), std::move(made.problems), before - budget};
}

bool MadeJobs::makesSameJobs(int row, const EntryYield &yield) const
{
    const Range range = ofRow(row);
    const auto first = std::next(m_batch.jobs.cbegin(), range.first);
    return std::equal(
        first, std::next(first, range.count), yield.jobs.cbegin(), yield.jobs.cend(),
        [](const batch::Job &job, const batch::MadeJob &made) { return job.id == made.job.id; });
}

QList<MadeJobs::Turn> MadeJobs::settleLimit(const batch::BatchSource &source)
{
    QList<Turn> turns;
    if (!std::exchange(m_isUnsettled, false))
        return turns;
    if (m_refused == 0 && m_used <= source.effectiveMaxVariations())
        return turns;
    int budget = std::max(0, source.effectiveMaxVariations() - m_usedByIncluded);
    for (int row = 0; row < source.jobs.size(); ++row) {
        const auto usage = m_usages.constFind(source.jobs.at(row).id());
        if (usage == m_usages.constEnd())
            continue;
        const bool stays = usage->refused
            ? usage->refused->jobs > budget && usage->refused->left == budget
            : usage->used <= budget;
        if (stays)
            budget -= usage->used;
        else
            turns.append({row, yieldWithin(source, row, budget)});
    }
    return turns;
}

MadeJobs::Usage MadeJobs::note(batch::JobId entry, const EntryYield &yield)
{
    for (const batch::MadeJob &made : yield.jobs) {
        if (made.combination != batch::Combination())
            m_combinations.insert(made.job.id, made.combination);
    }
    if (!yield.problems.isEmpty())
        m_problems.insert(entry, yield.problems);
    const Usage usage{yield.used, yield.refused()};
    if (usage != Usage())
        m_usages.insert(entry, usage);
    m_used += usage.used;
    m_refused += usage.refused.has_value();
    return usage;
}

MadeJobs::Usage MadeJobs::forget(batch::JobId entry, Range jobs)
{
    if (!m_combinations.isEmpty()) {
        for (int index = jobs.first; index < jobs.first + jobs.count; ++index)
            m_combinations.remove(m_batch.jobs.at(index).id);
    }
    m_problems.remove(entry);
    const Usage usage = m_usages.take(entry);
    m_used -= usage.used;
    m_refused -= usage.refused.has_value();
    return usage;
}

void MadeJobs::shift(int row, int by)
{
    std::for_each(std::next(m_first.begin(), row), m_first.end(),
                  [by](int &first) { first += by; });
}

void MadeJobs::replace(int row, batch::JobId entry, const EntryYield &yield)
{
    const Range range = ofRow(row);
    const auto count = static_cast<int>(yield.jobs.size());
    if (!makesSameJobs(row, yield))
        m_indexes.clear();
    const Usage before = forget(entry, range);
    if (note(entry, yield) != before)
        m_isUnsettled = true;
    if (count > range.count)
        m_batch.jobs.insert(range.first, count - range.count, yield.jobs.constFirst().job);
    else if (count < range.count)
        m_batch.jobs.remove(range.first, range.count - count);
    for (int i = 0; i < count; ++i)
        m_batch.jobs[range.first + i] = yield.jobs.at(i).job;
    if (count != range.count)
        shift(row + 1, count - range.count);
}

void MadeJobs::insert(int row, const QList<batch::JobId> &entries, const QList<EntryYield> &yields)
{
    const int first = m_first.at(row);
    QList<int> firsts;
    QList<batch::Job> jobs;
    firsts.reserve(entries.size());
    jobs.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        firsts.append(first + static_cast<int>(jobs.size()));
        if (note(entries.at(i), yields.at(i)) != Usage())
            m_isUnsettled = true;
        for (const batch::MadeJob &made : yields.at(i).jobs)
            jobs.append(made.job);
    }
    shift(row, static_cast<int>(jobs.size()));
    m_first.insert(row, firsts.size(), 0);
    std::copy(firsts.cbegin(), firsts.cend(), std::next(m_first.begin(), row));
    if (!jobs.isEmpty())
        m_batch.jobs.insert(first, jobs.size(), jobs.constFirst());
    std::move(jobs.begin(), jobs.end(), std::next(m_batch.jobs.begin(), first));
    m_indexes.clear();
}

void MadeJobs::remove(int row, const QList<batch::JobId> &entries)
{
    const auto count = static_cast<int>(entries.size());
    for (int i = 0; i < count; ++i) {
        if (forget(entries.at(i), ofRow(row + i)) != Usage())
            m_isUnsettled = true;
    }
    const int first = m_first.at(row);
    const int jobs = m_first.at(row + count) - first;
    m_batch.jobs.remove(first, jobs);
    m_first.remove(row, count);
    shift(row, -jobs);
    m_indexes.clear();
}

void MadeJobs::reorder(const QList<int> &order)
{
    QList<batch::Job> jobs = m_batch.jobs.first(includedCount());
    QList<int> firsts;
    jobs.reserve(m_batch.jobs.size());
    firsts.reserve(m_first.size());
    for (const int row : order) {
        const Range range = ofRow(row);
        firsts.append(static_cast<int>(jobs.size()));
        for (int index = range.first; index < range.first + range.count; ++index)
            jobs.append(std::move(m_batch.jobs[index]));
    }
    firsts.append(static_cast<int>(jobs.size()));
    m_batch.jobs = std::move(jobs);
    m_first = std::move(firsts);
    m_indexes.clear();
    m_isUnsettled = m_isUnsettled || m_refused > 0;
}

} // namespace ui
