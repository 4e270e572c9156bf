// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

/// What becomes of an entry when a person edits its variations: what was switched off stays so as
/// far as it is still there. Values in, values out.
namespace ui {

/// The axis gets another name; a name that another axis has changes nothing.
batch::JobSource withAxisName(batch::JobSource entry, qsizetype axis, const QString &name);
/// None take the axis away. Values that are there twice count once.
batch::JobSource withAxisValues(batch::JobSource entry, qsizetype axis, QStringList values);
batch::JobSource withNewAxis(batch::JobSource entry, const QString &name,
                             const QStringList &values);
/// One take is what holds where nothing is said.
batch::JobSource withTakes(batch::JobSource entry, int takes);

/// The values in a text that was typed or pasted: one a line where it has several lines, else
/// between commas, Chinese ones among them. A value that has commas itself stands in quotation
/// marks then, which are not part of it. Of a table's column the first one.
QStringList valuesIn(const QString &text);
/// Such a text of one line ends with a comma that no quotation marks are around.
bool endsAValue(const QString &text);

} // namespace ui
