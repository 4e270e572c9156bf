// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// What one entry makes.
struct EntryYield
{
    QList<batch::MadeJob> jobs;
    QList<batch::EntryProblem> problems;
    int used = 0; ///< of the batch's max_variations

    /// Where that limit keeps it from making any.
    std::optional<batch::EntryProblem::Refused> refused() const;
};

/// The jobs that a batch's entries make, kept up to date entry by entry: what an edit of one row
/// costs doesn't hang on how many there are. A job keeps its id as long as its combination is
/// there, and gets it back where the combination comes back.
class MadeJobs
{
public:
    /// Consecutive jobs in batch().jobs.
    struct Range
    {
        int first = 0;
        int count = 0;

        friend bool operator==(const Range &, const Range &) = default;
    };

    /// What an included file makes here, and what is wrong with its entries. A file that two others
    /// include stands here twice.
    struct IncludedFile
    {
        QString path;
        int number = 0; ///< among those of the same path, from 0
        Range made;
        QList<batch::EntryProblem> problems;
    };

    /// Jobs of included files first, then those of the entries in their order.
    const batch::Batch &batch() const { return m_batch; }
    Range ofRow(int row) const { return {m_first.at(row), m_first.at(row + 1) - m_first.at(row)}; }
    int includedCount() const { return m_first.constFirst(); }
    /// In the order of their jobs; those that have neither jobs nor problems are left out.
    const QList<IncludedFile> &includedFiles() const { return m_includedFiles; }
    /// -1 where no job has that id.
    int indexOf(batch::JobId id) const;
    batch::Combination combinationOf(batch::JobId id) const { return m_combinations.value(id); }
    /// What the expansion found wrong with an entry.
    QList<batch::EntryProblem> problemsOf(batch::JobId entry) const
    {
        return m_problems.value(entry);
    }

    void setSettings(const batch::BatchSettings &settings) { m_batch.settings = settings; }
    /// Makes everything anew.
    void makeAll(const batch::BatchSource &source);
    /// What the entries in these rows of `source`, ascending, make when all others make what they
    /// do. They may be ones that are not known here yet.
    QList<EntryYield> yieldsOf(const batch::BatchSource &source, const QList<int> &rows);
    /// Whether the row's jobs are those, one by one, whatever they ask for.
    bool makesSameJobs(int row, const EntryYield &yield) const;
    void replace(int row, batch::JobId entry, const EntryYield &yield);
    /// Entries and their yields, one by one, before what is now row `row`.
    void insert(int row, const QList<batch::JobId> &entries, const QList<EntryYield> &yields);
    void remove(int row, const QList<batch::JobId> &entries);
    /// Afterwards row i makes what row `order[i]` made.
    void reorder(const QList<int> &order);

    /// An entry that makes something else than it did, because of what the others make by now.
    struct Turn
    {
        int row = 0;
        EntryYield yield;
    };
    /// Entries with variations share one limit, in their order: those that are to be replaced after
    /// what was changed since the last call. All others are left alone: who takes of the limit what
    /// they did costs nothing.
    QList<Turn> settleLimit(const batch::BatchSource &source);

private:
    /// What an entry takes of the limit, or would.
    struct Usage
    {
        int used = 0;
        std::optional<batch::EntryProblem::Refused> refused;

        friend bool operator==(const Usage &, const Usage &) = default;
    };

    EntryYield yieldWithin(const batch::BatchSource &source, int row, int &budget);
    void takeIncluded(batch::Expansion *all);
    /// Answers what the entry takes of the limit.
    Usage note(batch::JobId entry, const EntryYield &yield);
    /// Answers what it took.
    Usage forget(batch::JobId entry, Range jobs);
    void shift(int row, int by);

    batch::VariationIds m_ids;
    batch::Batch m_batch;
    QList<IncludedFile> m_includedFiles;
    QList<int> m_first{0}; ///< by row; and one more: where they end
    QHash<batch::JobId, batch::Combination> m_combinations;
    QHash<batch::JobId, QList<batch::EntryProblem>> m_problems; ///< by entry
    QHash<batch::JobId, Usage> m_usages; ///< by entry; those that the limit is nothing to aside
    int m_refused = 0;                   ///< how many of them make nothing because of it
    int m_usedByIncluded = 0;
    int m_used = 0;             ///< of max_variations, in all
    bool m_isUnsettled = false; ///< the limit may let others through by now
    mutable QHash<batch::JobId, int> m_indexes;
};

} // namespace ui
