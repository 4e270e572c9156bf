// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ui {

class BatchDocument;

/// What a result says of what made it.
struct BroughtResult
{
    QString file;                  ///< its name
    QString prompt;                ///< all that is known where there is no job
    std::optional<batch::Job> job; ///< nothing where another program made it
};

/// The entries that bring those jobs back into a batch that has others.
struct BroughtBack
{
    QList<batch::JobSource> entries;
    QStringList remarks; ///< what may be otherwise here than it was; sentences for people
};

/// The entries ask for what the jobs asked for, whatever the batch's defaults say, as far as an
/// entry can say that; they have names that nobody has, and refer to each other by these. Those
/// that start from files which needn't lie beside the batch are switched off. A prompt alone
/// becomes an image like its neighbour. Values in, values out.
BroughtBack bringBack(const QList<BroughtResult> &results, const BatchDocument &document);

} // namespace ui
