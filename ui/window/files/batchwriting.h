// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/references/relocation.h"
#include "window/files/diskcheck.h"

#include <QList>

#include <optional>

namespace ui {

/// What came of writing a batch to its file.
struct WrittenBatch
{
    tl::expected<config::BatchFile, QString> file; ///< or why not, for people
    /// The text can't be changed as it is laid out; a clean one can be written.
    bool cleanHelps = false;
    std::optional<DiskCheck> others = {}; ///< nothing was written, for their sake
    /// What was written, where paths are others in the file's folder.
    std::optional<batch::Relocation> moved = {};
    config::Layout layout = config::Layout::Kept; ///< it was written in
};

/// Writes the batch that was last read or written as `origin`; in another folder with paths that
/// mean the same files there. What others wrote to the file in the meantime is not written over
/// unseen. Of `versions`, which it had before (BatchDocument::versions), comes what is back. Blocks
/// on the disk: not for the window's thread.
WrittenBatch writeToDisk(const batch::BatchSource &source,
                         const std::optional<config::BatchFile> &origin,
                         const QList<config::BatchFile> &versions, const QString &path,
                         config::Layout layout);

} // namespace ui
