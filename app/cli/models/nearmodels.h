// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QStringList>

namespace cli {

/// The ids that somebody may have meant who wrote this one: those that contain it, and those that
/// it is a few letters off from. The nearest first, five at most.
QStringList nearModels(const catalog::Catalog &catalog, const QString &id);

} // namespace cli
