// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox {

/// The `components.schemas.Input` of a model's OpenAPI document, with the properties of what its
/// `$ref` and `allOf` lead to. Empty: there are none, or one is described in two ways, and nothing
/// is known of the model's parameters.
QJsonObject inputSchema(const QJsonObject &document);

/// What is wrong with a request to the model with that document, which must have an inputSchema().
/// Empty: nothing. That is schemaFault(), but for these:
/// - `model` is always fine and never looked at.
/// - Input is closed, whatever its `additionalProperties` say: keys that stand neither in
///   `properties` nor in `required` are refused.
/// - What is `required` and has a default need not be there: the service fills it in.
QString requestFault(const QJsonObject &document, const QJsonObject &request);

/// The request with the schema's defaults for what it doesn't say. `null` says nothing. Size and
/// shape can be said in several ways; a default of one doesn't override what is said in another.
QJsonObject withDefaults(const QJsonObject &document, QJsonObject request);

} // namespace sandbox
