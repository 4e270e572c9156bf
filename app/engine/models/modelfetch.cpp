// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/modelfetch.h"

#include "catalog/cache.h"

#include <QJsonDocument>

namespace engine {

using namespace Qt::StringLiterals;
using catalog::Catalog;
using catalog::Model;

namespace {

constexpr qint64 freshFor = 24 * 60 * 60; // s
constexpr auto fetchedAtKey = "x-fetched-at"_L1;

QUrl schemaUrl(const Model &model)
{
    return QUrl(model.entry.value("schema"_L1).toString());
}

bool isFresh(const Model &model, const QDateTime &now)
{
    const auto fetchedAt =
        QDateTime::fromString(model.schema.value(fetchedAtKey).toString(), Qt::ISODate);
    if (!model.hasSchema || !fetchedAt.isValid())
        return false;
    const qint64 age = fetchedAt.secsTo(now);
    return age >= 0 && age <= freshFor; // a clock may have been set back
}

bool needsSchema(const ModelFetch &fetch, const Model &model)
{
    if (schemaUrl(model).isEmpty())
        return false;
    const Model *before = fetch.before.find(model.id);
    return !before || schemaUrl(*before) != schemaUrl(model) || !isFresh(*before, fetch.now);
}

/// Those of the models in use that a schema is to be fetched for.
QList<const Model *> modelsToAskFor(const ModelFetch &fetch)
{
    QList<const Model *> models;
    for (const QString &id : fetch.inUse) {
        const Model *model = fetch.live.find(id);
        if (model && needsSchema(fetch, *model) && !models.contains(model))
            models.append(model);
    }
    return models;
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray stamped(const QByteArray &schema, const QDateTime &time)
{
    QJsonObject document = QJsonDocument::fromJson(schema).object();
    if (document.isEmpty())
        return {};
    document.insert(fetchedAtKey, time.toUTC().toString(Qt::ISODate));
    return bytesOf(document);
}

QHash<QUrl, QByteArray> schemasBefore(const ModelFetch &fetch)
{
    QHash<QUrl, QByteArray> schemas;
    for (const Model &model : fetch.live.models()) {
        const Model *before = fetch.before.find(model.id);
        if (!before || before->schema.isEmpty())
            continue;
        QJsonObject schema = before->schema;
        if (schemaUrl(*before) != schemaUrl(model))
            schema.remove(fetchedAtKey); // it is another's: to be asked for again
        schemas.insert(schemaUrl(model), bytesOf(schema));
    }
    schemas.remove(QUrl());
    return schemas;
}

tl::expected<Catalog, QString> catalogOf(const ModelFetch &fetch,
                                         const QHash<QUrl, QByteArray> &schemas)
{
    return Catalog::read(fetch.list, schemas, {catalog::PriceSource::Live, fetch.now});
}

/// The fetched schemas that are schemas.
QHash<QUrl, QByteArray> usable(const ModelFetch &fetch, const QHash<QUrl, QByteArray> &fetched)
{
    QHash<QUrl, QByteArray> schemas;
    for (const auto &[url, bytes] : fetched.asKeyValueRange())
        schemas.insert(url, stamped(bytes, fetch.now));
    const auto read = catalogOf(fetch, schemas);
    if (!read)
        return {};
    QHash<QUrl, QByteArray> good;
    for (const Model &model : read->models()) {
        const QUrl url = schemaUrl(model);
        if (model.hasSchema && schemas.contains(url))
            good.insert(url, schemas.value(url));
    }
    return good;
}

} // namespace

tl::expected<ModelFetch, QString> read(ModelFetch fetch)
{
    auto live = catalogOf(fetch, {});
    if (!live)
        return tl::unexpected(live.error());
    fetch.live = *std::move(live);
    // One that can't be read is no loss: it is written anew.
    if (auto before = catalog::Cache(fetch.baseUrl).read(); before && *before)
        fetch.before = **std::move(before);
    return fetch;
}

QList<QUrl> schemasToFetch(const ModelFetch &fetch)
{
    QList<QUrl> urls;
    for (const Model *model : modelsToAskFor(fetch)) {
        if (!urls.contains(schemaUrl(*model)))
            urls.append(schemaUrl(*model));
    }
    return urls;
}

tl::expected<KeptModels, QString> keep(const ModelFetch &fetch,
                                       const QHash<QUrl, QByteArray> &fetched)
{
    const QHash<QUrl, QByteArray> good = usable(fetch, fetched);
    QHash<QUrl, QByteArray> schemas = schemasBefore(fetch);
    schemas.insert(good);
    const auto live = catalogOf(fetch, schemas);
    if (!live)
        return tl::unexpected(live.error());
    if (const auto written = catalog::Cache(fetch.baseUrl).write(*live); !written)
        return tl::unexpected(written.error());

    KeptModels kept{catalog::knownModels(fetch.baseUrl), {}};
    for (const Model *model : modelsToAskFor(fetch)) {
        if (!good.contains(schemaUrl(*model)))
            kept.missingSchemas.append(model->id);
    }
    return kept;
}

} // namespace engine
