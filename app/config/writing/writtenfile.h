// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

namespace config {

/// The file that says `source`, its text as writeBatch() has it or, where `layout` says so, as
/// cleanText() does, and read again from that text: what a save puts on the disk. The error says
/// why there is none, for people.
tl::expected<BatchFile, QString> writtenFile(const batch::BatchSource &source, Format format,
                                             const QString &path, const BatchFile *origin,
                                             Layout layout);

} // namespace config
