// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/jobstate.h"

#include <QMap>
#include <QMetaType>
#include <QString>

namespace batch {

/// What some jobs cost, by where the money stands. The parts never overlap.
struct BillLine
{
    int jobs = 0;
    Cost toCome;        ///< not submitted yet
    Cost committed;     ///< submitted and not ended: will be charged if it succeeds
    Cost spent;         ///< charged
    bool guess = false; ///< contains a price that isn't known

    Cost total() const { return toCome + committed + spent; }
    /// Adds one job of that cost in that state. Failed and cancelled jobs cost nothing; an
    /// unresolved one counts as committed, since it may have been accepted.
    void add(Cost cost, JobState state, bool isGuess);
    BillLine &operator+=(const BillLine &other);

    friend bool operator==(const BillLine &, const BillLine &) = default;
};

/// The bill of a batch: by model, and all together.
struct Bill
{
    BillLine all;
    QMap<QString, BillLine> byModel; ///< by model id

    void add(const QString &model, Cost cost, JobState state, bool isGuess);

    friend bool operator==(const Bill &, const Bill &) = default;
};

} // namespace batch

Q_DECLARE_METATYPE(batch::Bill)
