// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batchlock.h"

#include <QJsonObject>
#include <QString>

namespace cli {

/// "rushes-cli (process 4711) since 2026-03-01 14:05:09"
QString ownerText(const store::LockOwner &owner);
/// Its `pid`, `host`, `program`, and `since` (UTC) where that is known.
QJsonObject toJson(const store::LockOwner &owner);

} // namespace cli
