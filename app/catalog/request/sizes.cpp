// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/sizes.h"

#include "catalog/request/forms.h"

#include <algorithm>
#include <cmath>

namespace catalog {

double shapeOf(QSize sides)
{
    return static_cast<double>(sides.width()) / sides.height();
}

double areaOf(QSize sides)
{
    return static_cast<double>(sides.width()) * sides.height();
}

QSize sidesOfShortSide(double shape, int shortSide)
{
    const auto even = [](double side) { return 2 * static_cast<int>(std::lround(side / 2)); };
    return shape >= 1 ? QSize(even(shortSide * shape), shortSide)
                      : QSize(shortSide, even(shortSide / shape));
}

QSize sidesOfArea(double shape, double area)
{
    static constexpr int step = 8;
    const auto round = [](double side) {
        return std::max(step, step * static_cast<int>(std::lround(side / step)));
    };
    const double ideal = std::sqrt(area / shape);
    QSize best;
    double least = 0;
    for (int height = round(ideal * 0.9); height <= ideal * 1.1; height += step) {
        const QSize sides(round(height * shape), height);
        const double distance =
            std::abs(shapeOf(sides) / shape - 1) + 0.1 * std::abs(areaOf(sides) / area - 1);
        if (best.isEmpty() || distance < least) {
            best = sides;
            least = distance;
        }
    }
    return best.isEmpty() ? QSize(round(ideal * shape), round(ideal)) : best;
}

std::optional<QSize> offeredSize(const Parameter &size, const WantedSize &wanted)
{
    const QJsonArray all = choices(size);
    for (const double tolerance : {0.01, 0.05}) {
        std::optional<QSize> best;
        for (const QJsonValue &choice : all) {
            const auto sides = sidesIn(choice.toString());
            if (!sides || std::abs(shapeOf(*sides) / wanted.shape - 1) > tolerance
                || (wanted.shortSide
                    && std::min(sides->width(), sides->height()) != *wanted.shortSide))
                continue;
            if (!best
                || std::abs(areaOf(*sides) - wanted.area) < std::abs(areaOf(*best) - wanted.area))
                best = sides;
        }
        if (best)
            return best;
    }
    return {};
}

} // namespace catalog
