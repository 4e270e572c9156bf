// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace catalog {

/// The models that can be used. A value: cheap to copy, safe to read from any thread.
class Catalog
{
public:
    Catalog() = default;

    /// Reads the answer to `GET /models`, and the models' schemas by the URL that the entry
    /// names. Entries that are hidden (`display_console: false`) or make neither images nor
    /// videos are left out. Beside the service's keys an entry may have `price.unit`
    /// ("generation" or "second"; a video's is per second where it doesn't say) and
    /// `typical_time: {least, most}` in s; else the service's `avgLatency` is taken. The error is
    /// for people.
    static tl::expected<Catalog, QString> read(const QByteArray &models,
                                               const QHash<QUrl, QByteArray> &schemas);
    /// The snapshot that Rushes is shipped with (resources/catalog.json: the `/models` answer,
    /// with the schemas beside it under `schemas`).
    static const Catalog &builtIn();
    /// Reads a snapshot of that form.
    static tl::expected<Catalog, QString> readSnapshot(const QByteArray &snapshot);

    const QList<Model> &models() const { return m_models; }
    /// Null where the catalog doesn't know it.
    const Model *find(const QString &id) const;

private:
    QList<Model> m_models;
    QHash<QString, qsizetype> m_index;
};

} // namespace catalog
