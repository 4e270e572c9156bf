// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/catalog.h"

#include <QList>

class QMimeData;

/// Jobs on their way through the clipboard.
namespace ui::jobclipboard {

/// The jobs whole, for Rushes, and as lines of tab-separated text (name, type, model, prompt,
/// size, cost) for spreadsheets and mails. The caller owns it.
QMimeData *toMimeData(const QList<batch::Job> &jobs, const catalog::Catalog &catalog);

bool canRead(const QMimeData *data);
/// Jobs as they were copied; or from any text a job for each line, with that line as its prompt,
/// its first words as its name, and all else as in `pattern`. Every job has a new id; names may be
/// taken already.
QList<batch::Job> fromMimeData(const QMimeData *data, const batch::Job &pattern);

} // namespace ui::jobclipboard
