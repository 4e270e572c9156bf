// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/node.h"

#include <QByteArray>

namespace config {

/// Indented JSON with the keys in the order of the tree. Plain nodes are numbers or booleans.
QByteArray jsonText(const Node &root, int indent);

} // namespace config
