// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

namespace catalog {

/// What a model starts from and makes: by the last part of its id, its tags and categories, and
/// then by the parameters that it has.
ModelKind kindOf(const Model &model);

} // namespace catalog
