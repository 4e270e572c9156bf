// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/bill.h"

namespace batch {

void BillLine::add(Cost cost, JobState state, bool isGuess)
{
    ++jobs;
    switch (state) {
    case JobState::Draft:
    case JobState::Waiting:
        toCome += cost;
        break;
    case JobState::Submitting:
    case JobState::Generating:
    case JobState::Downloading:
    case JobState::Unresolved:
        committed += cost;
        break;
    case JobState::Succeeded:
        spent += cost;
        break;
    case JobState::Failed:
    case JobState::Cancelled:
        return;
    }
    guess = guess || isGuess;
}

BillLine &BillLine::operator+=(const BillLine &other)
{
    jobs += other.jobs;
    toCome += other.toCome;
    committed += other.committed;
    spent += other.spent;
    guess = guess || other.guess;
    return *this;
}

void Bill::add(const QString &model, Cost cost, JobState state, bool isGuess)
{
    all.add(cost, state, isGuess);
    byModel[model].add(cost, state, isGuess);
}

} // namespace batch
