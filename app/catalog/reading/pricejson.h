// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QJsonObject>

#include <optional>

namespace catalog {

/// The `price` of an entry: what is charged (`actual`), or what is charged without a discount
/// (`origin`) where that isn't said; with `unit`, `by_resolution` and `as_of` (ISO 8601), which are
/// ours. Without a unit a video's is taken to be per second. Nothing where there is no readable
/// figure. The source is left to the caller, and the age where it isn't said.
std::optional<Price> readPrice(const QJsonObject &price, batch::MediaType type);

/// The same again.
QJsonObject toJson(const Price &price);

} // namespace catalog
