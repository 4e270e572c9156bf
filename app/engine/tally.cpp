// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tally.h"

namespace engine {

namespace {

void book(batch::BillLine &line, const batch::BillLine &part, int sign)
{
    line.jobs += sign * part.jobs;
    if (sign > 0) {
        line.toCome += part.toCome;
        line.committed += part.committed;
        line.spent += part.spent;
    } else {
        line.toCome -= part.toCome;
        line.committed -= part.committed;
        line.spent -= part.spent;
    }
}

} // namespace

void Tally::book(const batch::JobResult &job, int sign)
{
    // What a job in that state adds to a bill is the bill's own rule.
    batch::BillLine part;
    part.add(job.cost, job.state, job.costIsGuess);
    m_counts[job.state] += sign;
    engine::book(m_bill.all, part, sign);
    batch::BillLine &line = m_bill.byModel[job.model];
    engine::book(line, part, sign);
    if (part.guess) {
        m_allGuesses += sign;
        int &guesses = m_guesses[job.model];
        guesses += sign;
        line.guess = guesses > 0;
        m_bill.all.guess = m_allGuesses > 0;
    }
    if (line.jobs == 0)
        m_bill.byModel.remove(job.model);
}

void Tally::add(const batch::JobResult &job)
{
    book(job, 1);
}

void Tally::remove(const batch::JobResult &job)
{
    book(job, -1);
}

void Tally::change(const batch::JobResult &before, const batch::JobResult &after)
{
    if (before.state == after.state && before.cost == after.cost)
        return;
    // In this order no line comes to nothing in between.
    book(after, 1);
    book(before, -1);
}

void Tally::writeTo(BatchProgress &progress) const
{
    progress.total = total();
    progress.waiting = count(batch::JobState::Waiting);
    progress.submitting = count(batch::JobState::Submitting);
    progress.generating = count(batch::JobState::Generating);
    progress.downloading = count(batch::JobState::Downloading);
    progress.succeeded = count(batch::JobState::Succeeded);
    progress.failed = count(batch::JobState::Failed);
    progress.cancelled = count(batch::JobState::Cancelled);
    progress.unresolved = count(batch::JobState::Unresolved);
    progress.bill = m_bill;
}

} // namespace engine
