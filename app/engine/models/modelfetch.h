// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

namespace engine {

/// A list of models that was fetched, or the one that is kept, and what is to be made of it.
/// Functions of this file block on the disk and parse: for the pool.
struct ModelFetch
{
    QUrl baseUrl;
    QDateTime now;       ///< when it was fetched, UTC
    QStringList inUse;   ///< models whose schemas are wanted
    QByteArray list;     ///< the answer to `GET /models`
    bool isKept = false; ///< it wasn't asked for: what is kept stands for it
    catalog::Catalog live;
    catalog::Catalog before; ///< what was fetched from there the last time; may be empty
};

/// What is known when everything is kept.
struct KeptModels
{
    catalog::Catalog known;
    QStringList missingSchemas; ///< see CatalogRefresh::finished
};

/// Reads the list (`live`), and what was known before. The error, for people, where it is none, or
/// has lost more than half of its models within a week of the last one.
tl::expected<ModelFetch, QString> read(ModelFetch fetch);

/// Takes the list that is kept for the one that is there now; false: none is kept.
bool takeKept(ModelFetch &fetch);

/// The schemas to fetch: of models in use, whose own is not known or over a day old.
QList<QUrl> schemasToFetch(const ModelFetch &fetch);

/// Keeps the list, with the schemas that were fetched for it and those from before, in the cache;
/// what the list has lost stays there, as not listed, with its schema and the age of its price.
/// The error, for people, where it can't be written.
tl::expected<KeptModels, QString> keep(const ModelFetch &fetch,
                                       const QHash<QUrl, QByteArray> &fetched);

} // namespace engine
