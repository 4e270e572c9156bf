// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/modelfetch.h"

#include "catalog/cache.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using catalog::Catalog;
using catalog::Model;

namespace {

constexpr qint64 freshFor = 24 * 60 * 60; // s
// A list that lost half of its models overnight is half an answer; one that stays so is the list.
constexpr qint64 expectedFor = 7 * 24 * 60 * 60; // s

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(engine::CatalogRefresh)
};

QUrl schemaUrl(const Model &model)
{
    return QUrl(model.entry.value("schema"_L1).toString());
}

bool isFresh(const Model &model, const QDateTime &now)
{
    const auto fetchedAt = QDateTime::fromString(
        model.schema.value(catalog::schemaFetchedAtKey).toString(), Qt::ISODate);
    if (!model.hasSchema || !fetchedAt.isValid())
        return false;
    const qint64 age = fetchedAt.secsTo(now);
    return age >= 0 && age <= freshFor; // a clock may have been set back
}

qsizetype listedIn(const Catalog &catalog)
{
    return std::ranges::count_if(catalog.models(), &Model::listed);
}

/// Why the list can't be all of it; empty: it can.
QString whatIsMissing(const ModelFetch &fetch)
{
    const qsizetype now = listedIn(fetch.live);
    const qsizetype before = listedIn(fetch.before);
    const qint64 age = fetch.before.fetchedAt().secsTo(fetch.now);
    if (now * 2 >= before || age < 0 || age > expectedFor)
        return {};
    return Words::tr("The server's list has only %1 models, and it had %2 the last time: it seems "
                     "to be cut short.")
        .arg(now)
        .arg(before);
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

QString stampOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QByteArray stamped(const QByteArray &schema, const QDateTime &time)
{
    QJsonObject document = QJsonDocument::fromJson(schema).object();
    if (document.isEmpty())
        return {};
    document.insert(catalog::schemaFetchedAtKey, stampOf(time));
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
            schema.remove(catalog::schemaFetchedAtKey); // it is another's: to be asked for again
        schemas.insert(schemaUrl(model), bytesOf(schema));
    }
    schemas.remove(QUrl());
    return schemas;
}

tl::expected<Catalog, QString> catalogOf(const ModelFetch &fetch,
                                         const QHash<QUrl, QByteArray> &schemas)
{
    if (fetch.isKept)
        return fetch.live.withSchemas(schemas);
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
        // What stands there may be the one from before.
        const auto fetchedAt = model.schema.value(catalog::schemaFetchedAtKey).toString();
        if (schemas.contains(url) && fetchedAt == stampOf(fetch.now))
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
    if (const QString missing = whatIsMissing(fetch); !missing.isEmpty())
        return tl::unexpected(missing);
    return fetch;
}

bool takeKept(ModelFetch &fetch)
{
    auto kept = catalog::Cache(fetch.baseUrl).read();
    if (!kept || !*kept)
        return false;
    fetch.live = **std::move(kept);
    fetch.before = fetch.live;
    fetch.isKept = true;
    return true;
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
    QHash<QUrl, QByteArray> schemas = fetch.isKept ? good : schemasBefore(fetch);
    schemas.insert(good);
    const auto live = catalogOf(fetch, schemas);
    if (!live)
        return tl::unexpected(live.error());
    const Catalog whole = fetch.before.updatedBy(*live);
    if (const auto written = catalog::Cache(fetch.baseUrl).write(whole); !written)
        return tl::unexpected(written.error());

    KeptModels kept{catalog::knownModels(fetch.baseUrl), {}};
    for (const Model *model : modelsToAskFor(fetch)) {
        if (!good.contains(schemaUrl(*model)))
            kept.missingSchemas.append(model->id);
    }
    return kept;
}

} // namespace engine
