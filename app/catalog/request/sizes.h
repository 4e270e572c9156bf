// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QSize>

#include <optional>

/// How wide and how high something of a shape is.
namespace catalog {

/// Width over height.
double shapeOf(QSize sides);
/// px².
double areaOf(QSize sides);

/// Sides of that shape with that short one, even as video coders ask.
QSize sidesOfShortSide(double shape, int shortSide);
/// Sides of that shape of about that area: multiples of 8, the nearest to the shape among some.
QSize sidesOfArea(double shape, double area);

/// What a side of a size may be, px.
struct SideLimits
{
    int least = 64;
    int most = 8192;
};

/// Whether a parameter takes any width and height, in one text: a size without a list to choose
/// from, and no word such as "2K".
bool isFreeSize(const Parameter &parameter);
/// As its description says ("256 to 2048 each"): the schema has no place for it.
SideLimits sideLimits(const Parameter &size);
/// Sides of that shape within the limits, of about that area where there is room; nothing where
/// the shape is too long.
std::optional<QSize> sidesWithin(double shape, double area, const SideLimits &limits);

/// What to look for among the sizes that a model offers.
struct WantedSize
{
    double shape = 1;
    double area = 0;              ///< px²; as near as can be
    std::optional<int> shortSide; ///< must be this, px
};

/// The offered size of that shape, the nearest in area; coders round sides, so that "480p" is
/// 832×480 among others: up to 5 % off where nothing is within 1 %.
std::optional<QSize> offeredSize(const Parameter &size, const WantedSize &wanted);

} // namespace catalog
