// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QString>

namespace ui {

class BatchDocument;

/// How a picture to start from is written in a batch file: a URL, a `data:` URI, `job:NAME` for
/// the result of another job, or a path, which counts from the batch file's folder where it is
/// relative. Braces that would mean a variable there are doubled.

/// The address of a file: relative where it lies within `folder`, the batch file's; that is empty
/// while the batch has none.
QString fileAddress(const QString &file, const QString &folder);
QString fileAddress(const BatchDocument &document, const QString &file);
/// `job:NAME`.
QString referenceAddress(const QString &jobName);
/// The address of what a job makes: a reference, which stays right when that is made anew; or the
/// `file` that it made where the job has no name that means it alone.
QString resultAddress(const BatchDocument &document, const batch::Job &job,
                      const QString &file = {});

} // namespace ui
