// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QString>

#include <optional>

class QMimeData;

/// A job's result on its way to another job, which is to use it. It counts within the running
/// program alone: to another one the same name is another job, and the result a file that knows
/// what made it.
namespace ui::jobmime {

inline const QString type = QStringLiteral("application/x-rushes-job");

struct Result
{
    batch::JobId job{};
    QString address; ///< as an entry of the batch writes it: see resultAddress()
};

void put(QMimeData *data, const Result &result);
/// Nothing where there is none, or one of another program.
std::optional<Result> resultIn(const QMimeData *data);

} // namespace ui::jobmime
