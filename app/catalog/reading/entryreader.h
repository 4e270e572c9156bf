// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QJsonObject>

#include <optional>

namespace catalog {

/// A model from its entry in `/models` and its schema (which may be empty). Nothing for an entry
/// that is hidden, has no id, or makes neither images nor videos.
std::optional<Model> readEntry(const QJsonObject &entry, const QJsonObject &schema,
                               const Catalog::Origin &origin);

/// What follows from a schema: parameters, kind, and what it makes of what isn't said.
void setSchema(Model &model, const QJsonObject &schema);

} // namespace catalog
