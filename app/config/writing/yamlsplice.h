// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"
#include "config/reading/node.h"

#include <QByteArray>

#include <optional>

namespace config {

/// The YAML that `origin` was read from (`root` is its tree), with just those lines written anew
/// that `batch` changes: settings, keys of jobs, jobs added, removed or moved. Nothing where the
/// file is not laid out in plain block style. The caller checks that the result reads back as
/// `batch`: comments and odd layouts can make it say something else.
std::optional<QByteArray> spliceYaml(const batch::Batch &batch, const BatchFile &origin,
                                     const Node &root);

} // namespace config
