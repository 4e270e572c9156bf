// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QJsonObject>

/// Models as a test needs them, in the shape that the service describes them in.
namespace models {

struct Entry
{
    QString id;
    QString name;
    QJsonObject properties; ///< of its Input schema; empty: it has no schema
    QJsonObject price = {{QStringLiteral("actual"),
                          QJsonObject{{QStringLiteral("base_price"), QStringLiteral("0.05")}}}};
    bool video = false;
};

/// A catalog of these, as fetched from the service an hour before `now`.
catalog::Catalog catalogOf(const QList<Entry> &entries, const QDateTime &now);
catalog::Catalog catalogOf(const QList<Entry> &entries);

QJsonObject text(const QStringList &allowed = {}, const QString &otherwise = {});
QJsonObject number(const QString &type, double least, double most, double otherwise);

/// Images whose size is one of a few texts; and in ratios only; clips of 4, 8 or 12 s.
Entry sized();
Entry shaped();
Entry clips();
/// An upscaler: there is no size to set.
Entry unsized();

} // namespace models
