// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/jobstate.h"
#include "batch/problem.h"
#include "catalog/estimate.h"

#include <QString>
#include <QVariant>

/// How a job that the document makes stands, from it and the session together. Without a session
/// (null) every job is a draft.
namespace ui {

class BatchDocument;
class RunSession;

batch::JobState stateOf(const RunSession *session, const batch::Job &job);
/// Errors would keep a job in this state from running: it is not under way and not made yet.
bool isKeptFromRunning(batch::JobState state);
/// What was charged, where that is known, else the estimate.
catalog::Estimate costOf(const BatchDocument &document, const RunSession *session,
                         const batch::Job &job);
/// Why it failed, what it waits for, or what keeps it from running; may be empty.
QString detailOf(const BatchDocument &document, const RunSession *session, const batch::Job &job);
/// The message of the first error; empty where there is none.
QString firstError(const QList<batch::Problem> &problems);
/// 0 to 1 while it is generated or downloaded, else invalid.
QVariant fractionOf(const RunSession *session, const batch::Job &job);

} // namespace ui
