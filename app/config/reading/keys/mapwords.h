// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"

#include <QCoreApplication>
#include <QString>

namespace config {

/// What MapReader says of keys and values that are not what they should be.
class MapWords
{
    Q_DECLARE_TR_FUNCTIONS(config::MapReader)

public:
    /// The words for a value in "…, but found …".
    static QString found(const Node &node);

    static QString expected(const QString &what, const Node &node);
    static QString missing(const QString &key, const QString &what);
    static QString wrongKey(const QString &key, const QString &what);
    static QString oneValue();
    static QString combination();
    static QString withoutQuotes();
    static QString tooSmall(const QString &amount);
    static QString repeated(const QString &key, int firstLine);
    static QString unknown(const QString &key, const QString &whose, const QString &meant);
};

} // namespace config
