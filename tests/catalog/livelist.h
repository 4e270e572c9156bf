// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QDir>
#include <QFile>

/// tests/catalog/data: a list in the live service's form, with every oddity that it has been seen
/// with, and schemas beside it.
namespace livelist {

inline const QDateTime fetchedAt(QDate(2026, 11, 20), QTime(8, 30), Qt::UTC);

inline QByteArray file(const QString &name)
{
    QFile data(QStringLiteral(RUSHES_SOURCE_DIR "/tests/catalog/data/") + name);
    return data.open(QIODevice::ReadOnly) ? data.readAll() : QByteArray();
}

inline QByteArray answer()
{
    return file(QStringLiteral("models-live.json"));
}

inline QHash<QUrl, QByteArray> schemas()
{
    const QDir folder(QStringLiteral(RUSHES_SOURCE_DIR "/tests/catalog/data/schemas"));
    QHash<QUrl, QByteArray> all;
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names) {
        all.insert(QUrl(QStringLiteral("https://static.atlascloud.ai/model/schema/") + name),
                   file(QStringLiteral("schemas/") + name));
    }
    return all;
}

inline tl::expected<catalog::Catalog, QString> read()
{
    return catalog::Catalog::read(answer(), schemas(), {catalog::PriceSource::Live, fetchedAt});
}

} // namespace livelist
