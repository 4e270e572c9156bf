// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/entryreader.h"

#include "catalog/reading/modelkind.h"
#include "catalog/reading/numbers.h"
#include "catalog/reading/pricejson.h"
#include "catalog/reading/schemareader.h"
#include "catalog/request/usual.h"

#include <QJsonArray>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

// A generation takes no longer, s; a figure beyond it is no time.
constexpr double longestTime = 24 * 3600;

bool isFalse(const QJsonValue &value)
{
    return (value.isBool() && !value.toBool())
        || value.toString().trimmed().compare("false"_L1, Qt::CaseInsensitive) == 0;
}

/// A text, or the texts of a list, or of objects with a `name`: the service has had them all.
void appendWords(const QJsonValue &value, QStringList &words)
{
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &each : list) {
        const QString word = (each.isObject() ? each["name"_L1] : each).toString().simplified();
        if (!word.isEmpty() && !words.contains(word, Qt::CaseInsensitive))
            words.append(word);
    }
}

std::optional<TypicalTime> readTypicalTime(const QJsonObject &entry)
{
    const QJsonObject range = entry["typical_time"_L1].toObject();
    const auto least = toNumber(range["least"_L1]);
    const auto most = toNumber(range["most"_L1]);
    if (least && most && *least > 0 && *most >= *least && *most <= longestTime)
        return TypicalTime{*least, *most};
    const auto average = toNumber(entry["avgLatency"_L1]);
    if (average && *average > 0 && *average <= longestTime)
        return TypicalTime{*average, *average};
    return std::nullopt;
}

} // namespace

void setSchema(Model &model, const QJsonObject &schema)
{
    const auto parameters = readSchema(schema);
    model.hasSchema = parameters.has_value();
    model.parameters = parameters.value_or(QList<Parameter>());
    model.schema = parameters ? schema : QJsonObject();
    model.kind = kindOf(model);
    model.usual = usualOf(model);
}

std::optional<Model> readEntry(const QJsonObject &entry, const QJsonObject &schema,
                               const Catalog::Origin &origin)
{
    const auto type = batch::mediaTypeFromKey(entry["type"_L1].toString().trimmed().toLower());
    const QString id = entry["model"_L1].toString().trimmed();
    if (!type || id.isEmpty() || isFalse(entry["display_console"_L1]))
        return std::nullopt;

    Model model;
    model.id = id;
    model.type = *type;
    model.displayName = entry["displayName"_L1].toString().simplified();
    if (model.displayName.isEmpty())
        model.displayName = id;
    model.organization = entry["organization"_L1].toString().simplified();
    model.profile = entry["profile"_L1].toString().trimmed();
    appendWords(entry["tags"_L1], model.tags);
    appendWords(entry["categories"_L1], model.tags);
    model.price = readPrice(entry["price"_L1].toObject(), *type);
    if (model.price) {
        model.price->source = origin.source;
        if (!model.price->asOf.isValid())
            model.price->asOf = origin.asOf;
    }
    model.typicalTime = readTypicalTime(entry);
    model.listed = !isFalse(entry["listed"_L1]);
    model.entry = entry;
    setSchema(model, schema);
    return model;
}

} // namespace catalog
