// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/search.h"

namespace ui {

/// Which part of the models is looked at.
enum class ModelScope {
    All,
    Favourites,
    Recent, ///< chosen lately, and those of the open batch; by Relevance the latest come first
};

/// What a person asks of the list of models.
struct ModelSearch
{
    catalog::ModelQuery query;
    catalog::ModelOrder order = catalog::ModelOrder::Name;
    ModelScope scope = ModelScope::All;

    /// Words, kind, provider or price leave models out.
    bool isFiltered() const { return query != catalog::ModelQuery(); }

    friend bool operator==(const ModelSearch &, const ModelSearch &) = default;
};

} // namespace ui
