// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "engine/progress.h"
#include "engine/resume/claim.h"
#include "store/manifest.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace cli {

/// How a batch stands by the ledger, whether a program is at work on it or not.
struct BatchStatus
{
    /// All enabled jobs, and whatever else has a result or waits for one. Draft: never submitted,
    /// or changed since it was made.
    store::Manifest manifest;
    QHash<batch::JobId, QJsonObject> requests; ///< as they were sent, of unresolved ones
    QSet<batch::JobId> changed; ///< of the drafts: there is a result, but for another request
    QSet<batch::JobId> orphans; ///< no longer in the batch
    std::optional<store::LockOwner> running;
    QString outputDir;      ///< absolute
    batch::BillLine others; ///< results that others took the place of, or that nobody asks for
    batch::Cost thisMonth;  ///< spent or committed on this server, by all batches
    std::optional<batch::Cost> monthlyLimit;
    std::optional<batch::Cost> budget;

    batch::Cost spent() const;
    batch::Cost committed() const;
    int exitCode() const;
    /// `options` are those of the command, for what can be done about it.
    QString toText(const Options &options) const;
    /// The manifest's content, with more of each job, and the counts and sums.
    QJsonObject toJson() const;
    /// The counts and the bill as a run would tell them.
    engine::BatchProgress progress() const;
};

/// What the jobs' standings say; money of the month and limits are the caller's to add.
BatchStatus statusOf(const batch::Batch &batch, const engine::Survey &survey,
                     const QString &outputDir);

} // namespace cli
