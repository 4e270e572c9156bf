// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/writing/batchcontent.h"
#include "config/writing/yamltext.h"

#include <optional>

namespace config {

/// How the prompt of a job is set in the text that the job was read from; nothing where the job
/// has no prompt there.
std::optional<TextStyle> promptStyle(const QByteArray &text, const Node &job);

/// The style for one key of a job. `prompts` is how the neighbours set theirs; without any, long
/// prompts become blocks.
TextStyle styleFor(const Piece &piece, std::optional<TextStyle> prompts);

/// A job as an item of a block-style list, its dash at `column`, ended by a line break. `origin`
/// (may be null) gives the order of the keys; `before` is what it was read as.
QByteArray yamlJob(const batch::Job &job, int column, std::optional<TextStyle> prompts,
                   const Node *origin = nullptr, const batch::Job *before = nullptr);

} // namespace config
