// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "catalog/catalog.h"

namespace ui {

/// What a sheet is to be imported into.
struct ImportContext
{
    catalog::Catalog catalog; ///< for models, their checks and prices
    batch::BatchSource batch; ///< the open batch: its defaults, variables and names hold
    QList<batch::Job> made;   ///< what it makes
};

} // namespace ui
