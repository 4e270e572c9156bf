// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace catalog {

/// The parameters that a model's OpenAPI document describes (`components.schemas.Input`), without
/// `model`: in the order of `x-order-properties`, then those that the request must have, then by
/// name. `$ref` is followed within the document; one that leads nowhere, or in a circle, allows
/// anything. What the elements of an `allOf` describe belongs to it. A name that is required and
/// not described is a parameter that takes anything. Nothing where the document describes no
/// parameters, or one of them in two ways.
std::optional<QList<Parameter>> readSchema(const QJsonObject &document);

} // namespace catalog
