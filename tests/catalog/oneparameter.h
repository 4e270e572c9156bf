// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/reading/schemareader.h"

/// What a model's document says of a parameter that it describes so; `document` is what else it
/// has, for the references.
inline catalog::Parameter parameterOf(const QJsonValue &schema, QJsonObject document = {})
{
    using namespace Qt::StringLiterals;
    QJsonObject components = document.value("components"_L1).toObject();
    QJsonObject schemas = components.value("schemas"_L1).toObject();
    schemas.insert("Input"_L1, QJsonObject{{u"properties"_s, QJsonObject{{u"one"_s, schema}}}});
    components.insert("schemas"_L1, schemas);
    document.insert("components"_L1, components);
    const auto read = catalog::readSchema(document);
    return read ? read->value(0) : catalog::Parameter();
}
