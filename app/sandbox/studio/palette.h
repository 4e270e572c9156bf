// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/chance.h"

#include <QColor>

namespace sandbox {

/// The colours of a picture.
struct Palette
{
    QRgb top, middle, horizon; ///< the sky, downwards
    QRgb light;                ///< sun, stars, rims
    QRgb far, near;            ///< the land
};

const Palette &anyPalette(Chance &chance);

/// A colour between two: at 0 the first, at 1 the second.
QColor mix(QRgb from, QRgb to, double share);

} // namespace sandbox
