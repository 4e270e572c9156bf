// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QString>

#include <tl/expected.hpp>

namespace config {

/// The entry after one of its keys was set to what a person typed, as the command line takes it.
///
/// `key` is the batch file's: "prompt", "params.seed", "vars.colour", "matrix.product". A key whose
/// value is text takes `value` as it stands; all others take it as YAML: a number, true, "[a, b]",
/// "{product: a}". Of a parameter that goes for a whole value of these alone: what else YAML would
/// make of a text is none of it, such as a comment of what is behind a #. The error, for people,
/// says what was expected; an unknown key is one, too.
tl::expected<batch::JobSource, QString> withKey(const batch::JobSource &entry, const QString &key,
                                                const QString &value);

/// The entry without that key; the error: it has none, or can't do without it.
tl::expected<batch::JobSource, QString> withoutKey(const batch::JobSource &entry,
                                                   const QString &key);

} // namespace config
