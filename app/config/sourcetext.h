// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

namespace config {

/// Reads what a text itself says: `source` with the places of its entries, and no more. Neither
/// are the files read that it includes, nor jobs made of the entries, and an entry without type,
/// model or prompt is sound, as defaults from elsewhere may say them. For texts on their way:
/// what a save is about to write, what is pasted. Touches no file.
tl::expected<BatchFile, QList<Diagnostic>> readSource(const QByteArray &text, Format format,
                                                      const QString &path = {});

} // namespace config
