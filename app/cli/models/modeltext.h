// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace cli {

/// "$0.03 a second", "$0.02–$0.05 a second" where it goes by the resolution, "not known".
QString priceText(const catalog::Model &model);
/// "60–120 s", "about 8 s", "not known".
QString timeText(const catalog::Model &model);
/// How long its videos can be: "4–12 s", "at most 8 s"; empty where nothing is known.
QString lengthText(const catalog::Model &model);
/// A parameter's value as one would type it.
QString valueText(const QJsonValue &value);
/// What a parameter takes: "text, required, at most 2000 characters".
QString parameterText(const catalog::Parameter &parameter);
/// All that is known of a model, line by line.
QStringList modelSheet(const catalog::Model &model, const QDateTime &now);

} // namespace cli
