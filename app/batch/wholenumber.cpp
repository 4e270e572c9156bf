// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/wholenumber.h"

#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace batch {

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const qint64 one = value.toInteger(1);
    return one == value.toInteger(2) ? std::optional(one) : std::nullopt;
}

std::optional<qint64> wholeNumber(const QString &text)
{
    static const QRegularExpression whole(u"^-?(?:0|[1-9][0-9]*)$"_s);
    bool isInRange = false;
    const qint64 number = text.toLongLong(&isInRange);
    return isInRange && whole.match(text).hasMatch() ? std::optional(number) : std::nullopt;
}

std::optional<int> smallNumber(std::optional<qint64> number)
{
    using Limits = std::numeric_limits<int>;
    if (!number || *number < Limits::min() || *number > Limits::max())
        return std::nullopt;
    return static_cast<int>(*number);
}

} // namespace batch
