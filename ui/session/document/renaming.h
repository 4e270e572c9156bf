// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/references/renames.h"
#include "session/document/batchcommands.h"

#include <QList>

namespace ui {

class BatchDocument;

using batch::followed;
using batch::Renames;

/// The entries that follow where the edit that is `changes` gives jobs other names. Only a job that
/// its entry makes alone, under a name without variables that no other job has, is followed.
/// `soFar` is the step that the edit will be merged into, or null: its entries go on following,
/// from how they read before it.
QList<EntryChange> followers(const BatchDocument &document, const QList<EntryChange> &changes,
                             const ChangeEntriesCommand *soFar);

} // namespace ui
