// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "config/reading/node.h"

#include <vector>

namespace config {

/// One key of a batch or job with the value it has now.
struct Content
{
    QString key;
    NodePtr value;
    bool implied = false; ///< holds without being written; written only where the key stands
};

/// What a job says, known keys in the article's order, then the unknown ones.
std::vector<Content> contentOf(const batch::Job &job);
/// What a batch says beside its jobs.
std::vector<Content> contentOf(const batch::BatchSettings &settings);

/// One entry of a mapping that is about to be written.
struct Piece
{
    QString key;
    NodePtr value;
    const Entry *origin = nullptr; ///< where the key stands in the file; null: it is new
    bool changed = true;           ///< against what the file says
};

/// The keys of `now` in the order of the file (`origin`, may be null), new ones behind. `before`
/// is what the file was read as.
std::vector<Piece> arrange(const Node *origin, const std::vector<Content> &before,
                           const std::vector<Content> &now);

} // namespace config
