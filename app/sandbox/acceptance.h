// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/order.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace sandbox {

/// What becomes of a generation; drawn when it is accepted.
enum class Fate { Completes, Fails, Moderated, NeverFinishes };

/// An order that was accepted and charged, and all that decides how it goes on.
struct Acceptance
{
    QString id;
    Order order;
    QDateTime at;    ///< UTC
    double time = 0; ///< s that it takes, before the speed
    Fate fate = Fate::Completes;
    bool warmsUp = false;  ///< the service doesn't know it at first
    bool isDouble = false; ///< the same had been charged before and not refunded
};

/// An acceptance's money given back.
struct Refund
{
    QString id;
    QString error;
    std::optional<int> errorCode; ///< 1039: content moderation
};

} // namespace sandbox
