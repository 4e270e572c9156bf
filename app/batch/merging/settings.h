// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>
#include <QString>

#include <functional>

namespace batch {

/// Something that a batch says beside its entries, and that is merged by itself: of variables,
/// models, defaults and parameters each key.
struct Setting
{
    QString key; ///< by the file's keys: "max_workers", "vars.brand", "defaults.video.duration"
    std::function<bool(const BatchSource &, const BatchSource &)> isSame;
    /// Makes the first say of it what the second says.
    std::function<void(BatchSource &, const BatchSource &)> take;
};

/// All that any of these says, in the order of the file's keys.
QList<Setting> settingsOf(const QList<const BatchSource *> &sources);

} // namespace batch
