// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

namespace config {

/// Reads a text that is about to be written for `meant`, as readBatch() will once it is: with its
/// jobs, and with what keeps a file from being read at all. Its entries have the ids of those of
/// `meant`, in their order, and of included files holds what is known there: none is read, as one
/// that is gone for the moment is no reason not to save.
tl::expected<BatchFile, QList<Diagnostic>> readBack(const QByteArray &text, Format format,
                                                    const QString &path,
                                                    const batch::BatchSource &meant);

} // namespace config
