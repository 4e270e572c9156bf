// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/modellist.h"

#include <QJsonArray>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject price(const catalog::Price &price)
{
    const QJsonObject base{{"base_price"_L1, price.each.toDecimal()}};
    return {{"discount"_L1, "1"_L1},
            {"actual"_L1, base},
            {"origin"_L1, base},
            {"unit"_L1, price.unit == catalog::PriceUnit::Second ? "second"_L1 : "generation"_L1}};
}

QJsonObject entry(const catalog::Model &model, const QUrl &schemas)
{
    const bool isVideo = model.type == batch::MediaType::Video;
    QJsonObject entry{
        {"model"_L1, model.id},
        {"type"_L1, isVideo ? "Video"_L1 : "Image"_L1},
        {"displayName"_L1, model.displayName},
        {"profile"_L1, model.profile},
        {"schema"_L1, schemas.toString() + schemaName(model) + ".json"_L1},
        {"tags"_L1, QJsonArray()},
        {"categories"_L1, QJsonArray{model.id.section(u'/', -1)}},
        {"organization"_L1, model.organization},
        {"display_console"_L1, true},
    };
    if (model.price)
        entry["price"_L1] = price(*model.price);
    if (model.typicalTime) {
        const auto [least, most] = *model.typicalTime;
        entry["avgLatency"_L1] = (least + most) / 2;
        entry["typical_time"_L1] = QJsonObject{{"least"_L1, least}, {"most"_L1, most}};
    }
    return entry;
}

QJsonObject property(const catalog::Parameter &parameter)
{
    QJsonObject property{{"type"_L1, parameter.type}};
    if (!parameter.description.isEmpty())
        property["description"_L1] = parameter.description;
    if (!parameter.defaultValue.isUndefined())
        property["default"_L1] = parameter.defaultValue;
    if (!parameter.allowed.isEmpty())
        property["enum"_L1] = parameter.allowed;
    if (parameter.minimum)
        property["minimum"_L1] = *parameter.minimum;
    if (parameter.maximum)
        property["maximum"_L1] = *parameter.maximum;
    if (parameter.minLength)
        property["minLength"_L1] = *parameter.minLength;
    if (parameter.maxLength)
        property["maxLength"_L1] = *parameter.maxLength;
    return property;
}

} // namespace

QJsonObject modelList(const catalog::Catalog &catalog, const QUrl &schemas)
{
    QJsonArray entries;
    for (const catalog::Model &model : catalog.models())
        entries.append(entry(model, schemas));
    return {{"code"_L1, "200"_L1}, {"data"_L1, entries}};
}

QString schemaName(const catalog::Model &model)
{
    return QString(model.id).replace(u'/', "--"_L1);
}

QJsonObject modelSchema(const catalog::Model &model)
{
    QJsonObject properties;
    QJsonArray order;
    QJsonArray required;
    for (const catalog::Parameter &parameter : model.parameters) {
        properties[parameter.name] = property(parameter);
        order.append(parameter.name);
        if (parameter.required)
            required.append(parameter.name);
    }
    const QJsonObject input{{"type"_L1, "object"_L1},
                            {"properties"_L1, properties},
                            {"required"_L1, required},
                            {"x-order-properties"_L1, order}};
    return {{"openapi"_L1, "3.0.0"_L1},
            {"info"_L1, QJsonObject{{"title"_L1, model.displayName}, {"version"_L1, "1"_L1}}},
            {"components"_L1, QJsonObject{{"schemas"_L1, QJsonObject{{"Input"_L1, input}}}}}};
}

} // namespace sandbox
