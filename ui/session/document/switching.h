// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>

namespace ui {

/// One of the jobs that an entry makes, and whether it is to be switched.
struct SwitchedJob
{
    batch::Combination combination;
    bool isMeant = false;
};

/// The entry with those of its jobs that are meant switched on or off, and the others as they
/// were. `made` are all that it makes, in their order. All at once are switched off by the entry's
/// `enabled`, the only one too; else each by its combination in `exclude`. To switch one on that a
/// broader exclusion covers leaves the others of it excluded one by one.
batch::JobSource switched(batch::JobSource entry, const QList<SwitchedJob> &made, bool enabled);

/// The entry switched as a whole: what it excludes stays excluded, unless that is all that it
/// makes.
batch::JobSource switchedWhole(batch::JobSource entry, QList<SwitchedJob> made, bool enabled);

} // namespace ui
