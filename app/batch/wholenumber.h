// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace batch {

/// A number without a fraction; nothing for any other value.
std::optional<qint64> wholeNumber(const QJsonValue &value);
/// Likewise of a text in the one way to write it: no spaces, no leading zeros, no exponent.
std::optional<qint64> wholeNumber(const QString &text);
/// The number where an int can hold it: pixels, attempts.
std::optional<int> smallNumber(std::optional<qint64> number);

} // namespace batch
