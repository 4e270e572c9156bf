// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"
#include "config/reading/tree/node.h"

namespace config {

/// The text of a file without the byte order mark.
QByteArray bodyOf(const BatchFile &file);

/// The tree of a text without byte order mark; without a root where it is none.
Tree treeOf(const QByteArray &body, Format format);
/// The tree of a file's text.
Tree treeOf(const BatchFile &file);

} // namespace config
