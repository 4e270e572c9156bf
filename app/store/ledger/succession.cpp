// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/succession.h"

namespace store {

using batch::JobState;

bool mayFollow(JobState present, JobState next)
{
    // These are no outcomes.
    if (next == JobState::Draft || next == JobState::Submitting)
        return false;
    if (next == present || next == JobState::Succeeded)
        return true;
    switch (present) {
    case JobState::Draft:
    case JobState::Submitting:
    case JobState::Unresolved:
        return true;
    case JobState::Generating:
    case JobState::Downloading:
        return next != JobState::Unresolved && next != JobState::Cancelled;
    case JobState::Succeeded:
        return next == JobState::Downloading;
    case JobState::Waiting:
        return next == JobState::Failed || next == JobState::Cancelled;
    case JobState::Failed:
    case JobState::Cancelled:
        return false;
    }
    return false;
}

} // namespace store
