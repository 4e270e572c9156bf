// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"

#include <QHash>
#include <QList>
#include <QString>

namespace config {

/// Two entries, of one file or two, that make jobs of the same name.
struct SameName
{
    QString name;
    batch::JobId first{}; ///< the entry that makes the first of them
    batch::JobId other{};
};

/// Each pair of an entry and the first before it, with the first name that both make.
QList<SameName> sameNames(const batch::Expansion &expansion);

} // namespace config
