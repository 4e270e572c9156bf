// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/modelsreader.h"
#include "config/reading/keys/mapwords.h"

#include "config/reading/keys/mapreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace config {

namespace {

// Unqualified below: lupdate takes the first part of a qualified return type for the context of
// the texts inside.
using batch::Cost;
using batch::ModelOverride;

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(config::ModelsReader)

public:
    static ModelOverride model(const Node &node, Format format, const QString &path,
                               Findings &findings)
    {
        MapReader reader(node, format, path, findings);
        ModelOverride model;
        if (const Node *type = reader.node(u"type"_s)) {
            model.type = batch::mediaTypeFromKey(type->text);
            if (!model.type)
                reader.wrong(u"type"_s, tr("image or video"));
        }
        model.name = reader.text(u"name"_s, tr("a name for people"));
        model.pricePerSecond = price(reader, u"price_per_second"_s);
        model.pricePerImage = price(reader, u"price_per_image"_s);
        model.pricePerGeneration = price(reader, u"price_per_generation"_s);
        if (const Node *prices = reader.node(u"price_by_resolution"_s))
            model.priceByResolution = pricesByResolution(*prices, reader, format, path, findings);
        model.extra = reader.unknown(tr("a model"));
        return model;
    }

    static QString notModels(const Node &node)
    {
        return tr("Expected models by their ids, such as my/model: {type: video, "
                  "price_per_second: 0.05}, but found %1.")
            .arg(MapWords::found(node));
    }

private:
    static std::optional<Cost> price(MapReader &reader, const QString &key)
    {
        constexpr int most = 100'000; // USD; no generation costs as much
        const auto cost = reader.money(key, tr("an amount of US dollars, such as 0.05"));
        if (!cost || cost->usd() <= most)
            return cost;
        reader.wrong(key, tr("an amount of at most %1 US dollars").arg(most));
        return std::nullopt;
    }

    static QMap<QString, Cost> pricesByResolution(const Node &node, MapReader &model, Format format,
                                                  const QString &path, Findings &findings)
    {
        QMap<QString, Cost> prices;
        const QString key = u"price_by_resolution"_s;
        if (node.kind != Node::Kind::Map) {
            model.wrong(key, tr("prices by resolution, such as 1080p: 0.1"));
            return prices;
        }
        MapReader reader(node, format, path + key + u'.', findings);
        for (const Entry &entry : node.entries) {
            if (const auto cost = price(reader, entry.key))
                prices.insert(entry.key, *cost);
        }
        return prices;
    }
};

} // namespace

QMap<QString, batch::ModelOverride> readModels(const Node &node, Format format, Findings &findings)
{
    QMap<QString, batch::ModelOverride> models;
    if (node.kind == Node::Kind::Null)
        return models;
    if (node.kind != Node::Kind::Map) {
        findings.error(node.at, u"models"_s, Reader::notModels(node));
        return models;
    }
    // For the repeated ids, which only a reader of the mapping reports.
    MapReader ids(node, format, u"models."_s, findings);
    for (const Entry &entry : node.entries) {
        const QString path = u"models.%1"_s.arg(entry.key);
        if (entry.value->kind == Node::Kind::Map) {
            models.insert(entry.key, Reader::model(*entry.value, format, path + u'.', findings));
        } else {
            findings.error(entry.value->at, path, Reader::notModels(*entry.value));
        }
    }
    return models;
}

} // namespace config
