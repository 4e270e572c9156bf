// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QList>
#include <QString>

namespace engine {

/// Where results of that type go: `images` or `videos` in the batch's output folder.
QString resultFolder(const QString &outputDir, batch::MediaType type);

/// Makes the folders that the jobs need, and tries whether files can be made there: before
/// anything is paid for it must be certain that there is a place for it. What is wrong, for
/// people; nothing if all is well.
QString prepareFolders(const QString &outputDir, const QList<batch::Job> &jobs);

} // namespace engine
