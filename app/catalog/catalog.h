// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/modeloverride.h"
#include "catalog/model.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace catalog {

/// The models that can be used. A value: cheap to copy, safe to read from any thread.
class Catalog
{
public:
    /// Where a list comes from, for the prices in it.
    struct Origin
    {
        PriceSource source = PriceSource::Live;
        QDateTime asOf; ///< UTC
    };

    Catalog() = default;

    /// Reads the answer to `GET /models`, and the models' schemas by the URL that the entry
    /// names. Entries that are hidden (`display_console: false`) or make neither images nor
    /// videos are left out. Beside the service's keys an entry may have `price.unit`
    /// ("generation" or "second"; a video's is per second where it doesn't say),
    /// `price.by_resolution: {"720p": "0.05"}`, `typical_time: {least, most}` in s (else the
    /// service's `avgLatency` is taken), and `listed: false`. An error, for people, where it is no
    /// list of models: no JSON, another shape, too large, not one entry that can be used, or many
    /// that can't be read. Single entries and schemas of a wrong shape are left out, and the others
    /// hold.
    static tl::expected<Catalog, QString> read(const QByteArray &models,
                                               const QHash<QUrl, QByteArray> &schemas,
                                               const Origin &origin);
    /// The snapshot that Rushes is shipped with (resources/catalog.json: the `/models` answer,
    /// with the schemas beside it under `schemas`, by their URL, and `as_of`, a day).
    static const Catalog &builtIn();
    /// Reads a snapshot of that form. `as_of` may be a moment, too (ISO 8601).
    static tl::expected<Catalog, QString> readSnapshot(const QByteArray &snapshot,
                                                       PriceSource source);
    /// The same as a snapshot, for whoever reads one.
    QByteArray toSnapshot() const;

    /// This catalog brought up to date by the service's own list: its entries win, but where one
    /// of them has no price, time or schema, what is known from before holds. What the list no
    /// longer has is kept, as not `listed`. A snapshot that Rushes was shipped with after the list
    /// was fetched knows better: its entries win, and what only it has stays listed.
    Catalog updatedBy(const Catalog &newer) const;
    /// With these schemas, by the URL that the models' entries name, in place of what is known.
    /// One that describes no parameters changes nothing.
    Catalog withSchemas(const QHash<QUrl, QByteArray> &schemas) const;
    /// With what a batch file says of models.
    Catalog withOverrides(const QMap<QString, batch::ModelOverride> &overrides) const;

    const QList<Model> &models() const { return m_models; }
    /// Null where the catalog doesn't know it.
    const Model *find(const QString &id) const;
    /// What that model makes of what a job doesn't say; the article's where it isn't known.
    batch::Usual usualOf(const QString &id) const;
    /// When the list was fetched from the service, UTC; invalid: it wasn't.
    QDateTime fetchedAt() const;

private:
    /// Of models with the same id the first holds.
    Catalog(const QList<Model> &models, Origin origin);
    void add(Model model);

    QList<Model> m_models;
    QHash<QString, qsizetype> m_index;
    Origin m_origin;
};

} // namespace catalog
