// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "store/ledger.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace engine {

/// The batch that another one was before its file was moved, renamed or copied.
struct Origin
{
    QString batch;       ///< its name in the ledger: the path that the file had
    bool isGone = false; ///< no file is there any more: it was moved; else it was copied
};

/// For a batch that the ledger doesn't know by its name: where it came from, as the manifest in its
/// output folder tells by the predictions in it. A batch that has nothing in common with this one
/// only shared the folder, and is none: of one that is gone, a job of the same name or the same
/// request is wanted, of a copied one the same request. Changes nothing; blocks on the disk.
tl::expected<std::optional<Origin>, store::LedgerError> originOf(store::Ledger &ledger,
                                                                 const QString &batchName,
                                                                 const QString &outputDir,
                                                                 const batch::Batch &batch);

} // namespace engine
