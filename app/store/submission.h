// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace store {

/// What a person said of a submission that nobody knows the fate of, or that was paid for and not
/// fetched.
enum class Decision {
    None,
    /// Another took its place; it may have been charged, and counts as such.
    SubmittedAgain,
    /// It is held, or to be fetched, no longer. If nobody knows whether it was accepted, it counts
    /// for no money; one that was accepted was paid for, and counts as spent.
    Forgotten,
};

/// One submission, as the ledger has it.
struct Submission
{
    QString batch;
    QString server;
    batch::Job job;      ///< as it was submitted; its id is a new one
    QJsonObject request; ///< the body as it was sent
    /// How it stands: `submission` and `submittedAt` are set, `job` is that of `job`. Its state is
    /// Submitting for one whose answer was never recorded: if no program is at work on the batch,
    /// nobody knows whether it was accepted. Waiting for one that was refused or failed and was to
    /// be tried again.
    batch::JobResult result;
    Decision decision = Decision::None;
};

/// How the ledger names a batch: by its file's canonical path. A batch that was never saved has a
/// name of its own making, which no other batch ever has.
QString batchName(const QString &batchPath);
/// How the ledger names a server: its address without a user name, query or closing slash,
/// nor a port that goes without saying.
QString serverName(const QUrl &baseUrl);
/// The sandbox that a program runs within itself.
inline constexpr QStringView ownSandbox = u"sandbox";

} // namespace store
