// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/progress.h"

#include <QHash>

namespace engine {

/// The counts and the bill of a run, kept up step by step: each change costs the same however
/// many jobs there are.
class Tally
{
public:
    /// A job came into the run in its result's state.
    void add(const batch::JobResult &job);
    /// A job left the run, such as the earlier take of one that is tried again.
    void remove(const batch::JobResult &job);
    /// A job's state, or its cost, changed.
    void change(const batch::JobResult &before, const batch::JobResult &after);

    int total() const { return m_bill.all.jobs; }
    int count(batch::JobState state) const { return m_counts.value(state); }
    const batch::Bill &bill() const { return m_bill; }
    /// Fills in the counts and the bill.
    void writeTo(BatchProgress &progress) const;

private:
    void book(const batch::JobResult &job, int sign);

    QHash<batch::JobState, int> m_counts;
    QHash<QString, int> m_guesses; ///< jobs with a guessed price on the bill, by model
    int m_allGuesses = 0;
    batch::Bill m_bill;
};

} // namespace engine
