// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace config {

/// Reads strict JSON (UTF-8, without byte order mark). The root is null where there is no text.
tl::expected<Tree, TreeError> parseJson(const QByteArray &text);

} // namespace config
