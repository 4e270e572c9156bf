// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox {

/// What is wrong with a value by JSON Schema, in the service's words: "duration must be <= 12".
/// Empty: nothing. `name` is what the value is called there; its parts are `name[0]`, `name.key`.
///
/// It knows `type` (also a list), `nullable` (adds null to `type`), `enum`, `const`, `minimum`,
/// `maximum`, `exclusiveMinimum` and `exclusiveMaximum` (a number, or OpenAPI 3.0's flag),
/// `multipleOf`, `minLength` and `maxLength` (in code points), `pattern` (not anchored), `items`,
/// `minItems`, `maxItems`, `uniqueItems`, `properties`, `required`, `additionalProperties`,
/// `anyOf`, `oneOf`, `allOf`, and `$ref` into `document` (`#/components/schemas/X`). A number
/// without a fraction is an integer, 5.0 too. Other keywords, those of a wrong shape, names of
/// types that JSON Schema doesn't have and references that lead nowhere say nothing.
QString schemaFault(const QJsonObject &schema, const QJsonValue &value, const QString &name,
                    const QJsonObject &document = {});

/// What a `$ref` such as `#/components/schemas/X` points at; empty: nothing.
QJsonObject referred(const QString &reference, const QJsonObject &document);

} // namespace sandbox
