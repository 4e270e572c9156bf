// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The id of the model that these make.
inline const QString oneModelId = QStringLiteral("test/one");

/// A snapshot with one model, whose schema is that `Input`; `others` are the schemas beside it.
inline QByteArray snapshotOf(const QJsonObject &input, batch::MediaType type,
                             const QJsonObject &others = {})
{
    using namespace Qt::StringLiterals;
    const QString address = u"https://static.example.org/one.json"_s;
    QJsonObject schemas = others;
    schemas.insert("Input"_L1, input);
    const QJsonObject document{
        {u"openapi"_s, u"3.0.0"_s},
        {u"components"_s, QJsonObject{{u"schemas"_s, schemas}}},
    };
    const QJsonObject entry{
        {u"model"_s, oneModelId},
        {u"type"_s, type == batch::MediaType::Video ? u"Video"_s : u"Image"_s},
        {u"displayName"_s, u"One"_s},
        {u"schema"_s, address},
        {u"price"_s, QJsonObject{{u"actual"_s, QJsonObject{{u"base_price"_s, u"0.01"_s}}}}},
        {u"avgLatency"_s, 1},
        {u"display_console"_s, true},
    };
    const QJsonObject snapshot{
        {u"code"_s, u"200"_s},
        {u"as_of"_s, u"2026-11-01"_s},
        {u"data"_s, QJsonArray{entry}},
        {u"schemas"_s, QJsonObject{{address, document}}},
    };
    return QJsonDocument(snapshot).toJson(QJsonDocument::Compact);
}

/// A catalog with that model alone. `input` may be the `properties` alone, as JSON.
inline catalog::Catalog catalogOf(const QByteArray &input, batch::MediaType type)
{
    using namespace Qt::StringLiterals;
    QJsonParseError error;
    QJsonObject object = QJsonDocument::fromJson(input, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", input.constData(), qPrintable(error.errorString()));
    if (!object.contains("properties"_L1))
        object = QJsonObject{{u"properties"_s, object}};
    auto read =
        catalog::Catalog::readSnapshot(snapshotOf(object, type), catalog::PriceSource::BuiltIn);
    if (!read)
        qFatal("%s", qPrintable(read.error()));
    return *read;
}
