// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/texts.h"

#include <QSet>
#include <QString>

namespace sheet {

/// A cell's text as a job's text that makes just that text, but for the variables that are known
/// by these names: a cell may refer to its neighbours.
QString literal(const QString &cell, const QSet<QString> &variables, batch::Braces braces);

} // namespace sheet
