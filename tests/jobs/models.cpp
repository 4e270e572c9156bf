// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/models.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace models {

using namespace Qt::StringLiterals;

namespace {

QUrl schemaUrl(const Entry &entry)
{
    return QUrl(u"https://static.example/%1.json"_s.arg(QString(entry.id).replace(u'/', u'_')));
}

QByteArray schemaOf(const Entry &entry)
{
    const QJsonObject input{
        {u"type"_s, u"object"_s},
        {u"properties"_s, entry.properties},
        {u"required"_s, QJsonArray{u"prompt"_s}},
        {u"x-order-properties"_s, QJsonArray::fromStringList(entry.properties.keys())}};
    const QJsonObject document{
        {u"components"_s, QJsonObject{{u"schemas"_s, QJsonObject{{u"Input"_s, input}}}}}};
    return QJsonDocument(document).toJson();
}

} // namespace

catalog::Catalog catalogOf(const QList<Entry> &entries, const QDateTime &now)
{
    QJsonArray list;
    QHash<QUrl, QByteArray> schemas;
    for (const Entry &entry : entries) {
        QJsonObject json{
            {u"model"_s, entry.id},         {u"type"_s, entry.video ? u"Video"_s : u"Image"_s},
            {u"displayName"_s, entry.name}, {u"organization"_s, u"Acme"_s},
            {u"price"_s, entry.price},      {u"display_console"_s, true}};
        if (!entry.properties.isEmpty()) {
            json.insert(u"schema"_s, schemaUrl(entry).toString());
            schemas.insert(schemaUrl(entry), schemaOf(entry));
        }
        list.append(json);
    }
    const QJsonObject answer{{u"code"_s, u"200"_s}, {u"data"_s, list}};
    const auto read =
        catalog::Catalog::read(QJsonDocument(answer).toJson(), schemas,
                               {catalog::PriceSource::Live, now.toUTC().addSecs(-3600)});
    return read ? *read : catalog::Catalog();
}

catalog::Catalog catalogOf(const QList<Entry> &entries)
{
    return catalogOf(entries, QDateTime::currentDateTimeUtc());
}

QJsonObject text(const QStringList &allowed, const QString &otherwise)
{
    QJsonObject schema{{u"type"_s, u"string"_s}};
    if (!allowed.isEmpty())
        schema.insert(u"enum"_s, QJsonArray::fromStringList(allowed));
    if (!otherwise.isEmpty())
        schema.insert(u"default"_s, otherwise);
    return schema;
}

QJsonObject number(const QString &type, double least, double most, double otherwise)
{
    return {
        {u"type"_s, type}, {u"minimum"_s, least}, {u"maximum"_s, most}, {u"default"_s, otherwise}};
}

Entry sized()
{
    return {u"acme/sized/text-to-image"_s,
            u"Sized"_s,
            {{u"prompt"_s, text()},
             {u"size"_s, text({u"1536*1024"_s, u"1024*1536"_s, u"2048*2048"_s}, u"1536*1024"_s)},
             {u"seed"_s, number(u"integer"_s, -1, 99, -1)}}};
}

Entry shaped()
{
    return {u"acme/shaped/text-to-image"_s,
            u"Shaped"_s,
            {{u"prompt"_s, text()},
             {u"aspect_ratio"_s, text({u"3:2"_s, u"16:9"_s, u"9:16"_s}, u"3:2"_s)},
             {u"resolution"_s, text({u"1k"_s, u"2k"_s}, u"1k"_s)},
             {u"negative_prompt"_s, text()}}};
}

Entry clips()
{
    return {u"acme/clips/text-to-video"_s,
            u"Clips"_s,
            {{u"prompt"_s, text()},
             {u"duration"_s,
              QJsonObject{
                  {u"type"_s, u"integer"_s}, {u"enum"_s, QJsonArray{4, 8, 12}}, {u"default"_s, 4}}},
             {u"resolution"_s, text({u"480p"_s, u"720p"_s}, u"720p"_s)},
             {u"ratio"_s, text({u"16:9"_s, u"9:16"_s}, u"16:9"_s)}},
            {{u"actual"_s, QJsonObject{{u"base_price"_s, u"0.05"_s}}},
             {u"unit"_s, u"second"_s},
             {u"by_resolution"_s, QJsonObject{{u"480p"_s, u"0.02"_s}, {u"720p"_s, u"0.05"_s}}}},
            true};
}

Entry unsized()
{
    return {u"acme/larger/image-to-image"_s, u"Larger"_s, {{u"image"_s, text()}}};
}

} // namespace models
