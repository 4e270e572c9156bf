// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/reading/tree/node.h"

#include <vector>

namespace config {

/// One key of a batch or job with the value it has now.
struct Content
{
    QString key;
    NodePtr value;
    bool implied = false; ///< holds without being written; written only where the key stands
};

/// What an entry says, known keys in the article's order, then the unknown ones. An empty model or
/// prompt need not be said where the batch's defaults say one.
std::vector<Content> contentOf(const batch::JobSource &entry, const batch::BatchSource &batch);
/// What a batch says beside its jobs.
std::vector<Content> contentOf(const batch::BatchSource &batch);

} // namespace config
