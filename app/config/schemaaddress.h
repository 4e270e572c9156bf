// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace config {

/// Where new batch files say that their schema is, for editors that check and complete while one
/// types (`# yaml-language-server: $schema=…`): a file beside them. It is there after
///
///     rushes-cli schema > batch.schema.json
///
/// and where it isn't, an editor says so and the file is as good as before.
inline constexpr QByteArrayView schemaAddress = "batch.schema.json";

} // namespace config
