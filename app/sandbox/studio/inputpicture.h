// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/order.h"

#include <QImage>
#include <QSize>

namespace sandbox {

/// A backdrop of that size that shows the picture that an order starts from, or the first one of
/// its video: as a whole, on a card between the mark and the type, before its own blurred colours.
/// RGB32. Null: there is no such picture, or it can't be read.
QImage inputPicture(const Order &order, QSize size);

} // namespace sandbox
