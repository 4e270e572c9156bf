// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {

/// Copies whatever can still be read of the damaged ledger into the other one, a whole and empty
/// one of the present schema: from its beginning up to the damage, from its end back to it, and
/// row by row between. The damaged one is only read. The number of submissions that were copied.
int salvage(const QString &damagedPath, const QString &wholePath);

} // namespace store
