// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QJsonObject>

#include <optional>

namespace catalog {

/// The `price` of an entry: what is charged (`actual`), or what is charged without a discount
/// (`origin`) where that isn't said; with `unit` and `by_resolution`, which are ours. Nothing
/// where there is no readable figure. Source and age are left to the caller.
std::optional<Price> readPrice(const QJsonObject &price, batch::MediaType type);

/// The same again.
QJsonObject toJson(const Price &price);

} // namespace catalog
