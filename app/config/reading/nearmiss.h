// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace config {

/// The known key that a misspelled one most likely stands for ("resolutoin", "imageUrl"), or
/// nothing.
QString nearMiss(const QString &key, const QStringList &known);

} // namespace config
