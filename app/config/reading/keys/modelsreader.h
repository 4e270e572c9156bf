// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/modeloverride.h"
#include "config/batchfile.h"
#include "config/reading/findings.h"
#include "config/reading/tree/node.h"

#include <QMap>

namespace config {

/// Reads a batch's `models` section: what the file itself says of models, by their ids.
QMap<QString, batch::ModelOverride> readModels(const Node &node, Format format, Findings &findings);

} // namespace config
