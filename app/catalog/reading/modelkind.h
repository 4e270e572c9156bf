// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

namespace catalog {

/// What a model starts from and makes: by the last part of its id, its tags and categories, and
/// then by the parameters that it has.
ModelKind kindOf(const Model &model);

/// What a model makes, by the last part of its id ("my/t2v-fast"); nothing where that doesn't say.
std::optional<batch::MediaType> typeFromName(const QString &id);

} // namespace catalog
