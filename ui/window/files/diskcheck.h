// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

#include <optional>

namespace ui {

/// How the file of an open batch stands on the disk, which others may have written to.
struct DiskCheck
{
    enum class Finding {
        Same,    ///< the disk has what is known, its included files too
        Changed, ///< others changed it: see `file`
        Gone,    ///< there is no such file any more: what is here is the only copy
    };

    Finding finding = Finding::Same;
    /// Where it was changed: as it reads now; or why it can't be read.
    tl::expected<config::BatchFile, QList<config::Diagnostic>> file = {};
    bool byIncluded = false; ///< the file itself is as it was: one that it includes is not

    /// A file that has become unreadable, or lost jobs to errors, is nothing to take over.
    bool isUsable() const { return file && file->jobErrors.isEmpty(); }
};

/// What became of the file that was last read or written as `known`. Blocks on the disk: not for
/// the window's thread.
DiskCheck checkOnDisk(const config::BatchFile &known);

} // namespace ui
