// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/models/shelf.h"

#include "sandbox/framesize.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sandbox::Shelf)
};

// They keep sums within what money can hold.
constexpr double longestBilled = 24 * 3600; // s
constexpr int mostBilled = 1000;

std::optional<batch::MediaType> readType(const QJsonObject &entry)
{
    return batch::mediaTypeFromKey(entry["type"_L1].toString().toLower());
}

/// The service writes money as text; numbers are read, too.
std::optional<batch::Cost> readCost(const QJsonValue &value)
{
    if (value.isString())
        return batch::Cost::fromDecimal(value.toString());
    const double usd = value.toDouble(-1);
    return usd >= 0 && usd < 1e6 ? std::optional(batch::Cost::fromUsd(usd)) : std::nullopt;
}

std::optional<Tariff> readTariff(const QJsonObject &entry)
{
    const QJsonObject price = entry["price"_L1].toObject();
    auto each = readCost(price["actual"_L1]["base_price"_L1]);
    if (!each)
        each = readCost(price["origin"_L1]["base_price"_L1]);
    Tariff tariff{each.value_or(batch::Cost()), readType(entry) == batch::MediaType::Video, {}};
    if (price["unit"_L1].isString())
        tariff.bySecond = price["unit"_L1].toString() == "second"_L1;
    const QJsonObject byResolution = price["by_resolution"_L1].toObject();
    for (auto one = byResolution.begin(); one != byResolution.end(); ++one) {
        if (const auto cost = readCost(one.value()))
            tariff.byResolution.insert(one.key().trimmed().toLower(), *cost);
    }
    if (each)
        return tariff;
    if (tariff.byResolution.isEmpty())
        return {};
    for (const batch::Cost tier : std::as_const(tariff.byResolution))
        tariff.each = std::max(tariff.each, tier);
    return tariff;
}

/// What each costs at that resolution.
batch::Cost tierFor(const Tariff &tariff, const QString &resolution)
{
    const QString name = resolution.trimmed().toLower();
    if (tariff.byResolution.contains(name))
        return tariff.byResolution.value(name);
    const auto lines = linesOf(name);
    std::optional<std::pair<int, batch::Cost>> above;
    std::optional<std::pair<int, batch::Cost>> highest;
    for (auto tier = tariff.byResolution.begin(); lines && tier != tariff.byResolution.end();
         ++tier) {
        const auto most = linesOf(tier.key());
        if (!most)
            continue;
        // 1088 lines are a 1080p that an encoder has rounded up.
        if (*lines <= *most * 1.02 && (!above || *most < above->first))
            above.emplace(*most, *tier);
        if (!highest || *most > highest->first)
            highest.emplace(*most, *tier);
    }
    return above ? above->second : highest ? highest->second : tariff.each;
}

double readSeconds(const QJsonValue &value)
{
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble();
    return std::clamp(seconds, 0.0, longestBilled);
}

std::optional<TimeSpan> readTime(const QJsonObject &entry)
{
    const QJsonObject typical = entry["typical_time"_L1].toObject();
    const double least = readSeconds(typical["least"_L1]);
    const double most = readSeconds(typical["most"_L1]);
    if (most > 0)
        return TimeSpan{std::min(least, most), most};
    const double average = readSeconds(entry["avgLatency"_L1]);
    return average > 0 ? std::optional(TimeSpan{average, average}) : std::nullopt;
}

/// A model's id as one part of a path.
QString schemaName(const QJsonObject &entry)
{
    return entry["model"_L1].toString().replace(u'/', "--"_L1) + ".json"_L1;
}

} // namespace

batch::Cost Tariff::charge(const QString &resolution, double seconds, int count) const
{
    const double length = bySecond ? std::clamp(seconds, 0.0, longestBilled) : 1;
    return tierFor(*this, resolution).times(length * std::clamp(count, 1, mostBilled));
}

tl::expected<Shelf, QString> Shelf::read(const QByteArray &snapshot)
{
    Shelf shelf;
    if (snapshot.isEmpty())
        return shelf;
    QJsonParseError error;
    const QJsonObject document = QJsonDocument::fromJson(snapshot, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return tl::unexpected(
            Words::tr("The sandbox can't read the list of models: %1.").arg(error.errorString()));
    }
    if (!document["data"_L1].isArray()) {
        return tl::unexpected(
            Words::tr("The sandbox can't read the list of models: it has no list “data”."));
    }
    shelf.m_entries = document["data"_L1].toArray();
    const QJsonObject schemas = document["schemas"_L1].toObject();
    for (const QJsonValue &each : std::as_const(shelf.m_entries)) {
        const QJsonObject entry = each.toObject();
        const QJsonObject schema = schemas[entry["schema"_L1].toString()].toObject();
        if (!schema.isEmpty())
            shelf.m_schemas.insert(schemaName(entry), schema);
        const QString id = entry["model"_L1].toString();
        if (id.isEmpty() || !entry["display_console"_L1].toBool(true))
            continue;
        shelf.m_offers.insert(id,
                              Offer{id, readType(entry), entry["type"_L1].toString(),
                                    readTariff(entry), readTime(entry), schema});
    }
    return shelf;
}

const Offer *Shelf::find(const QString &id) const
{
    const auto offer = m_offers.constFind(id);
    return offer == m_offers.cend() ? nullptr : &*offer;
}

QJsonObject Shelf::list(const QUrl &schemas) const
{
    QJsonArray entries;
    for (const QJsonValue &each : m_entries) {
        QJsonObject entry = each.toObject();
        if (!entry.value("schema"_L1).isString()) {
            entries.append(each);
            continue;
        }
        const QByteArray name = QUrl::toPercentEncoding(schemaName(entry));
        entry["schema"_L1] = schemas.toString() + QString::fromLatin1(name);
        entries.append(entry);
    }
    return {{"code"_L1, "200"_L1}, {"data"_L1, entries}};
}

} // namespace sandbox
