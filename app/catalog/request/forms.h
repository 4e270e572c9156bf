// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QSize>
#include <QString>

#include <optional>

/// The forms that models write sizes, shapes, lengths and their like in.
namespace catalog {

/// "1024*1024", "1280x720", "1280 × 720", px.
std::optional<QSize> sidesIn(const QString &text);
/// Width over height of "16:9", "16/9", "1.5:1" or of sides.
std::optional<double> ratioIn(const QString &text);
/// Within 1 % of each other.
bool sameShape(double ratio, double other);
/// The short side of "720p", "720", "1K", "2K", "4K", px.
std::optional<int> shortSideOf(const QString &resolution);
/// A number, or the number in "5" and "5s".
std::optional<double> secondsIn(const QJsonValue &value);
/// 5.0 as 5: some services take nothing else.
QJsonValue asNumber(double value);

/// The values that a parameter offers, wherever its schema lists them; empty: any.
QJsonArray choices(const ValueSchema &schema);
/// Whether a text can be right at all.
bool takesText(const ValueSchema &schema);

QJsonValue textForm(const Parameter &parameter, const QString &text);
QJsonValue numberForm(const Parameter &parameter, double value);
QJsonValue seedForm(const Parameter &parameter, qint64 seed);
QJsonValue durationForm(const Parameter &parameter, double seconds);
QJsonValue resolutionForm(const Parameter &parameter, const QString &resolution);
/// The offered ratio nearest to it and within 1 %; `text` as it is where that is allowed.
QJsonValue ratioForm(const Parameter &parameter, double ratio, const QString &text);
QJsonValue sizeForm(const Parameter &parameter, QSize sides);
/// The address, or a list of it alone.
QJsonValue pictureForm(const Parameter &parameter, const QString &address);

} // namespace catalog
