// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sheet {

/// The key that a heading stands for, in English, Chinese or Japanese: "Width (px)" and "寬度"
/// are `width`. Empty for any other heading.
QString keyOfHeading(const QString &heading);

/// The name of a model's parameter that a heading says it is: "params.guidance" → "guidance".
/// Empty where it says no such thing.
QString parameterOfHeading(const QString &heading);

/// Which of these columns say how a job stands, what it cost and what came of it: those that an
/// export of the table has beside the jobs' own fields. "State" and "Result" are a table's own
/// where none says the cost in the export's words.
QList<bool> standingColumns(const QStringList &header);

} // namespace sheet
