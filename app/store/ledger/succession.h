// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/jobstate.h"

namespace store {

/// Whether the ledger takes over that a submission stands as `next`, when it has it as `present`.
/// Facts may come late or twice (the disk was full, another program was quicker), and an older
/// one must not take the place of a newer one:
///
/// - A submission that was sent, or that is unresolved, may become anything: any fact is more
///   than what is known.
/// - One that was accepted never goes back to having its fate unknown or to never having left.
/// - A result that is on disk only becomes Downloading, when its files are gone and it is fetched
///   anew, and from there on everything that a download may become. What was charged for it stays.
/// - What ended for nothing (Failed, Cancelled, Waiting for another submission) stays ended; only
///   a result on disk proves it wrong. One that waited may end for good.
bool mayFollow(batch::JobState present, batch::JobState next);

} // namespace store
