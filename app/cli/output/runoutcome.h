// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/progress.h"
#include "store/manifest.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace cli {

/// How a run ended.
struct RunOutcome
{
    store::Manifest manifest;
    QString outputDir; ///< absolute
    std::chrono::milliseconds elapsed{0};
    std::optional<engine::PauseReason> stoppedBy;
    QString stopMessage;      ///< why, for people
    bool interrupted = false; ///< by Ctrl-C or a signal

    int exitCode() const;
    /// What is charged or, where a job has not ended, will be.
    QMap<QString, batch::Cost> costByModel() const;
    /// What may still be charged.
    batch::Cost committed() const;
    /// The summary as the article prints it.
    QString toText() const;
    /// The manifest's content and a `summary`.
    QJsonObject toJson() const;
};

} // namespace cli
