// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/result.h"
#include "cli/options/options.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace cli {

/// "2026-03-01 14:05:09", local time; "at an unknown time" where it is invalid.
QString timeText(const QDateTime &time);

/// What a person should know of the results that wait for a decision, or to be fetched: what they
/// are, and which command deals with them. No lines where there are none.
QStringList heldLines(const QList<batch::JobResult> &results, const Options &options);
QStringList unfetchedLines(const QList<batch::JobResult> &results, const Options &options);

} // namespace cli
