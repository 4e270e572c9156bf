// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QString>

#include <optional>

namespace sheet {

/// Puts what a cell says under a key of a job: one of fieldKeys(). The error says what was
/// expected, for people; then the entry is left as it was. The cell is not empty.
std::optional<QString> fill(batch::JobSource &entry, const QString &key, const QString &cell);

/// Whether a cell could be a value of that key.
bool fits(const QString &key, const QString &cell);

} // namespace sheet
