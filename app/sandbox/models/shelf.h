// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace sandbox {

/// How long a generation takes, s.
struct TimeSpan
{
    double least = 0;
    double most = 0;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// What a model charges.
struct Tariff
{
    batch::Cost each; ///< where nothing below holds, or nobody knows the resolution
    bool bySecond = false;
    QMap<QString, batch::Cost> byResolution; ///< each, by "720p" in lower case

    /// For `count` pictures or videos at "720p", "1280x720", …: where that isn't among the prices,
    /// by the next higher one, or the highest. `seconds` is left aside where the price is for a
    /// whole generation.
    batch::Cost charge(const QString &resolution, double seconds, int count = 1) const;
};

/// A model that can be ordered.
struct Offer
{
    QString id;
    std::optional<batch::MediaType> type; ///< nothing: neither images nor videos
    QString typeName;                     ///< as the service says it: "Audio"
    std::optional<Tariff> tariff;
    std::optional<TimeSpan> time;
    QJsonObject schema; ///< the OpenAPI document; empty: there is none
};

/// The models that the sandbox has, read from a snapshot in the form of resources/catalog.json by
/// code of its own. A value: cheap to copy.
class Shelf
{
public:
    Shelf() = default;
    /// No bytes are an empty shelf. The error, for people: this is no list of models. Entries of a
    /// wrong shape can't be ordered, and the others hold.
    static tl::expected<Shelf, QString> read(const QByteArray &snapshot);

    /// No list, or one without entries: then any model may be ordered.
    bool isEmpty() const { return m_entries.isEmpty(); }
    /// Null where there is no such model, and for one that is hidden (`display_console: false`).
    const Offer *find(const QString &id) const;

    /// The answer to `GET /models`: all entries as the snapshot has them, also those that can't be
    /// ordered, but with their schemas at `schemas` plus a name.
    QJsonObject list(const QUrl &schemas) const;
    /// The schema of that name, as the snapshot has it; empty: none.
    QJsonObject schemaNamed(const QString &name) const { return m_schemas.value(name); }

private:
    QJsonArray m_entries;
    QHash<QString, Offer> m_offers;        ///< by id
    QHash<QString, QJsonObject> m_schemas; ///< by the last part of the address
};

} // namespace sandbox
