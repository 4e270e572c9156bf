// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/sizes.h"

#include "catalog/request/counterparts.h"
#include "catalog/request/forms.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace catalog {

using namespace Qt::StringLiterals;

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

bool isFreeSize(const Parameter &parameter)
{
    if (commonNameOf(parameter.name) != CommonName::Size || parameter.never
        || !choices(parameter).isEmpty() || !takesText(parameter))
        return false;
    if (sidesIn(parameter.defaultValue.toString()))
        return true;
    const bool takesSides = fault(parameter, sizeForm(parameter, QSize(1024, 1024))).isEmpty();
    return takesSides && !fault(parameter, u"2K"_s).isEmpty();
}

SideLimits sideLimits(const Parameter &size)
{
    static const QRegularExpression range(
        u"\\b(\\d{2,5})(?:\\s*px)?\\s*(?:to|and|-|–|~|\\.\\.)\\s*(\\d{3,5})\\b"_s);
    const auto match = range.match(size.description);
    const SideLimits said{match.captured(1).toInt(), match.captured(2).toInt()};
    return said.least > 0 && said.least < said.most ? said : SideLimits();
}

std::optional<QSize> sidesWithin(double shape, double area, const SideLimits &limits)
{
    const double longer = std::max(shape, 1 / shape);
    const double least = static_cast<double>(limits.least) * limits.least * longer;
    const double most = static_cast<double>(limits.most) * limits.most / longer;
    if (!(least <= most))
        return {};
    const QSize sides = sidesOfArea(shape, std::clamp(area, least, most));
    return QSize(std::clamp(sides.width(), limits.least, limits.most),
                 std::clamp(sides.height(), limits.least, limits.most));
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
