// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox {

/// What is wrong with a value by those keywords of its schema that need no other schema, to follow
/// the value's name: "must be <= 12". Empty: nothing. See schemaFault() for the keywords.
QString ownFault(const QJsonObject &schema, const QJsonValue &value);

} // namespace sandbox
