// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "catalog/catalog.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace engine {

class Clock;

/// Fetches a server's list of models and the schemas of those that are in use, keeps both in the
/// cache folder, and hands over all that is known then. Needs no key and sends none. Lives in a
/// thread with an event loop; disk and parsing happen in the pool.
///
/// An answer that is no whole list of models (cut off, HTML, another shape, too large, less than
/// half of what it was a few days ago) changes nothing: the cache stays as it is, and `failed` says
/// why. A schema that can't be fetched or read leaves the one that is known. When a schema was
/// fetched is kept in it, as `x-fetched-at`.
class CatalogRefresh : public QObject
{
    Q_OBJECT
public:
    explicit CatalogRefresh(QObject *parent = nullptr);
    /// The same by another clock, which must outlive this.
    explicit CatalogRefresh(Clock &clock, QObject *parent = nullptr);
    ~CatalogRefresh() override;

    bool isRunning() const;
    /// Begins, or begins anew. `inUse` names the models whose schemas are wanted; those that were
    /// fetched before and are over a day old are fetched again, others stay as they are.
    void start(const QUrl &baseUrl, const QStringList &inUse);
    /// Fetches the schemas alone, for the list as it is kept; the list, too, where none is.
    void startSchemas(const QUrl &baseUrl, const QStringList &models);
    /// Gives up: no signal will come.
    void abort();

signals:
    /// `known`: the snapshot brought up to date, as catalog::knownModels() would give it now.
    /// `missingSchemas`: models in use whose schema is named and could not be had.
    void finished(const catalog::Catalog &known, const QStringList &missingSchemas);
    /// For people: what happened, and that the models stay as they were.
    void failed(const QString &message);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace engine
