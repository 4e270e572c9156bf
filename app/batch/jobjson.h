// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QByteArray>
#include <QJsonObject>

namespace batch {

/// The job under the batch file's keys; what it doesn't say is left out, and so is its id.
QJsonObject toJson(const Job &job);
/// The job that was written so, under a new id. What is missing or of another type counts as not
/// said.
Job jobFromJson(const QJsonObject &json);

/// A digest (SHA-256, hexadecimal) of what the job asks the server for: the same for two jobs
/// exactly when Job::sameRequest holds for them with that `usual`.
QByteArray requestDigest(const Job &job, const Usual &usual = {});

} // namespace batch
