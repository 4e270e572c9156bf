// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/order.h"
#include "sandbox/studio/lettering.h"

#include <QImage>

namespace sandbox {

/// What the colours and forms of an order's picture come from: its model, prompt and `seed`.
quint32 pictureSeed(const Order &order);
/// The type that an order's picture carries.
Lettering letteringFor(const Order &order);
/// The picture of an image order. Safe in any thread; needs a QGuiApplication for its fonts.
QImage drawPicture(const Order &order);

} // namespace sandbox
