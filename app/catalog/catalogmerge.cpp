// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/cache.h"
#include "catalog/catalog.h"
#include "catalog/reading/entryreader.h"
#include "catalog/reading/modelkind.h"
#include "catalog/reading/pricejson.h"

#include <QJsonDocument>

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

QString unitOf(const Model &model)
{
    return model.entry["price"_L1].toObject()["unit"_L1].toString();
}

/// The service's list doesn't say what a price is for. The figures by resolution that were known
/// beside the older price are left behind with it.
void keepUnit(Model &newer, const Model &older)
{
    if (!newer.price || !older.price || older.price->unitIsAssumed || newer.type != older.type
        || !unitOf(newer).isEmpty())
        return;
    newer.price->unit = older.price->unit;
    newer.price->unitIsAssumed = false;
    QJsonObject price = newer.entry["price"_L1].toObject();
    price[u"unit"_s] = toJson(*older.price).value("unit"_L1);
    newer.entry[u"price"_s] = price;
}

/// A model, with what was known before in place of what it lacks. The entry is brought along, so
/// that a snapshot of it says the same.
Model merged(Model newer, const Model &older)
{
    keepUnit(newer, older);
    if (!newer.price && older.price) {
        newer.price = older.price;
        newer.entry[u"price"_s] = toJson(*older.price);
    }
    if (!newer.typicalTime && older.typicalTime) {
        newer.typicalTime = older.typicalTime;
        newer.entry[u"typical_time"_s] = QJsonObject{{u"least"_s, older.typicalTime->least},
                                                     {u"most"_s, older.typicalTime->most}};
    }
    if (!newer.hasSchema && older.hasSchema) {
        if (newer.entry.value("schema"_L1).toString().isEmpty())
            newer.entry[u"schema"_s] = older.entry["schema"_L1];
        setSchema(newer, older.schema);
    }
    return newer;
}

/// What a batch file calls a model that nobody else knows: "veo3.1" of
/// "google/veo3.1/text-to-video", "model" of "my/model".
QString nameFromId(const QString &id)
{
    const QStringList parts = id.split(u'/', Qt::SkipEmptyParts);
    return parts.value(parts.size() > 2 ? parts.size() - 2 : parts.size() - 1, id);
}

/// What such a model makes, where the file doesn't say: by what is paid for, then by its name.
/// Prices by resolution alone are a matter of videos.
batch::MediaType guessedType(const QString &id, const batch::ModelOverride &said)
{
    if (said.pricePerSecond)
        return batch::MediaType::Video;
    if (said.pricePerImage)
        return batch::MediaType::Image;
    return typeFromName(id).value_or(said.priceByResolution.isEmpty() ? batch::MediaType::Image
                                                                      : batch::MediaType::Video);
}

Model unknownModel(const QString &id, const batch::ModelOverride &said)
{
    Model model;
    model.id = id;
    model.displayName = nameFromId(id);
    model.type = guessedType(id, said);
    model.entry = {{u"model"_s, id}, {u"display_console"_s, true}};
    return model;
}

std::optional<Price> priceFrom(const batch::ModelOverride &said, const Model &model)
{
    Price price;
    const bool video = model.type == batch::MediaType::Video;
    if (model.price)
        price = *model.price;
    else
        price.unit = video ? PriceUnit::Second : PriceUnit::Generation;
    price.unitIsAssumed = model.price ? model.price->unitIsAssumed : video;

    const auto perGeneration = video
        ? (said.pricePerGeneration ? said.pricePerGeneration : said.pricePerImage)
        : (said.pricePerImage ? said.pricePerImage : said.pricePerGeneration);
    const bool bySecond = said.pricePerSecond && (video || !perGeneration);
    if (bySecond || perGeneration) {
        price.each = bySecond ? *said.pricePerSecond : *perGeneration;
        price.unit = bySecond ? PriceUnit::Second : PriceUnit::Generation;
        price.unitIsAssumed = false;
        price.byResolution.clear();
    }
    for (auto it = said.priceByResolution.begin(); it != said.priceByResolution.end(); ++it)
        price.byResolution.insert(it.key().trimmed().toLower(), it.value());
    if (!bySecond && !perGeneration) {
        if (said.priceByResolution.isEmpty())
            return std::nullopt;
        if (!model.price)
            price.each = *std::max_element(price.byResolution.begin(), price.byResolution.end());
    }
    price.source = PriceSource::BatchFile;
    price.asOf = {};
    return price;
}

Model overridden(Model model, const batch::ModelOverride &said)
{
    if (said.type)
        model.type = *said.type;
    if (said.name)
        model.displayName = *said.name;
    if (const auto price = priceFrom(said, model)) {
        model.price = price;
        model.entry[u"price"_s] = toJson(*price);
    }
    model.entry[u"type"_s] = model.type == batch::MediaType::Video ? u"Video"_s : u"Image"_s;
    model.entry[u"displayName"_s] = model.displayName;
    setSchema(model, model.schema);
    return model;
}

} // namespace

Catalog Catalog::updatedBy(const Catalog &newer) const
{
    const QDateTime &fetched = newer.m_origin.asOf;
    const bool knowsBetter = m_origin.source == PriceSource::BuiltIn && m_origin.asOf.isValid()
        && fetched.isValid() && m_origin.asOf > fetched;
    QList<Model> models;
    models.reserve(newer.m_models.size() + m_models.size());
    for (const Model &model : newer.m_models) {
        const Model *known = find(model.id);
        if (known)
            models.append(knowsBetter ? merged(*known, model) : merged(model, *known));
        else
            models.append(model);
    }
    for (const Model &model : m_models) {
        if (newer.find(model.id))
            continue;
        models.append(model);
        models.last().listed = model.listed && knowsBetter;
    }
    return Catalog(models, newer.m_origin);
}

Catalog Catalog::withSchemas(const QHash<QUrl, QByteArray> &schemas) const
{
    QList<Model> models = m_models;
    for (Model &model : models) {
        const auto schema = schemas.constFind(QUrl(model.entry["schema"_L1].toString()));
        if (schema == schemas.constEnd() || schema->size() > largestSchema)
            continue;
        Model described = model;
        setSchema(described, QJsonDocument::fromJson(*schema).object());
        if (described.hasSchema)
            model = described;
    }
    return Catalog(models, m_origin);
}

Catalog Catalog::withOverrides(const QMap<QString, batch::ModelOverride> &overrides) const
{
    if (overrides.isEmpty())
        return *this;
    QList<Model> models = m_models;
    for (auto it = overrides.begin(); it != overrides.end(); ++it) {
        const auto index = m_index.constFind(it.key());
        if (index == m_index.constEnd())
            models.append(overridden(unknownModel(it.key(), it.value()), it.value()));
        else
            models[*index] = overridden(models.at(*index), it.value());
    }
    return Catalog(models, m_origin);
}

} // namespace catalog
