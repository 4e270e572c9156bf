// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QJsonObject>
#include <QUrl>

namespace sandbox {

/// The answer to `GET /models`; the entries' schemas are at `schemas` plus schemaName.json.
QJsonObject modelList(const catalog::Catalog &catalog, const QUrl &schemas);

/// A model's id as one part of a path.
QString schemaName(const catalog::Model &model);

/// The OpenAPI document of a model: `components.schemas.Input`.
QJsonObject modelSchema(const catalog::Model &model);

} // namespace sandbox
