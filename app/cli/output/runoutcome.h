// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "cli/refusedjob.h"
#include "engine/progress.h"
#include "store/manifest.h"

#include <QJsonObject>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>

namespace cli {

/// How a run ended.
struct RunOutcome
{
    /// What must have succeeded for the run to have.
    enum class Scope {
        Batch, ///< everything that stands in the manifest
        Fetch, ///< the same, but for what had failed before
        Jobs,  ///< what the run was to make, and nothing else
    };

    store::Manifest manifest;  ///< of the whole batch
    QSet<batch::JobId> kept;   ///< those that stood before the run, which left them alone
    QList<RefusedJob> leftOut; ///< not in the manifest: their models would refuse them
    int notBegun = 0;          ///< jobs that were to follow when others are fetched, and did not
    Scope scope = Scope::Batch;
    QString unwritten; ///< which of the batch's files can't be written, for people
    QString outputDir; ///< absolute
    std::chrono::milliseconds elapsed{0};
    std::optional<engine::PauseReason> stoppedBy;
    QString stopMessage;      ///< why, for people
    bool interrupted = false; ///< by Ctrl-C or a signal

    int exitCode() const;
    /// Results that were made before.
    int keptCount() const;
    /// Everything in the scope has a result, and nothing was left out.
    bool isComplete() const;
    /// What is charged or, where a job has not ended, will be.
    QMap<QString, batch::Cost> costByModel() const;
    /// What may still be charged.
    batch::Cost committed() const;
    /// The summary as the article prints it, and what is left to do: `options` are those of the
    /// run, for the commands that do it.
    QString toText(const Options &options) const;
    /// The manifest's content and a `summary`.
    QJsonObject toJson() const;
};

} // namespace cli
