// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/pricejson.h"

#include "catalog/reading/numbers.h"

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

// No generation costs this much, USD; a figure beyond it is no price.
constexpr double highestPrice = 100'000;

std::optional<batch::Cost> readCost(const QJsonValue &value)
{
    if (value.isString()) {
        const auto cost = batch::Cost::fromDecimal(value.toString());
        if (cost && cost->usd() <= highestPrice)
            return cost;
    }
    const auto usd = toNumber(value);
    if (!usd || *usd < 0 || *usd > highestPrice)
        return std::nullopt;
    return batch::Cost::fromUsd(*usd);
}

QMap<QString, batch::Cost> readByResolution(const QJsonObject &prices)
{
    QMap<QString, batch::Cost> read;
    for (auto it = prices.begin(); it != prices.end(); ++it) {
        if (const auto cost = readCost(it.value()))
            read.insert(it.key().trimmed().toLower(), *cost);
    }
    return read;
}

} // namespace

std::optional<Price> readPrice(const QJsonObject &price, batch::MediaType type)
{
    Price read;
    read.byResolution = readByResolution(price["by_resolution"_L1].toObject());
    auto each = readCost(price["actual"_L1].toObject()["base_price"_L1]);
    if (!each)
        each = readCost(price["origin"_L1].toObject()["base_price"_L1]);
    if (!each && !read.byResolution.isEmpty())
        each = *std::max_element(read.byResolution.begin(), read.byResolution.end());
    if (!each)
        return std::nullopt;
    read.each = *each;
    const QString unit = price["unit"_L1].toString();
    const bool perSecond = unit.isEmpty() ? type == batch::MediaType::Video : unit == "second"_L1;
    read.unit = perSecond ? PriceUnit::Second : PriceUnit::Generation;
    read.unitIsAssumed = unit.isEmpty() && perSecond;
    const auto asOf = QDateTime::fromString(price["as_of"_L1].toString(), Qt::ISODateWithMs);
    if (asOf.isValid())
        read.asOf = asOf.toUTC();
    return read;
}

QJsonObject toJson(const Price &price)
{
    QJsonObject written{
        {u"actual"_s, QJsonObject{{u"base_price"_s, price.each.toDecimal()}}},
    };
    if (!price.unitIsAssumed)
        written.insert(u"unit"_s, price.unit == PriceUnit::Second ? u"second"_s : u"generation"_s);
    QJsonObject byResolution;
    for (auto it = price.byResolution.begin(); it != price.byResolution.end(); ++it)
        byResolution.insert(it.key(), it.value().toDecimal());
    if (!byResolution.isEmpty())
        written.insert(u"by_resolution"_s, byResolution);
    return written;
}

} // namespace catalog
