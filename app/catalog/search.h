// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QStringList>

namespace catalog {

/// Which models are wanted.
struct ModelQuery
{
    QString words; ///< each must be found in name, id, provider, kind, tags or description
    std::optional<batch::MediaType> type;
    std::optional<ModelKind> kind;
    QString provider;                    ///< an organization; empty: all
    std::optional<batch::Cost> mostCost; ///< of typicalCost(); models without a price fall out
    bool unlisted = false;               ///< also those that the service no longer has

    friend bool operator==(const ModelQuery &, const ModelQuery &) = default;
};

enum class ModelOrder {
    Relevance, ///< where the words stand: name, then id, provider, tags, description; then by name
    Name,
    Price, ///< typicalCost(), the cheapest first; unknown prices last
    Time,  ///< the quickest first; unknown times last
};

/// What a usual job costs: an image, or a clip of 5 s at the model's own resolution.
std::optional<batch::Cost> typicalCost(const Model &model);

/// A model's texts as a search wants them: without case, accents and full-width forms, and names
/// also without what stands between their words, so that "flux2" finds "FLUX.2".
SearchText searchTextOf(const Model &model);

/// `model` is one of a catalog's.
bool matches(const Model &model, const ModelQuery &query);
/// The ids of those that match, in that order. 500 models take well under a frame (16 ms).
QStringList search(const Catalog &catalog, const ModelQuery &query, ModelOrder order);
/// All organizations, by name.
QStringList providers(const Catalog &catalog);

} // namespace catalog
