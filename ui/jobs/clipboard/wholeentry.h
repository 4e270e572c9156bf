// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

namespace ui {

/// The entry such that it means the same in a batch without defaults and variables: it says itself
/// what those of `source` say for it. Variables that its texts don't name are left out.
batch::JobSource wholeEntry(const batch::BatchSource &source, const batch::JobSource &entry);

} // namespace ui
