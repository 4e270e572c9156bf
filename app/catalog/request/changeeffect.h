// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QList>
#include <QString>

#include <optional>

namespace catalog {

/// What another model would do to some jobs. The sums are of these jobs; whoever knows what the
/// others cost can add that. Those that have the model already stay as they are.
struct ChangeEffect
{
    struct Sums
    {
        batch::Cost cost;        ///< of all of the jobs
        batch::Cost enabledCost; ///< of those that a run takes
        bool guess = false;      ///< contains a price that isn't known
        TypicalTime each;        ///< the least and the most that one of them usually takes, s

        friend bool operator==(const Sums &, const Sums &) = default;
    };
    /// Something that several jobs have in common.
    struct Shared
    {
        QString what;
        int jobs = 0;

        friend bool operator==(const Shared &, const Shared &) = default;
    };

    int jobs = 0;    ///< how many there are
    int changed = 0; ///< how many have another model now
    Sums before;
    Sums after;
    QList<Shared> dropped;  ///< what the model has no parameter for; the most jobs first
    int jobsWithErrors = 0; ///< a run would leave these out
    QList<Shared> errors;   ///< in words; the most jobs first
    std::optional<batch::MediaType> becomes; ///< jobs of the other type become this

    friend bool operator==(const ChangeEffect &, const ChangeEffect &) = default;
};

/// Ten thousand jobs take well under 100 ms.
ChangeEffect effectOfChange(const Catalog &catalog, const QList<batch::Job> &jobs,
                            const QString &modelId);

} // namespace catalog
