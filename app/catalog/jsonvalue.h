// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace catalog {

/// Equal as JSON Schema means it: 5 is 5.0, at any depth.
bool sameValue(const QJsonValue &a, const QJsonValue &b);

/// A number as JSON writes it: "5", "0.5".
QString numberText(double value);
/// A value as JSON, in one line.
QString compactJson(const QJsonValue &value);
/// A value for people: a text as it is, anything else as JSON.
QString valueText(const QJsonValue &value);

} // namespace catalog
