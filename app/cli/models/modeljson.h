// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QDateTime>
#include <QJsonObject>

namespace cli {

/// "built_in", "live", "batch_file".
QString toKey(catalog::PriceSource source);
/// A moment in ISO 8601, UTC; null where it isn't known.
QJsonValue momentOrNull(const QDateTime &time);

/// A model for scripts: an entry of the list.
QJsonObject toJson(const catalog::Model &model);
/// The same, and its description and parameters. What a parameter takes is said with JSON Schema's
/// keywords.
QJsonObject toFullJson(const catalog::Model &model);

} // namespace cli
