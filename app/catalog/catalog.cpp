// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("catalog::Catalog", text);
}

std::optional<double> toNumber(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<int> toInt(const QJsonValue &value)
{
    const auto number = toNumber(value);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Parameter readParameter(const QString &name, const QJsonObject &property, bool required)
{
    Parameter parameter;
    parameter.name = name;
    parameter.type = property["type"_L1].toString();
    parameter.description = property["description"_L1].toString();
    parameter.defaultValue = property.contains("default"_L1) ? property["default"_L1]
                                                             : QJsonValue(QJsonValue::Undefined);
    parameter.allowed = property["enum"_L1].toArray();
    parameter.minimum = toNumber(property["minimum"_L1]);
    parameter.maximum = toNumber(property["maximum"_L1]);
    parameter.minLength = toInt(property["minLength"_L1]);
    parameter.maxLength = toInt(property["maxLength"_L1]);
    parameter.required = required;
    return parameter;
}

QList<Parameter> readSchema(const QJsonObject &schema)
{
    const QJsonObject input =
        schema["components"_L1].toObject()["schemas"_L1].toObject()["Input"_L1].toObject();
    const QJsonObject properties = input["properties"_L1].toObject();
    const QJsonArray required = input["required"_L1].toArray();

    QStringList order;
    const QJsonArray wanted = input["x-order-properties"_L1].toArray();
    for (const QJsonValue &name : wanted) {
        if (properties.contains(name.toString()))
            order.append(name.toString());
    }
    for (const QString &name : properties.keys()) {
        if (!order.contains(name))
            order.append(name);
    }

    QList<Parameter> parameters;
    for (const QString &name : order)
        parameters.append(
            readParameter(name, properties[name].toObject(), required.contains(name)));
    return parameters;
}

std::optional<Price> readPrice(const QJsonObject &price, batch::MediaType type)
{
    const QJsonValue base = price["actual"_L1].toObject()["base_price"_L1];
    const auto cost = base.isDouble() ? std::optional(batch::Cost::fromUsd(base.toDouble()))
                                      : batch::Cost::fromDecimal(base.toString());
    if (!cost)
        return std::nullopt;
    const QString unit = price["unit"_L1].toString();
    const bool perSecond = unit.isEmpty() ? type == batch::MediaType::Video : unit == "second"_L1;
    return Price{*cost, perSecond ? PriceUnit::Second : PriceUnit::Generation};
}

std::optional<TypicalTime> readTypicalTime(const QJsonObject &entry)
{
    const QJsonObject range = entry["typical_time"_L1].toObject();
    const auto least = toNumber(range["least"_L1]);
    const auto most = toNumber(range["most"_L1]);
    if (least && most && *least > 0 && *most >= *least)
        return TypicalTime{*least, *most};
    const auto average = toNumber(entry["avgLatency"_L1]);
    if (average && *average > 0)
        return TypicalTime{*average, *average};
    return std::nullopt;
}

std::optional<Model> readModel(const QJsonObject &entry)
{
    if (entry.contains("display_console"_L1) && !entry["display_console"_L1].toBool())
        return std::nullopt;
    const auto type = batch::mediaTypeFromKey(entry["type"_L1].toString().toLower());
    const QString id = entry["model"_L1].toString();
    if (!type || id.isEmpty())
        return std::nullopt;

    Model model;
    model.id = id;
    model.type = *type;
    model.displayName = entry["displayName"_L1].toString(id);
    model.organization = entry["organization"_L1].toString();
    model.profile = entry["profile"_L1].toString();
    model.price = readPrice(entry["price"_L1].toObject(), *type);
    model.typicalTime = readTypicalTime(entry);
    return model;
}

} // namespace

tl::expected<Catalog, QString> Catalog::read(const QByteArray &models,
                                             const QHash<QUrl, QByteArray> &schemas)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(models, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        return tl::unexpected(
            words(QT_TRANSLATE_NOOP("catalog::Catalog", "The list of models is no JSON: %1."))
                .arg(parseError.errorString()));
    }
    const QJsonValue data = document.object()["data"_L1];
    if (!data.isArray()) {
        return tl::unexpected(words(
            QT_TRANSLATE_NOOP("catalog::Catalog", "The list of models has no entry \"data\".")));
    }

    Catalog catalog;
    const QJsonArray entries = data.toArray();
    for (const QJsonValue &entry : entries) {
        auto model = readModel(entry.toObject());
        if (!model || catalog.find(model->id))
            continue;
        const auto schema = schemas.constFind(QUrl(entry["schema"_L1].toString()));
        if (schema != schemas.constEnd())
            model->parameters = readSchema(QJsonDocument::fromJson(*schema).object());
        catalog.m_index.insert(model->id, catalog.m_models.size());
        catalog.m_models.append(*model);
    }
    return catalog;
}

tl::expected<Catalog, QString> Catalog::readSnapshot(const QByteArray &snapshot)
{
    const QJsonObject bundled = QJsonDocument::fromJson(snapshot).object()["schemas"_L1].toObject();
    QHash<QUrl, QByteArray> schemas;
    for (auto it = bundled.begin(); it != bundled.end(); ++it)
        schemas.insert(QUrl(it.key()), QJsonDocument(it.value().toObject()).toJson());
    return read(snapshot, schemas);
}

const Catalog &Catalog::builtIn()
{
    static const Catalog catalog = [] {
        QFile file(u":/catalog.json"_s);
        // Compiled into the program, and checked by the tests.
        [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        auto read = readSnapshot(file.readAll());
        Q_ASSERT(read.has_value());
        return *read;
    }();
    return catalog;
}

const Model *Catalog::find(const QString &id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_models.at(*it);
}

} // namespace catalog
